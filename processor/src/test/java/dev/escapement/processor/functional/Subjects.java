package dev.escapement.processor.functional;

import dev.escapement.processor.functional.clash.ClashingSubject;
import dev.escapement.processor.functional.shape.Described;
import dev.escapement.processor.functional.shape.Described_ByJacksonSpec;
import dev.escapement.processor.functional.shape.Described_CommentSpec;
import dev.escapement.processor.functional.shape.Described_HostileSpec;
import dev.escapement.processor.functional.shape.Described_SourcesSpec;
import dev.escapement.processor.functional.shape.Enums;
import dev.escapement.processor.functional.shape.Enums_EverywhereSpec;
import dev.escapement.processor.functional.shape.Large;
import dev.escapement.processor.functional.shape.Large_EndlessSpec;
import dev.escapement.processor.functional.shape.Large_LongSpec;
import dev.escapement.processor.functional.shape.Large_WideSpec;
import dev.escapement.processor.functional.shape.Names;
import dev.escapement.processor.functional.shape.Names_CustomSpec;
import dev.escapement.processor.functional.shape.Names_LocalsSpec;
import dev.escapement.processor.functional.shape.Names_MembersSpec;
import dev.escapement.processor.functional.shape.Names_SnakesSpec;
import dev.escapement.processor.functional.shape.Names_SwappedSpec;
import dev.escapement.processor.functional.shape.Names_WordsSpec;
import dev.escapement.processor.functional.shape.Nested;
import dev.escapement.processor.functional.shape.Nested_BundleSpec;
import dev.escapement.processor.functional.shape.Nested_DrawingSpec;
import dev.escapement.processor.functional.shape.Nested_InvoiceSpec;
import dev.escapement.processor.functional.shape.Nested_NamesakesSpec;
import dev.escapement.processor.functional.shape.Nested_QuoteSpec;
import dev.escapement.processor.functional.shape.Nested_ReservedSpec;
import dev.escapement.processor.functional.shape.Nulls;
import dev.escapement.processor.functional.shape.Nulls_CollectionsSpec;
import dev.escapement.processor.functional.shape.Nulls_ForeignSpec;
import dev.escapement.processor.functional.shape.Nulls_ScalarsSpec;
import dev.escapement.processor.functional.shape.Recursive;
import dev.escapement.processor.functional.shape.Recursive_ChainSpec;
import dev.escapement.processor.functional.shape.Recursive_FarmSpec;
import dev.escapement.processor.functional.shape.Recursive_FolderSpec;
import dev.escapement.processor.functional.shape.Recursive_FormulaSpec;
import dev.escapement.processor.functional.shape.Recursive_LinkedSpec;
import dev.escapement.processor.functional.shape.Recursive_TrieSpec;
import dev.escapement.processor.functional.shape.Refusing;
import dev.escapement.processor.functional.shape.Refusing_CalendarSpec;
import dev.escapement.processor.functional.shape.Refusing_TrimmedSpec;
import dev.escapement.processor.functional.shape.Scalars;
import dev.escapement.processor.functional.shape.Scalars_BoxedSpec;
import dev.escapement.processor.functional.shape.Scalars_DeepSpec;
import dev.escapement.processor.functional.shape.Scalars_ListsSpec;
import dev.escapement.processor.functional.shape.Scalars_MapsSpec;
import dev.escapement.processor.functional.shape.Scalars_NothingSpec;
import dev.escapement.processor.functional.shape.Scalars_OptionalsSpec;
import dev.escapement.processor.functional.shape.Scalars_PlainSpec;
import dev.escapement.processor.functional.shape.Unions;
import dev.escapement.processor.functional.shape.Unions_AlikeSpec;
import dev.escapement.processor.functional.shape.Unions_EachSpec;
import dev.escapement.processor.functional.shape.Unions_EverywhereSpec;
import dev.escapement.processor.functional.shape.Unions_NotifySpec;
import java.util.List;

/** All tools under test. */
final class Subjects {

    private Subjects() {}

    static List<Subject<?>> all() {
        return List.of(
                new Subject<>(Described.Sources.class, Described_SourcesSpec.INSTANCE),
                new Subject<>(Described.ByJackson.class, Described_ByJacksonSpec.INSTANCE),
                new Subject<>(Described.Hostile.class, Described_HostileSpec.INSTANCE),
                new Subject<>(Described.Comment.class, Described_CommentSpec.INSTANCE),
                new Subject<>(Enums.Everywhere.class, Enums_EverywhereSpec.INSTANCE),
                new Subject<>(Large.Wide.class, Large_WideSpec.INSTANCE),
                new Subject<>(Large.Long.class, Large_LongSpec.INSTANCE),
                new Subject<>(Large.Endless.class, Large_EndlessSpec.INSTANCE),
                new Subject<>(Names.Locals.class, Names_LocalsSpec.INSTANCE),
                new Subject<>(Names.Words.class, Names_WordsSpec.INSTANCE),
                new Subject<>(Names.Members.class, Names_MembersSpec.INSTANCE),
                new Subject<>(Names.Snakes.class, Names_SnakesSpec.INSTANCE),
                new Subject<>(Names.Custom.class, Names_CustomSpec.INSTANCE),
                new Subject<>(Names.Swapped.class, Names_SwappedSpec.INSTANCE),
                new Subject<>(Nested.Drawing.class, Nested_DrawingSpec.INSTANCE),
                new Subject<>(Nested.Namesakes.class, Nested_NamesakesSpec.INSTANCE),
                new Subject<>(Nested.Reserved.class, Nested_ReservedSpec.INSTANCE),
                new Subject<>(Nested.Invoice.class, Nested_InvoiceSpec.INSTANCE),
                new Subject<>(Nested.Quote.class, Nested_QuoteSpec.INSTANCE),
                new Subject<>(Nested.Bundle.class, Nested_BundleSpec.INSTANCE),
                new Subject<>(Nulls.Scalars.class, Nulls_ScalarsSpec.INSTANCE),
                new Subject<>(Nulls.Collections.class, Nulls_CollectionsSpec.INSTANCE),
                new Subject<>(Nulls.Foreign.class, Nulls_ForeignSpec.INSTANCE),
                new Subject<>(Recursive.Folder.class, Recursive_FolderSpec.INSTANCE),
                new Subject<>(Recursive.Chain.class, Recursive_ChainSpec.INSTANCE),
                new Subject<>(Recursive.Trie.class, Recursive_TrieSpec.INSTANCE),
                new Subject<>(Recursive.Linked.class, Recursive_LinkedSpec.INSTANCE),
                new Subject<>(Recursive.Farm.class, Recursive_FarmSpec.INSTANCE),
                new Subject<>(Recursive.Formula.class, Recursive_FormulaSpec.INSTANCE),
                new Subject<>(Refusing.Calendar.class, Refusing_CalendarSpec.INSTANCE),
                new Subject<>(Refusing.Trimmed.class, Refusing_TrimmedSpec.INSTANCE),
                new Subject<>(Scalars.Plain.class, Scalars_PlainSpec.INSTANCE),
                new Subject<>(Scalars.Boxed.class, Scalars_BoxedSpec.INSTANCE),
                new Subject<>(Scalars.Lists.class, Scalars_ListsSpec.INSTANCE),
                new Subject<>(Scalars.Maps.class, Scalars_MapsSpec.INSTANCE),
                new Subject<>(Scalars.Optionals.class, Scalars_OptionalsSpec.INSTANCE),
                new Subject<>(Scalars.Deep.class, Scalars_DeepSpec.INSTANCE),
                new Subject<>(Scalars.Nothing.class, Scalars_NothingSpec.INSTANCE),
                new Subject<>(Unions.Each.class, Unions_EachSpec.INSTANCE),
                new Subject<>(Unions.Everywhere.class, Unions_EverywhereSpec.INSTANCE),
                new Subject<>(Unions.Alike.class, Unions_AlikeSpec.INSTANCE),
                new Subject<>(Unions.Notify.class, Unions_NotifySpec.INSTANCE),
                ClashingSubject.subject());
    }
}

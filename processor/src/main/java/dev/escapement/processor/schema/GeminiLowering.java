package dev.escapement.processor.schema;

import dev.escapement.processor.diagnostic.SchemaFinding;
import dev.escapement.processor.schema.Schema.Bound;
import dev.escapement.processor.schema.Schema.Expression;
import dev.escapement.processor.schema.Schema.Notes;
import dev.escapement.processor.schema.Schema.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lowering for {@code GEMINI}, limited to the keywords that Google documents. References are not supported, so
 * recursive types are {@linkplain ReferenceInliner unrolled}. {@code anyOf} is not supported, so the branches of a
 * choice are {@linkplain BranchMerger merged into one object}.
 */
final class GeminiLowering extends RestrictedLowering {

    /**
     * The number of enum values above which Gemini may reject a schema. The limit is not documented; an enum of about
     * this many long identifiers was rejected in 2026.
     */
    private static final int LONG_ENUM = 90;

    GeminiLowering(LoweringReport report) {
        super(report, Set.of("date-time", "date", "time"));
    }

    @Override
    SchemaDocument lower(SchemaDocument document) {
        Optional<Schema> unrolled = ReferenceInliner.of(document, report());
        return unrolled.isPresent() ? super.lower(new SchemaDocument(unrolled.get(), Map.of(), Set.of())) : document;
    }

    @Override
    public Schema.Text text(Schema.Text text) {
        int values = text.values().size();
        if (values >= LONG_ENUM) {
            report().risk(SchemaFinding.LONG_ENUM.with(values, LONG_ENUM), SchemaFinding.FEWER_VALUES);
        }
        return super.text(text);
    }

    @Override
    List<Expression> patterns(Schema.Text text) {
        return List.of();
    }

    /**
     * Makes exclusive limits inclusive and removes {@code multipleOf}, because Gemini supports neither. The description
     * states the original constraints.
     */
    @Override
    public Schema number(Schema.Numeric before) {
        Schema.Numeric number = (Schema.Numeric) super.number(before);
        Notes notes = number.notes();
        if (number.minimum() != null && number.minimum().exclusive()) {
            notes = minimumInWords(notes, number.minimum());
        }
        if (number.maximum() != null && number.maximum().exclusive()) {
            notes = maximumInWords(notes, number.maximum());
        }
        if (number.step() != null) {
            notes = inWords(notes, "multipleOf", ConstraintDescriptions.step(number.step()));
        }
        return new Schema.Numeric(
                notes, number.integer(), inclusive(number.minimum()), inclusive(number.maximum()), null);
    }

    /**
     * Replaces the restriction to a single boolean value with a sentence in the description. Gemini enums contain only
     * strings or numbers.
     */
    @Override
    public Schema bool(Schema.Bool bool) {
        return bool.only() == null
                ? bool
                : new Schema.Bool(inWords(bool.notes(), "enum", ConstraintDescriptions.only(bool.only())), null);
    }

    @Override
    public Schema structure(Schema.Structure before) {
        Schema.Structure structure = (Schema.Structure) super.structure(before);
        return new Schema.Structure(structure.notes(), structure.properties(), true);
    }

    @Override
    Schema.Property property(Schema.Property property) {
        String json = property.schema().notes().defaultJson();
        Schema.Property lowered = super.property(property);
        return json == null ? lowered : defaultInWords(lowered, ConstraintDescriptions.isDefault(json));
    }

    @Override
    public Schema dictionary(Schema.Dictionary before) {
        Schema.Dictionary map = (Schema.Dictionary) super.dictionary(before);
        Notes notes = inWords(map.notes(), map.size(), "Properties", "entry");
        Schema.Text keys = map.keys();
        if (keys != null) {
            notes = inWords(notes, "propertyNames", ConstraintDescriptions.keys(keys));
        }
        return new Schema.Dictionary(notes, null, map.values(), Size.ANY);
    }

    @Override
    public Schema choice(Schema.Choice before) {
        Schema.Choice choice = (Schema.Choice) super.choice(before);
        return BranchMerger.branches(choice, report());
    }

    private static @Nullable Bound inclusive(@Nullable Bound bound) {
        return bound == null ? null : new Bound(bound.limit(), false, false);
    }
}

package dev.escapement.processor.check;

import dev.escapement.processor.model.Definition;
import java.util.stream.Stream;

/** The records that a definition is made of. */
final class Records {

    private Records() {}

    static Stream<Definition.RecordShape> in(Definition definition) {
        if (definition instanceof Definition.RecordShape record) {
            return Stream.of(record);
        }
        return definition instanceof Definition.UnionShape union
                ? union.branches().stream().map(Definition.Branch::record)
                : Stream.empty();
    }
}

package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Definition;
import java.util.HashSet;
import java.util.Set;

/** The properties of an object have different names, and none has that of the discriminator. */
final class DistinctProperties implements CodecRule {

    @Override
    public void check(CodecModel codec, Problems problems) {
        for (Definition definition : codec.types().definitions().values()) {
            Set<String> reserved =
                    definition instanceof Definition.UnionShape union ? Set.of(union.discriminator()) : Set.of();
            Records.in(definition).forEach(record -> check(record, reserved, problems));
        }
    }

    private static void check(Definition.RecordShape record, Set<String> reserved, Problems problems) {
        Set<String> names = new HashSet<>(reserved);
        for (Definition.Property property : record.properties()) {
            if (!names.add(property.name())) {
                problems.add(
                        ProblemKind.PROPERTY_TWICE,
                        property.source(),
                        record.type().simpleName(),
                        property.name());
            }
        }
    }
}

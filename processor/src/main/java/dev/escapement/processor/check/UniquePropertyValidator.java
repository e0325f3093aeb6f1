package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TypeModel;
import java.util.HashSet;
import java.util.Set;

/** The properties of an object have different names, and none has that of the discriminator. */
final class UniquePropertyValidator implements CodecRule {

    @Override
    public void check(CodecModel codec, Problems problems) {
        check(codec.types(), problems);
    }

    void check(TypeModel types, Problems problems) {
        for (Definition definition : types.definitions().values()) {
            Records.in(definition).forEach(record -> check(record, problems));
            if (definition instanceof Definition.UnionShape union) {
                Records.in(union).forEach(record -> check(union, record, problems));
            }
        }
    }

    private static void check(Definition.RecordShape record, Problems problems) {
        Set<String> names = new HashSet<>();
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

    private static void check(Definition.UnionShape union, Definition.RecordShape record, Problems problems) {
        for (Definition.Property property : record.properties()) {
            if (property.name().equals(union.discriminator())) {
                problems.add(
                        ProblemKind.DISCRIMINATOR_TAKEN,
                        property.source(),
                        record.type().simpleName(),
                        property.name(),
                        union.type().simpleName());
            }
        }
    }
}

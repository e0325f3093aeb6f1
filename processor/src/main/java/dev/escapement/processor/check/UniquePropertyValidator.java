package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TypeModel;
import java.util.HashSet;
import java.util.Set;

/** A validator that requires unique names for the properties of an object, including the discriminator. */
final class UniquePropertyValidator implements Validator<TypeModel> {

    @Override
    public void validate(TypeModel types, Problems problems) {
        for (Definition definition : types.definitions().values()) {
            definition.records().forEach(record -> check(record, problems));
            if (definition instanceof Definition.UnionShape union) {
                union.records().forEach(record -> check(union, record, problems));
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

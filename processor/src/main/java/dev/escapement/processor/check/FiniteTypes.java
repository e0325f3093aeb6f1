package dev.escapement.processor.check;

import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The named types that have at least one finite value. An absent, null or empty component ends a value, and a sealed
 * interface has a finite value if one of its branches does.
 */
final class FiniteTypes {

    private final Set<TypeShape.Named> finite = new HashSet<>();

    FiniteTypes(TypeModel types) {
        int before = -1;
        while (before < finite.size()) { // each round finds the types that require only types found before
            before = finite.size();
            types.definitions().forEach((named, definition) -> {
                if (definition.records().anyMatch(this::isFinite) || definition instanceof Definition.EnumShape) {
                    finite.add(named);
                }
            });
        }
    }

    /** Returns whether a type has a finite value. */
    boolean contains(TypeShape.Named type) {
        return finite.contains(type);
    }

    private boolean isFinite(Definition.RecordShape record) {
        return record.properties().stream().allMatch(property -> endless(property) == null);
    }

    /** Returns the infinite type that every value of a property contains, or null if no such type exists. */
    TypeShape.@Nullable Named endless(Definition.Property property) {
        return property.required() ? endless(property.type()) : null;
    }

    private TypeShape.@Nullable Named endless(TypeShape shape) {
        TypeShape bare = shape.bare();
        return switch (bare.kind()) {
            case LIST, MAP ->
                mayBeEmpty(shape) ? null : endless(bare.parts().findFirst().orElseThrow());
            case NAMED -> finite.contains((TypeShape.Named) bare) ? null : (TypeShape.Named) bare;
            case SCALAR, TEXT, OPTIONAL, CONSTRAINED, NULLABLE -> null;
        };
    }

    private static boolean mayBeEmpty(TypeShape shape) {
        return shape.constraints().stream()
                .noneMatch(rule -> rule instanceof Constraint.Count count && count.min() > 0);
    }
}

package dev.escapement.processor.check;

import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The named types that have at least one finite value, each with the minimum nesting depth of its values in JSON. An
 * absent, null or empty component ends a value, and a sealed interface has a finite value if one of its branches does.
 */
final class FiniteTypes {

    private static final int INFINITE = Integer.MAX_VALUE;

    private final Map<TypeShape.Named, Integer> depths = new HashMap<>();

    FiniteTypes(TypeModel types) {
        boolean changed = true;
        while (changed) { // each round finds the types that require only types found before, and shorter alternatives
            changed = false;
            for (Map.Entry<TypeShape.Named, Definition> type :
                    types.definitions().entrySet()) {
                int depth = depth(type.getValue());
                if (depth < depth(type.getKey())) {
                    depths.put(type.getKey(), depth);
                    changed = true;
                }
            }
        }
    }

    /** Returns whether a type has a finite value. */
    boolean contains(TypeShape.Named type) {
        return depths.containsKey(type);
    }

    /**
     * Returns the minimum number of nested arrays and objects in the values of a shape, 0 for a shape without finite
     * values.
     */
    int requiredDepth(TypeShape shape) {
        int depth = depth(shape);
        return depth == INFINITE ? 0 : depth;
    }

    private int depth(Definition definition) {
        if (definition instanceof Definition.EnumShape) {
            return 0;
        }
        return definition.records().mapToInt(this::depth).min().orElse(INFINITE);
    }

    private int depth(Definition.RecordShape record) {
        return around(record.properties().stream()
                .filter(Definition.Property::required)
                .mapToInt(property -> depth(property.type()))
                .max()
                .orElse(0));
    }

    private int depth(TypeShape shape) {
        TypeShape bare = shape.bare();
        return switch (bare.kind()) {
            case LIST, MAP ->
                around(mayBeEmpty(shape) ? 0 : depth(bare.parts().findFirst().orElseThrow()));
            case NAMED -> depths.getOrDefault((TypeShape.Named) bare, INFINITE);
            case SCALAR, TEXT, OPTIONAL, CONSTRAINED, NULLABLE -> 0;
        };
    }

    private static int around(int depth) {
        return depth == INFINITE ? INFINITE : depth + 1;
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
            case NAMED -> contains((TypeShape.Named) bare) ? null : (TypeShape.Named) bare;
            case SCALAR, TEXT, OPTIONAL, CONSTRAINED, NULLABLE -> null;
        };
    }

    private static boolean mayBeEmpty(TypeShape shape) {
        return shape.constraints().stream()
                .noneMatch(rule -> rule instanceof Constraint.Count count && count.min() > 0);
    }
}

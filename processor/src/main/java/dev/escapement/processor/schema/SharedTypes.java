package dev.escapement.processor.schema;

import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The types that become definitions because repeating their contents at each place of use would make the schema too
 * large. Types that contain each other twice double the size with each level.
 */
final class SharedTypes {

    /** The maximum number of properties in a schema without definitions for repeated types. */
    static final int MAX_PARTS = 1_000;

    private final TypeModel types;
    private final Predicate<TypeShape.Named> isReference;
    private final Map<TypeShape.Named, Long> parts = new HashMap<>();

    private SharedTypes(TypeModel types, Predicate<TypeShape.Named> isReference) {
        this.types = types;
        this.isReference = isReference;
    }

    /**
     * Returns the shared types in the order in which they are found, empty if a schema without definitions is small
     * enough.
     *
     * @param recursive the types that have references in any case
     */
    static Set<TypeShape.Named> in(TypeModel types, Set<TypeShape.Named> recursive) {
        SharedTypes sharedTypes = new SharedTypes(types, recursive::contains);
        boolean small = types.definitions().keySet().stream().allMatch(named -> sharedTypes.parts(named) <= MAX_PARTS);
        return small ? Set.of() : sharedTypes.usedTwice();
    }

    /** Returns the number of properties of a type, including those of all nested types. */
    private long parts(TypeShape.Named named) {
        Long known = parts.get(named);
        if (known != null) {
            return known;
        }
        Definition definition = types.definition(named);
        long sum = definition.components().count();
        for (TypeShape.Named used : RecursiveTypes.used(definition).toList()) {
            sum += isReference.test(used) ? 0 : parts(used);
        }
        long capped = Math.min(sum, Integer.MAX_VALUE);
        parts.put(named, capped);
        return capped;
    }

    private Set<TypeShape.Named> usedTwice() {
        Map<TypeShape.Named, Integer> uses = new HashMap<>();
        types.definitions().values().stream()
                .flatMap(RecursiveTypes::used)
                .forEach(used -> uses.merge(used, 1, Integer::sum));
        Set<TypeShape.Named> shared = new LinkedHashSet<>();
        types.definitions().forEach((named, definition) -> {
            boolean object = !(definition instanceof Definition.EnumShape);
            if (object && uses.getOrDefault(named, 0) > 1) {
                shared.add(named);
            }
        });
        return shared;
    }
}

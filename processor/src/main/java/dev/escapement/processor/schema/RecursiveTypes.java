package dev.escapement.processor.schema;

import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The recursive types of a model. */
final class RecursiveTypes {

    private RecursiveTypes() {}

    /** Returns the recursive types in the order in which they are found. */
    static Set<TypeShape.Named> in(TypeModel types) {
        Set<TypeShape.Named> recursive = new LinkedHashSet<>();
        for (TypeShape.Named named : types.definitions().keySet()) {
            if (reaches(types, named, named, new HashSet<>())) {
                recursive.add(named);
            }
        }
        return recursive;
    }

    /** Returns the named types that a definition uses, including repeated uses. */
    static Stream<TypeShape.Named> used(Definition definition) {
        return definition.components().flatMap(RecursiveTypes::named);
    }

    private static boolean reaches(
            TypeModel types, TypeShape.Named from, TypeShape.Named target, Set<TypeShape.Named> visited) {
        return used(types.definition(from))
                .anyMatch(next -> next.equals(target) || (visited.add(next) && reaches(types, next, target, visited)));
    }

    private static Stream<TypeShape.Named> named(TypeShape shape) {
        return shape instanceof TypeShape.Named named
                ? Stream.of(named)
                : shape.parts().flatMap(RecursiveTypes::named);
    }
}

package dev.escapement.processor.schema;

import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the types that contain themselves. */
final class Recursion {

    private Recursion() {}

    /** The types, in the order in which they were met. */
    static Set<TypeShape.Named> in(TypeModel types) {
        Set<TypeShape.Named> recursive = new LinkedHashSet<>();
        for (TypeShape.Named named : types.definitions().keySet()) {
            if (reaches(types, named, named, new HashSet<>())) {
                recursive.add(named);
            }
        }
        return recursive;
    }

    /** The named types that a type is made of, each as often as it is used. */
    static Stream<TypeShape.Named> used(Definition definition) {
        return components(definition).flatMap(Recursion::named);
    }

    private static boolean reaches(
            TypeModel types, TypeShape.Named from, TypeShape.Named target, Set<TypeShape.Named> visited) {
        return used(types.definition(from))
                .anyMatch(next -> next.equals(target) || (visited.add(next) && reaches(types, next, target, visited)));
    }

    /** The types of all properties. */
    static Stream<TypeShape> components(Definition definition) {
        if (definition instanceof Definition.RecordShape record) {
            return record.properties().stream().map(Definition.Property::type);
        }
        List<Definition.Branch> branches =
                definition instanceof Definition.UnionShape union ? union.branches() : List.of();
        return branches.stream().flatMap(branch -> components(branch.record()));
    }

    private static Stream<TypeShape.Named> named(TypeShape shape) {
        if (shape instanceof TypeShape.Named named) {
            return Stream.of(named);
        } else if (shape instanceof TypeShape.ListOf list) {
            return named(list.element());
        } else if (shape instanceof TypeShape.MapOf map) {
            return named(map.value());
        } else if (shape instanceof TypeShape.OptionalOf optional) {
            return named(optional.value());
        } else if (shape instanceof TypeShape.NullableOf nullable) {
            return named(nullable.value());
        } else if (shape instanceof TypeShape.Constrained constrained) {
            return named(constrained.value());
        }
        return Stream.empty();
    }
}

package dev.escapement.processor.schema;

import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the types that contain themselves, and names them for {@code $defs}. */
final class Recursion {

    private Recursion() {}

    /** The types that contain themselves, in the order in which they were met, with a name for each. */
    static Map<TypeShape.Named, String> names(TypeModel types) {
        Map<TypeShape.Named, String> names = new LinkedHashMap<>();
        for (TypeShape.Named named : types.definitions().keySet()) {
            if (reaches(types, named, named, new HashSet<>())) {
                names.put(named, free(named.type().simpleName().replaceAll("[^A-Za-z0-9_]", "_"), names.values()));
            }
        }
        return names;
    }

    private static String free(String name, Collection<String> taken) {
        String candidate = name;
        for (int i = 2; taken.contains(candidate); i++) {
            candidate = name + "_" + i;
        }
        return candidate;
    }

    private static boolean reaches(
            TypeModel types, TypeShape.Named from, TypeShape.Named target, Set<TypeShape.Named> visited) {
        return components(types.definition(from))
                .flatMap(Recursion::named)
                .anyMatch(next -> next.equals(target) || (visited.add(next) && reaches(types, next, target, visited)));
    }

    private static Stream<TypeShape> components(Definition definition) {
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

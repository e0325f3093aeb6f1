package dev.escapement.processor.generate;

import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TypeShape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names for what a generated file has one of for each type: {@code Item}, {@code ItemList}, {@code StringMap}. */
final class MethodNames {

    private final Map<Object, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    MethodNames() {
        // The reader and the writer have methods for these.
        for (TypeShape.Scalar scalar : TypeShape.Scalar.values()) {
            allocate(scalar, words(scalar));
        }
    }

    /** The name for a shape; always the same for the same shape. */
    String of(TypeShape shape) {
        String known = names.get(shape);
        return known != null ? known : allocate(shape, words(shape));
    }

    /** The name for a record among those of a sealed interface, which is not the name for the record alone. */
    String of(TypeShape.Named union, Definition.Branch branch) {
        Object key = Map.entry(union, branch.value());
        String known = names.get(key);
        return known != null ? known : allocate(key, branch.record().type().simpleName());
    }

    private String allocate(Object key, String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + i;
        }
        names.put(key, name);
        return name;
    }

    private String words(TypeShape shape) {
        if (shape instanceof TypeShape.Scalar scalar) {
            return switch (scalar) {
                case STRING -> "String";
                case BOOLEAN -> "Boolean";
                case INT -> "Int";
                case LONG -> "Long";
                case DOUBLE -> "Double";
                case DECIMAL -> "Decimal";
            };
        } else if (shape instanceof TypeShape.ListOf list) {
            return of(list.element()) + "List";
        } else if (shape instanceof TypeShape.MapOf map) {
            return of(map.value()) + "Map";
        } else if (shape instanceof TypeShape.OptionalOf optional) {
            return "Optional" + of(optional.value());
        } else if (shape instanceof TypeShape.NullableOf nullable) {
            return "Nullable" + of(nullable.value());
        }
        return ((TypeShape.Named) shape).type().simpleName();
    }
}

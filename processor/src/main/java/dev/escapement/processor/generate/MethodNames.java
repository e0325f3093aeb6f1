package dev.escapement.processor.generate;

import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of generated members that exist once for each type, such as {@code Item}, {@code ItemList} and {@code
 * StringMap}.
 */
final class MethodNames {

    private final Map<Object, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> typeNames = new HashSet<>();

    /** Creates names for a file that handles some of the given types. */
    MethodNames(TypeModel types) {
        types.definitions().forEach((named, definition) -> {
            typeNames.add(named.type().simpleName());
            if (definition instanceof Definition.UnionShape union) {
                union.branches()
                        .forEach(branch -> typeNames.add(branch.record().type().simpleName()));
            }
        });
        // The reader and the writer have methods for these shapes.
        for (TypeShape.Scalar scalar : TypeShape.Scalar.values()) {
            allocate(scalar, words(scalar));
        }
    }

    /** Returns the name for a shape. Equal shapes have equal names. */
    String of(TypeShape shape) {
        String known = names.get(shape);
        return known != null ? known : allocate(shape, words(shape));
    }

    /**
     * Returns the name for a shape that a component has. If its values have constraints, which are specific to the
     * component, the name is that of the component.
     */
    String of(TypeShape shape, String component) {
        if (!isChecked(shape)) {
            return of(shape);
        }
        Object key = Map.entry(shape, component);
        String known = names.get(key);
        if (known != null) {
            return known;
        }
        String wanted = component.substring(0, 1).toUpperCase(Locale.ROOT) + component.substring(1);
        return allocate(key, typeNames.contains(wanted) ? words(shape) : wanted);
    }

    /** Returns whether the method that reads a shape checks constraints. */
    private static boolean isChecked(TypeShape shape) {
        return switch (shape.kind()) {
            case CONSTRAINED -> true;
            case MAP ->
                !((TypeShape.MapOf) shape).key().constraints().isEmpty()
                        || shape.parts().anyMatch(MethodNames::isChecked);
            case LIST, OPTIONAL, NULLABLE -> shape.parts().anyMatch(MethodNames::isChecked);
            case SCALAR, TEXT, NAMED -> false;
        };
    }

    /**
     * Returns the name for a record that a sealed interface permits. It differs from the name for the record alone, and
     * is equal for all sealed interfaces with the same discriminator and value.
     */
    String of(Definition.UnionShape union, Definition.Branch branch) {
        Object key = List.of(union.discriminator(), branch);
        String known = names.get(key);
        return known != null ? known : allocate(key, branch.record().type().simpleName());
    }

    /** Returns the name for an enum whose constants are used as property names. */
    String ofKey(TypeShape shape) {
        Object key = Map.entry(shape, "key");
        String known = names.get(key);
        return known != null ? known : allocate(key, of(shape) + "Key");
    }

    /** Returns the name of the method that converts the constants of an enum to property names. */
    String keyMethod(TypeShape shape) {
        Object key = Map.entry(shape, "key method");
        String known = names.get(key);
        return known != null ? known : allocate(key, Naming.lowerCamelCase(Naming.constant(of(shape))) + "Key");
    }

    /** Reserves the name of another method of the file. */
    void reserve(String method) {
        taken.add(method);
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
        return shape.accept(new ShapeWords());
    }

    /** A visitor that returns the preferred name for the visited shape. */
    private final class ShapeWords implements TypeShape.Visitor<String> {

        @Override
        public String scalar(TypeShape.Scalar scalar) {
            return Naming.camelCase(scalar.name());
        }

        @Override
        public String text(TypeShape.TextOf text) {
            return Naming.camelCase(text.form().name());
        }

        @Override
        public String list(TypeShape.ListOf list) {
            return part(list.element()) + Naming.camelCase(list.container().name());
        }

        @Override
        public String map(TypeShape.MapOf map) {
            TypeShape key = map.key().bare();
            return part(map.value()) + (key == TypeShape.Scalar.STRING ? "Map" : "By" + of(key));
        }

        @Override
        public String optional(TypeShape.OptionalOf optional) {
            return "Optional" + part(optional.value());
        }

        @Override
        public String constrained(TypeShape.Constrained constrained) {
            return part(constrained);
        }

        @Override
        public String nullable(TypeShape.NullableOf nullable) {
            return "Nullable" + part(nullable.value());
        }

        @Override
        public String named(TypeShape.Named named) {
            String arguments =
                    named.arguments().stream().map(MethodNames.this::part).collect(Collectors.joining("And"));
            return named.type().simpleName() + (arguments.isEmpty() ? "" : "Of" + arguments);
        }
    }

    /**
     * Returns the name part for a nested shape. It does not describe constraints; numbers distinguish names that would
     * otherwise be equal.
     */
    private String part(TypeShape shape) {
        return shape instanceof TypeShape.Constrained constrained ? "Checked" + of(constrained.value()) : of(shape);
    }
}

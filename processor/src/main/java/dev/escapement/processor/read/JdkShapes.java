package dev.escapement.processor.read;

import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.TextForm;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.TypeShape.Container;
import dev.escapement.processor.model.TypeShape.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The shapes of JDK classes, by qualified name. */
final class JdkShapes {

    /** The types without type arguments whose JSON form is a single token. */
    static final Map<String, TypeShape> SIMPLE = simple();

    /** The supported collection types whose JSON form is an array. */
    static final Map<String, Container> CONTAINERS = Map.of(
            "java.util.List", Container.LIST,
            "java.util.Set", Container.SET,
            "java.util.Collection", Container.COLLECTION,
            "java.lang.Iterable", Container.ITERABLE);

    /** The optional types for primitives, such as {@code OptionalInt}. */
    static final Map<String, Scalar> PRIMITIVE_OPTIONALS = Map.of(
            "java.util.OptionalInt", Scalar.INT,
            "java.util.OptionalLong", Scalar.LONG,
            "java.util.OptionalDouble", Scalar.DOUBLE);

    /** The names of the supported collection interfaces. Each is a suffix of the names of its implementing classes. */
    private static final List<String> INTERFACES = List.of("List", "Set", "Map", "Collection");

    private JdkShapes() {}

    /**
     * Returns the interface to use instead of a collection class, such as {@code List} for {@code java.util.ArrayList}.
     */
    static Optional<String> interfaceOf(String name) {
        return name.startsWith("java.util.")
                ? INTERFACES.stream().filter(name::endsWith).findFirst()
                : Optional.empty();
    }

    private static Map<String, TypeShape> simple() {
        Map<String, TypeShape> shapes =
                Arrays.stream(TextForm.values()).collect(Collectors.toMap(TextForm::javaName, TypeShape.TextOf::new));
        shapes.putAll(Map.ofEntries(
                Map.entry("java.lang.String", Scalar.STRING),
                Map.entry("java.lang.Character", Scalar.CHAR),
                Map.entry("java.lang.Boolean", Scalar.BOOLEAN),
                Map.entry("java.lang.Byte", Scalar.BYTE),
                Map.entry("java.lang.Short", Scalar.SHORT),
                Map.entry("java.lang.Integer", Scalar.INT),
                Map.entry("java.lang.Long", Scalar.LONG),
                Map.entry("java.math.BigInteger", Scalar.BIG_INTEGER),
                Map.entry("java.lang.Float", Scalar.FLOAT),
                Map.entry("java.lang.Double", Scalar.DOUBLE),
                Map.entry("java.math.BigDecimal", Scalar.DECIMAL),
                Map.entry(RuntimeNames.JSON_TEXT, Scalar.JSON)));
        return shapes;
    }
}

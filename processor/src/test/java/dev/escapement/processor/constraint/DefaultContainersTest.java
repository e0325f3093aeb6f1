package dev.escapement.processor.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests of default elements: each type in each container compiles, has the declared value and is not shared between
 * decoded values.
 */
class DefaultContainersTest {

    private static final String COLOUR = "enum Colour { RED }";

    /** A JSON value of each type, as the encoder writes it. */
    private static final Map<String, String> ELEMENTS = elements();

    private static final List<String> CONTAINERS = List.of(
            "List<%s>",
            "Set<%s>",
            "Collection<%s>",
            "Iterable<%s>",
            "%s[]",
            "List<List<%s>>",
            "Set<List<%s>>",
            "List<Set<%s>>",
            "List<Iterable<%s>>",
            "List<%s[]>");

    private static Map<String, String> elements() {
        Map<String, String> elements = new LinkedHashMap<>();
        elements.put("Boolean", "true");
        elements.put("Character", "\"a\"");
        elements.put("Byte", "1");
        elements.put("Short", "1");
        elements.put("Integer", "1");
        elements.put("Long", "1");
        elements.put("Float", "0.5");
        elements.put("Double", "0.5");
        elements.put("BigInteger", "1");
        elements.put("BigDecimal", "0.10");
        elements.put("String", "\"a\"");
        elements.put("Colour", "\"RED\"");
        elements.put("LocalDate", "\"2026-01-31\"");
        return elements;
    }

    static List<String> containers() {
        return CONTAINERS;
    }

    @ParameterizedTest
    @MethodSource("containers")
    void everyTypeOfElementHasDefaults(String container) {
        List<String> components = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        ELEMENTS.forEach((type, json) -> {
            components.add(component(container.formatted(type), list(container, json), "a" + type));
            expected.add("\"a%s\":%s".formatted(type, list(container, json)));
        });
        CompiledCodec codec = CompiledCodec.of(String.join(",\n", components), COLOUR);
        assertEquals("{" + String.join(",", expected) + "}", codec.again("{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"boolean", "char", "short", "int", "long", "float", "double"})
    void soHaveArraysOfPrimitives(String type) {
        String box = Map.of("char", "Character", "int", "Integer")
                .getOrDefault(type, type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1));
        String json = String.valueOf(ELEMENTS.get(box));
        CompiledCodec codec = CompiledCodec.of(component(type + "[]", "[" + json + "]", "a") + ","
                + component("List<" + type + "[]>", "[[" + json + "]]", "b"));
        assertEquals("{\"a\":[%1$s],\"b\":[[%1$s]]}".formatted(json), codec.again("{}"));
    }

    @Test
    void equalDefaultsOfDifferentTypesCompile() {
        CompiledCodec codec = CompiledCodec.of(
                component("Collection<Integer>", "[1]", "a") + "," + component("List<Integer>", "[1]", "b"));
        assertEquals("{\"a\":[1],\"b\":[1]}", codec.again("{}"));
    }

    @Test
    void longListOfConstantsIsADefault() {
        String json = "[" + String.join(",", Collections.nCopies(50, "\"RED\"")) + "]";
        CompiledCodec codec = CompiledCodec.of(
                component("List<Colour>", json, "a") + "," + component("Collection<Colour>", json, "b"), COLOUR);
        assertEquals("{\"a\":%1$s,\"b\":%1$s}".formatted(json), codec.again("{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"int[]", "Integer[]", "List<int[]>", "List<Integer[]>", "Collection<List<int[]>>"})
    void whatHoldsAnArrayAtAnyDepthIsMadeAnew(String type) {
        String json = "[".repeat(depth(type)) + "1" + "]".repeat(depth(type));
        CompiledCodec codec = CompiledCodec.of(component(type, json, "a"));
        Object first = innermost(codec.component("{}"));
        Object second = innermost(codec.component("{}"));
        assertNotSame(first, second, "an array can be changed, so it is not shared");
        assertFalse(first instanceof Iterable, "the test looks at the array");
    }

    private static int depth(String type) {
        return (int) type.chars().filter(c -> c == '<' || c == '[').count();
    }

    private static Object innermost(Object value) {
        return value instanceof Iterable<?> values
                ? innermost(Stream.of(values.iterator().next()).findFirst().orElseThrow())
                : value;
    }

    private static String list(String container, String json) {
        return "[".repeat(depth(container)) + json + "]".repeat(depth(container));
    }

    private static String component(String type, String json, String name) {
        return "@JsonProperty(defaultValue = \"%s\") %s %s".formatted(json.replace("\"", "\\\""), type, name);
    }
}

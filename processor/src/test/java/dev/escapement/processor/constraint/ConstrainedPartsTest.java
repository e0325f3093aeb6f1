package dev.escapement.processor.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests of constraints inside of other types, on optional components, and on encoded values. */
class ConstrainedPartsTest {

    @Test
    void elementsOfLists() {
        CompiledCodec codec = CompiledCodec.of("List<@Size(max = 2) @NotBlank String> a");
        codec.acceptsAll("[]", "[\"x\",\"yz\"]");
        assertEquals(
                List.of(
                        "$.a[0]: expected text that is not blank, found the string \" \"",
                        "$.a[2]: expected at most 2 characters, found the string \"xyz\" of 3 characters",
                        "$.a[3]: expected a string, found null"),
                codec.violations("{\"a\":[\" \",\"x\",\"xyz\",null]}"));
    }

    @Test
    void elementsThatMayBeNull() {
        CompiledCodec codec = CompiledCodec.of("List<@Nullable @Min(3) Integer> a");
        codec.acceptsAll("[null,3]");
        assertEquals(List.of("$.a[1]: expected at least 3, found 2"), codec.violations("{\"a\":[null,2]}"));
    }

    @Test
    void listsInLists() {
        CompiledCodec codec = CompiledCodec.of("@Size(max = 2) List<@Size(min = 1) List<@Max(9) Integer>> a");
        codec.acceptsAll("[[1],[2,3]]");
        assertEquals(
                List.of(
                        "$.a: expected at most 2 elements, found 3",
                        "$.a[0]: expected at least 1 element, found 0",
                        "$.a[1][0]: expected at most 9, found 10"),
                codec.violations("{\"a\":[[],[10],[1]]}"));
    }

    @Test
    void setsAndArrays() {
        CompiledCodec set = CompiledCodec.of("Set<@Min(1) Integer> a");
        assertEquals(List.of("$.a[0]: expected at least 1, found 0"), set.violations("{\"a\":[0]}"));
        CompiledCodec array = CompiledCodec.of("List<@Size(max = 1) String[]> a");
        assertEquals(
                List.of("$.a[0][1]: expected at most 1 character, found the string \"xy\" of 2 characters"),
                array.violations("{\"a\":[[\"x\",\"xy\",\"z\"]]}"),
                "inside another type it is about the element, as Java has it");
        CompiledCodec declared = CompiledCodec.of("@Size(max = 1) String[] a");
        declared.acceptsAll("[\"xy\"]");
        declared.rejectsAll("at most 1 element", "[\"x\",\"y\"]");
        CompiledCodec inner = CompiledCodec.of("String[] @Size(max = 1) [] a");
        assertEquals(
                List.of("$.a[1]: expected at most 1 element, found 2"),
                inner.violations("{\"a\":[[\"x\"],[\"y\",\"z\"]]}"));
    }

    @Test
    void keysAndValuesOfMaps() {
        CompiledCodec codec =
                CompiledCodec.of("Map<@Size(max = 2) @Pattern(regexp = \"[a-z]*\") String, @Min(1) Integer> a");
        codec.acceptsAll("{}", "{\"xy\":1}");
        assertEquals(
                List.of(
                        "$.a.XYZ: expected for the key at most 2 characters, found the key \"XYZ\" of 3 characters",
                        "$.a.XYZ: expected for the key text that matches ^[a-z]*$, found the key \"XYZ\"",
                        "$.a.XYZ: expected at least 1, found 0",
                        "$.a.x: expected an integer, found true"),
                codec.violations("{\"a\":{\"x\":true,\"XYZ\":0}}"));
    }

    @Test
    void keysThatAreNoStrings() {
        CompiledCodec numbers =
                CompiledCodec.of("Map<@Min(1) Integer, @Max(9) Integer> a, Map<@Max(5) Long, String> b");
        assertEquals(
                List.of(
                        "$.a.x: expected at most 9, found 11",
                        "$.a.x: expected a 32-bit integer, like 42, found the string \"x\"",
                        "$.a[\"0\"]: expected at most 9, found 10",
                        "$.a[\"0\"]: expected for the key at least 1, found the key \"0\"",
                        "$.b[\"7\"]: expected for the key at most 5, found the key \"7\""),
                numbers.violations("{\"a\":{\"0\":10,\"x\":11},\"b\":{\"7\":\"y\"}}"));
        assertEquals("{\"a\":{\"1\":2},\"b\":{}}", numbers.again("{\"a\":{\"1\":2},\"b\":{}}"));
        assertTrue(numbers.schema().contains("Each key must be at least 1."), numbers.schema());
        CompiledCodec dates = CompiledCodec.of("Map<@Past LocalDate, String> a");
        dates.acceptsAll("{\"2026-06-14\":\"x\"}");
        assertEquals(
                List.of("$.a[\"2026-06-16\"]: expected for the key a date before today, found the key \"2026-06-16\""),
                dates.violations("{\"a\":{\"2026-06-16\":\"x\"}}"));
    }

    @Test
    void optionalValues() {
        CompiledCodec codec = CompiledCodec.of("""
                @Size(max = 2) Optional<String> a,
                Optional<@Size(max = 2) String> b,
                @Min(1) OptionalInt c,
                @Size(max = 1) Optional<List<@Max(9) Integer>> d,
                @DecimalMin("0.5") OptionalDouble e,
                Optional<@Min(1) Integer> f
                """);
        assertEquals("{}", codec.again("{}"));
        assertEquals("{}", codec.again("{\"a\":null,\"b\":null,\"c\":null,\"d\":null,\"e\":null,\"f\":null}"));
        assertEquals(
                "{\"a\":\"xy\",\"b\":\"\",\"c\":1,\"d\":[9],\"e\":0.5,\"f\":1}",
                codec.again("{\"a\":\"xy\",\"b\":\"\",\"c\":1,\"d\":[9],\"e\":0.5,\"f\":1}"));
        assertEquals(
                List.of(
                        "$.a: expected at most 2 characters, found the string \"xyz\" of 3 characters",
                        "$.b: expected at most 2 characters, found the string \"xyz\" of 3 characters",
                        "$.c: expected at least 1, found 0",
                        "$.d: expected at most 1 element, found 2",
                        "$.d[0]: expected at most 9, found 10",
                        "$.e: expected at least 0.5, found 0.49",
                        "$.f: expected at least 1, found 0"),
                codec.violations("{\"a\":\"xyz\",\"b\":\"xyz\",\"c\":0,\"d\":[10,1],\"e\":0.49,\"f\":0}"));
    }

    @Test
    void nullableValues() {
        CompiledCodec codec = CompiledCodec.of("@Nullable @Size(max = 2) String a, @Nullable @Min(1) Integer b");
        assertEquals("{\"a\":null,\"b\":null}", codec.again("{}"));
        assertEquals("{\"a\":null,\"b\":null}", codec.again("{\"a\":null,\"b\":null}"));
        assertEquals(
                List.of(
                        "$.a: expected at most 2 characters, found the string \"xyz\" of 3 characters",
                        "$.b: expected at least 1, found 0"),
                codec.violations("{\"a\":\"xyz\",\"b\":0}"));
    }

    @Test
    void argumentsOfGenericRecords() {
        CompiledCodec codec = CompiledCodec.of(
                "Page<@NotBlank String> a, Page<String> b, Page<@Min(1) Integer> c",
                "record Page<T>(@Size(max = 2) List<T> items, T first) {}");
        assertEquals(
                List.of(
                        "$.a.first: expected text that is not blank, found the string \"\"",
                        "$.a.items[0]: expected text that is not blank, found the string \"\"",
                        "$.c.first: expected at least 1, found 0",
                        "$.c.items: expected at most 2 elements, found 3"),
                codec.violations("{\"a\":{\"items\":[\"\"],\"first\":\"\"},\"b\":{\"items\":[\"\"],\"first\":\"\"},"
                        + "\"c\":{\"items\":[1,2,3],\"first\":0}}"));
    }

    @Test
    void rulesOnTypeVariablesJoinThoseOfTheArgument() {
        CompiledCodec codec = CompiledCodec.of(
                "Page<@Size(max = 3) String> a, Page<String> b, Page<String[]> c",
                "record Page<T>(List<@NotEmpty T> items) {}");
        assertEquals(
                List.of(
                        "$.a.items[0]: expected at least 1 character, found the string \"\" of 0 characters",
                        "$.a.items[1]: expected at most 3 characters, found the string \"abcd\" of 4 characters",
                        "$.c.items[0]: expected at least 1 element, found 0"),
                codec.violations(
                        "{\"a\":{\"items\":[\"\",\"abcd\"]},\"b\":{\"items\":[\"x\"]},\"c\":{\"items\":[[]]}}"));
    }

    @Test
    void recordsInRecordsAndUnions() {
        CompiledCodec codec = CompiledCodec.of(
                "Item a, Shape b",
                "record Item(@Min(1) int qty) {}",
                "sealed interface Shape { record Circle(@Positive double radius) implements Shape {} }");
        assertEquals(
                List.of("$.a.qty: expected at least 1, found 0", "$.b.radius: expected more than 0, found 0"),
                codec.violations("{\"a\":{\"qty\":0},\"b\":{\"type\":\"circle\",\"radius\":0}}"));
    }

    @Test
    void aComponentMayHaveAnyName() {
        CompiledCodec codec = CompiledCodec.of("@Min(1) int value, @Max(3) OptionalInt in, @Size(max = 1) String URL");
        assertEquals("{\"value\":1,\"in\":3,\"URL\":\"x\"}", codec.again("{\"value\":1,\"in\":3,\"URL\":\"x\"}"));
    }

    @Test
    void whatIsWrittenObeysTheRules() {
        CompiledCodec codec = CompiledCodec.of("""
                @Max(3) int a, List<@Size(max = 2) String> b, Map<@Size(max = 1) String, @Min(1) Integer> c,
                @Size(min = 1) List<Integer> d, @DecimalMax("0.1") float e, @Future LocalDate f
                """);
        String right = "{\"a\":3,\"b\":[\"xy\"],\"c\":{\"k\":1},\"d\":[1],\"e\":0.1,\"f\":\"2027-01-01\"}";
        assertEquals(right, codec.again(right));
        assertEquals("$.a", codec.refusedPath(4, List.of(), map(), List.of(1), 0f));
        assertEquals("$.b[1]", codec.refusedPath(3, List.of("x", "xyz"), map(), List.of(1), 0f));
        assertEquals("$.c.kk", codec.refusedPath(3, List.of(), Map.of("kk", 1), List.of(1), 0f));
        assertEquals("$.c.k", codec.refusedPath(3, List.of(), Map.of("k", 0), List.of(1), 0f));
        assertEquals("$.d", codec.refusedPath(3, List.of(), map(), List.of(), 0f));
        assertEquals("$.e", codec.refusedPath(3, List.of(), map(), List.of(1), Math.nextUp(0.1f)));
    }

    private static Map<String, Integer> map() {
        return Map.of();
    }

    @Test
    void aRefusedValueIsNotWritten() {
        CompiledCodec codec = CompiledCodec.of("@NotBlank String a");
        assertThrows(IllegalArgumentException.class, () -> codec.write(" "));
    }
}

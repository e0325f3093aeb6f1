package dev.escapement.processor.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Leniency;
import dev.escapement.Tool;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.ReadOptions;
import dev.escapement.json.Repair;
import dev.escapement.json.Violation;
import dev.escapement.processor.functional.shape.Enums;
import dev.escapement.processor.functional.shape.Enums_SharedCodec;
import dev.escapement.processor.functional.shape.GrowingShapes;
import dev.escapement.processor.functional.shape.GrowingShapes_FeedSpec;
import dev.escapement.processor.functional.shape.GrowingShapes_PartnerCodec;
import dev.escapement.processor.functional.shape.NestedShapes;
import dev.escapement.processor.functional.shape.NestedShapes_AddressCodec;
import dev.escapement.processor.functional.shape.Unions;
import dev.escapement.processor.functional.shape.Unions_ContactCodec;
import dev.escapement.tool.ToolSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests of codecs for arrays and maps at the top of JSON text. */
class TopLevelContainersTest {

    private static final NestedShapes.Address ELM = new NestedShapes.Address("Elm", "1");
    private static final NestedShapes.Address OAK = new NestedShapes.Address("Oak", "2");
    private static final String ELM_JSON = "{\"street_name\":\"Elm\",\"zip_code\":\"1\"}";
    private static final String OAK_JSON = "{\"street_name\":\"Oak\",\"zip_code\":\"2\"}";
    private static final JsonCodec<List<NestedShapes.Address>> LIST = NestedShapes_AddressCodec.INSTANCE.list();
    private static final JsonCodec<Map<String, NestedShapes.Address>> MAP = NestedShapes_AddressCodec.INSTANCE.map();

    /** A lenient tool. */
    @Tool(lenient = Leniency.QUOTED_SCALARS)
    @SuppressWarnings("ESC040")
    record Counted(int count) {}

    @Test
    void containersOfALenientToolAreLenient() {
        ToolSpec<Counted> spec = TopLevelContainersTest_CountedSpec.INSTANCE;
        Counted two = new Counted(2);
        Repair repair = new Repair("$[0].count", Repair.Kind.QUOTED_SCALAR, "\"2\"", "2");

        assertEquals(
                new Decoded.Accepted<>(List.of(two), List.of(repair)),
                spec.list().decode("[{\"count\":\"2\"}]"));
        assertEquals(Map.of("a", two), value(spec.map().decode("{\"a\":{\"count\":\"2\"}}", Instant.EPOCH)));
        assertEquals(List.of(Map.of("a", two)), value(spec.map().list().decode("[{\"a\":{\"count\":\"2\"}}]")));
        assertEquals("[{\"count\":2}]", spec.list().encode(List.of(two)));
        assertInstanceOf(Decoded.Rejected.class, spec.list().decode("[{\"count\":\"2\"}]", new ReadOptions(Set.of())));
    }

    @Test
    void listsAreWrittenAndRead() {
        String json = "[" + ELM_JSON + "," + OAK_JSON + "]";
        assertEquals(json, LIST.encode(List.of(ELM, OAK)));
        assertEquals(new Decoded.Accepted<>(List.of(ELM, OAK), List.of()), LIST.decode(json));
        assertEquals(new Decoded.Accepted<>(List.of(), List.of()), LIST.decode("[]"));
        assertEquals("[]", LIST.encode(List.of()));
    }

    @Test
    void mapsAreWrittenAndReadInTheirOrder() {
        Map<String, NestedShapes.Address> map = new LinkedHashMap<>();
        map.put("z", ELM);
        map.put("", OAK);
        String json = "{\"z\":" + ELM_JSON + ",\"\":" + OAK_JSON + "}";
        assertEquals(json, MAP.encode(map));
        assertEquals(new Decoded.Accepted<>(map, List.of()), MAP.decode(json));
        assertEquals(json, MAP.encode(value(MAP.decode(json))));
    }

    @Test
    void violationsHavePathsInTheContainer() {
        assertEquals(
                List.of(
                        new Violation("$[1].street_name", "a string", "5"),
                        new Violation("$[1].zip_code", "a value", "nothing"),
                        new Violation("$[2]", "an object", "null"),
                        new Violation("$[10]", "an object", "true")),
                violations(LIST.decode(
                        "[" + ELM_JSON + ",{\"street_name\":5},null," + (ELM_JSON + ",").repeat(7) + "true]")));
        assertEquals(
                List.of(
                        new Violation("$.a.zip_code", "a value", "nothing"),
                        new Violation("$.b", "an object", "null"),
                        new Violation("$[\"c d\"]", "the property once", "a duplicate")),
                violations(MAP.decode("{\"a\":{\"street_name\":\"s\"},\"b\":null,\"c d\":" + ELM_JSON + ",\"c d\":"
                        + OAK_JSON + "}")));
    }

    @Test
    void otherJsonIsRejected() {
        assertEquals(List.of(new Violation("$", "an array", "an object")), violations(LIST.decode(ELM_JSON)));
        assertEquals(List.of(new Violation("$", "an object", "an array")), violations(MAP.decode("[]")));
        assertEquals(List.of(new Violation("$", "an array", "nothing")), violations(LIST.decode("")));
        assertEquals(1, violations(LIST.decode("[" + ELM_JSON + ",]")).size());
        assertEquals(1, violations(LIST.decode("[] []")).size());
        assertEquals(
                1,
                violations(LIST.list().decode("[".repeat(300) + "]".repeat(300)))
                        .size());
    }

    @Test
    void repairsAreThoseOfContainersInRecords() {
        assertEquals(
                List.of(new Repair("$[0]", Repair.Kind.CONSTANT_IN_OTHER_CASE, "\"LEFT\"", "\"left\"")),
                repairs(Enums_SharedCodec.INSTANCE.list().decode("[\"LEFT\"]")));
        assertEquals(
                List.of(Repair.Kind.STRING_AS_JSON),
                repairs(LIST.decode("\"[]\"")).stream().map(Repair::kind).toList());
        assertEquals(
                List.of(new Repair("$[0].x", Repair.Kind.UNKNOWN_PROPERTY, "1", "")),
                repairs(GrowingShapes_PartnerCodec.INSTANCE
                        .list()
                        .decode("[{\"partnerId\":\"P\",\"lines\":[],\"x\":1}]")));
        assertEquals(
                List.of(Repair.Kind.SINGLE_AS_LIST),
                repairs(LIST.decode(ELM_JSON, new ReadOptions(Set.of(Leniency.SINGLE_AS_LIST)))).stream()
                        .map(Repair::kind)
                        .toList());
    }

    @Test
    void decodedContainersAreImmutable() {
        List<NestedShapes.Address> list = value(LIST.decode("[" + ELM_JSON + "]"));
        assertThrows(UnsupportedOperationException.class, () -> list.add(OAK));
        Map<String, NestedShapes.Address> map = value(MAP.decode("{\"a\":" + ELM_JSON + "}"));
        assertThrows(UnsupportedOperationException.class, () -> map.put("b", OAK));
    }

    @Test
    void containersNestAndWorkForSpecsEnumsAndSealedInterfaces() {
        assertEquals(
                Map.of("a", List.of(List.of(Enums.Shared.LEFT), List.of())),
                value(Enums_SharedCodec.INSTANCE.list().list().map().decode("{\"a\":[[\"left\"],[]]}")));
        assertEquals(
                List.of(new Unions.Contact.Never()),
                value(Unions_ContactCodec.INSTANCE.list().decode("[{\"type\":\"never\"}]")));
        assertEquals(
                List.of(new Violation("$[0]", "an object", "the string \"x\"")),
                violations(GrowingShapes_FeedSpec.INSTANCE.list().decode("[\"x\"]")));
        JsonCodec<List<GrowingShapes.Feed>> feeds = GrowingShapes_FeedSpec.INSTANCE.list();
        assertEquals(List.of(), value(feeds.decode("[]")));
    }

    @Test
    void nullElementsCannotBeWritten() {
        List<NestedShapes.@Nullable Address> list = Arrays.asList(ELM, null);
        IllegalArgumentException fault = assertThrows(IllegalArgumentException.class, () -> LIST.encode(list));
        assertTrue(fault.getMessage().contains("$[1]"), fault.getMessage());
        Map<String, NestedShapes.@Nullable Address> map = new HashMap<>();
        map.put("key", null);
        fault = assertThrows(IllegalArgumentException.class, () -> MAP.encode(map));
        assertTrue(fault.getMessage().contains("$.key"), fault.getMessage());
    }

    private static <T> T value(Decoded<T> decoded) {
        return decoded.fold(Decoded.Accepted::value, rejected -> {
            throw new AssertionError(rejected);
        });
    }

    private static List<Repair> repairs(Decoded<?> decoded) {
        Decoded.Accepted<?> accepted = assertInstanceOf(Decoded.Accepted.class, decoded, decoded::toString);
        return accepted.repairs();
    }

    private static List<Violation> violations(Decoded<?> decoded) {
        Decoded.Rejected<?> rejected = assertInstanceOf(Decoded.Rejected.class, decoded, decoded::toString);
        return rejected.violations();
    }
}

package dev.escapement.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.escapement.Leniency;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.ReadOptions;
import dev.escapement.json.Repair;
import dev.escapement.json.Violation;
import dev.escapement.testing.GoldenMessages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the faults that are always repaired, repaired by a tool's choice, or rejected. */
class RepairTest {

    /** A list of boxes: {@code [{"kind":"small","sizes":[1],"open":true,"boxes":[]}]}. */
    private record Box(String kind, List<Integer> sizes, boolean open, List<Box> boxes) {}

    private static final ConstantSet KINDS = ConstantSet.of("small", "Large", "LARGE");
    private static final PropertySet BOX =
            PropertySet.required("kind", "sizes", "open").optional("boxes");

    private static final JsonCodec<List<Box>> CODEC = new JsonCodec<>() {
        @Override
        public @Nullable List<Box> read(JsonReader in) {
            return readList(in);
        }

        @Override
        public void write(JsonWriter out, List<Box> value) {
            throw new AssertionError("not written here");
        }
    };

    private static @Nullable List<Box> readList(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        List<Box> boxes = new ArrayList<>();
        while (in.nextElement()) {
            boxes.add(readBox(in));
        }
        return in.endArray() ? boxes : null;
    }

    private static @Nullable Box readBox(JsonReader in) {
        if (!in.beginObject(BOX)) {
            return null;
        }
        String kind = "";
        int[] sizes = null;
        boolean open = false;
        List<Box> boxes = List.of();
        while (in.nextProperty()) {
            switch (in.name()) {
                case "kind" -> kind = in.readConstant(KINDS);
                case "sizes" -> sizes = PrimitiveArrays.readInts(in);
                case "open" -> open = in.readBoolean();
                default -> boxes = readList(in);
            }
        }
        if (!in.endObject()) {
            return null;
        }
        return new Box(kind, Arrays.stream(sizes).boxed().toList(), open, boxes);
    }

    private static final Box SMALL = new Box("small", List.of(1), true, List.of());

    @Test
    void nothingIsRepairedInATextThatIsRight() {
        assertEquals(accepted(List.of(SMALL)), decode("[{\"kind\":\"small\",\"sizes\":[1],\"open\":true}]"));
    }

    @Test
    void aConstantInOtherCaseIsReadAsTheOnlyOneThatItCanBe() {
        assertEquals(
                accepted(
                        List.of(SMALL),
                        new Repair("$[0].kind", Repair.Kind.CONSTANT_IN_OTHER_CASE, "\"SMALL\"", "\"small\"")),
                decode("[{\"kind\":\"SMALL\",\"sizes\":[1],\"open\":true}]"));
    }

    @Test
    void aConstantInOtherCaseIsRejectedIfItCanBeTwo() {
        assertEquals(List.of("$[0].kind"), paths(decode("[{\"kind\":\"large\",\"sizes\":[1],\"open\":true}]")));
    }

    @Test
    void anArrayInAStringIsRead() {
        assertEquals(
                accepted(List.of(SMALL), new Repair("$[0].sizes", Repair.Kind.STRING_AS_JSON, "\"[1]\"", "[1]")),
                decode("[{\"kind\":\"small\",\"sizes\":\"[1]\",\"open\":true}]"));
    }

    @Test
    void theWholeTextInAStringIsRead() {
        Decoded.Accepted<List<Box>> accepted =
                accepted(decode("\"[{\\\"kind\\\":\\\"small\\\",\\\"sizes\\\":[1],\\\"open\\\":true}]\""));

        assertEquals(List.of(SMALL), accepted.value());
        assertEquals(1, accepted.repairs().size());
    }

    @Test
    void textAfterAStringifiedObjectIsReadOn() {
        String inner = "{\\\"kind\\\":\\\"small\\\",\\\"sizes\\\":[1],\\\"open\\\":true}";

        assertEquals(
                List.of("$[1].kind"),
                paths(decode("[\"" + inner + "\",{\"kind\":\"x\",\"sizes\":\"[2]\",\"open\":false}]")));
    }

    @Test
    void aStringInAStringIsNotOpenedTwice() {
        assertEquals(List.of("$[0]"), paths(decode("\"[\\\"{\\\\\\\"kind\\\\\\\":1}\\\"]\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1", "[1]]", "[1] x", "1", "{}", "[1,]", "['a']"})
    void aStringThatHoldsNoStrictArrayIsNoArray(String text) {
        assertEquals(
                List.of("$[0].sizes"),
                paths(decode("[{\"kind\":\"small\",\"sizes\":\"" + text + "\",\"open\":true}]")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "QUOTED_SCALARS | [{\"kind\":\"small\",\"sizes\":[\"1\"],\"open\":true}]",
                "QUOTED_SCALARS | [{\"kind\":\"small\",\"sizes\":[1],\"open\":\"true\"}]",
                "SINGLE_AS_LIST | [{\"kind\":\"small\",\"sizes\":1,\"open\":true}]",
                "SINGLE_AS_LIST | {\"kind\":\"small\",\"sizes\":[1],\"open\":true}",
                "RELAXED_SYNTAX | [{\"kind\":\"small\",\"sizes\":[1],\"open\":true,}]",
                "RELAXED_SYNTAX | [{kind:'small',\"sizes\":[1],\"open\":true}]",
                "RELAXED_SYNTAX | [{'kind': 'small', 'sizes': [1], 'open': True}]",
                "RELAXED_SYNTAX | [{\"kind\":\"small\",/* one */\"sizes\":[1],\"open\":true}]"
            })
    void aToolMayChooseToRepair(Leniency leniency, String text) {
        Decoded.Accepted<List<Box>> lenient = accepted(CODEC.decode(text, new ReadOptions(Set.of(leniency))));

        assertEquals(List.of(SMALL), lenient.value());
        assertEquals(1, lenient.repairs().size());
        assertInstanceOf(Decoded.Rejected.class, decode(text), "without the choice");
    }

    @Test
    void wordingIsThatOfTheCatalogue() throws IOException {
        ReadOptions options = new ReadOptions(Set.of(Leniency.SINGLE_AS_LIST));
        Repair single = accepted(CODEC.decode("{\"kind\":\"small\",\"sizes\":[1],\"open\":true}", options))
                .repairs()
                .get(0);

        assertEquals(Repair.Kind.SINGLE_AS_LIST, single.kind());
        new GoldenMessages().add("single as list", single.after()).verify(RepairTest.class);
    }

    @Test
    void aWordOfPythonIsTheValueThatItMeans() {
        ReadOptions relaxed = new ReadOptions(Set.of(Leniency.RELAXED_SYNTAX));

        assertEquals(
                List.of(new Box("small", List.of(1), false, List.of())),
                accepted(CODEC.decode("[{'kind': 'small', 'sizes': [1], 'open': False}]", relaxed))
                        .value());
        assertEquals(
                List.of("$[0].open"), paths(CODEC.decode("[{'kind': 'small', 'sizes': [1], 'open': None}]", relaxed)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"kind\":\"small\",\"sizes\":[\" 1\"],\"open\":true}]",
                "[{\"kind\":\"small\",\"sizes\":[\"1,000\"],\"open\":true}]",
                "[{\"kind\":\"small\",\"sizes\":[\"01\"],\"open\":true}]",
                "[{\"kind\":\"small\",\"sizes\":[\"1.5\"],\"open\":true}]",
                "[{\"kind\":\"small\",\"sizes\":[1],\"open\":\"True\"}]",
                "[{\"kind\":\"small\",\"sizes\":[1],\"open\":\"yes\"}]",
                "[{\"kind\":\"small\",\"sizes\":null,\"open\":true}]",
                "[{\"kind\":\"small\",\"sizes\":[1],\"open\":true",
                "[{\"kind\":\"small\",\"sizes\":[1],\"open\":tru",
                "[{\"kind\":\"small\" \"sizes\":[1],\"open\":true}]"
            })
    void whatIsAGuessIsNeverRepaired(String text) {
        assertInstanceOf(Decoded.Rejected.class, CODEC.decode(text, new ReadOptions(Set.of(Leniency.values()))));
    }

    private static Decoded<List<Box>> decode(String text) {
        return CODEC.decode(text);
    }

    private static Decoded<List<Box>> accepted(List<Box> value, Repair... repairs) {
        return new Decoded.Accepted<>(value, List.of(repairs));
    }

    private static Decoded.Accepted<List<Box>> accepted(Decoded<List<Box>> decoded) {
        if (decoded instanceof Decoded.Accepted<List<Box>> accepted) {
            return accepted;
        }
        throw new AssertionError("not accepted: " + decoded);
    }

    private static List<String> paths(Decoded<List<Box>> decoded) {
        return decoded instanceof Decoded.Rejected<List<Box>> rejected
                ? rejected.violations().stream().map(Violation::path).toList()
                : List.of("accepted: " + decoded);
    }
}

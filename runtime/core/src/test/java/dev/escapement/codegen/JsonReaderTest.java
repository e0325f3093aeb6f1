package dev.escapement.codegen;

import static dev.escapement.codegen.DecodingSupport.expectation;
import static dev.escapement.codegen.DecodingSupport.missing;
import static dev.escapement.codegen.DecodingSupport.reading;
import static dev.escapement.codegen.DecodingSupport.repairs;
import static dev.escapement.codegen.DecodingSupport.string;
import static dev.escapement.codegen.DecodingSupport.value;
import static dev.escapement.codegen.DecodingSupport.violations;
import static dev.escapement.internal.json.ViolationMessages.UNKNOWN_PROPERTY;
import static dev.escapement.internal.json.ViolationMessages.meant;
import static dev.escapement.internal.json.ViolationMessages.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.Repair;
import dev.escapement.json.Violation;
import dev.escapement.testing.GoldenMessages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests of the texts that a record's codec accepts, and of the violations of others. {@link JsonReaderNumbersTest}
 * covers numbers.
 */
class JsonReaderTest {

    private static final JsonCodec<Object> NO_PARAMETERS = reading(in -> {
        if (!in.beginObject(PropertySet.required())) {
            return null;
        }
        while (in.nextProperty()) {
            in.skip();
        }
        return in.endObject() ? "nothing to tell" : null;
    });

    private static final JsonCodec<RecordedOrder.Line> LINE = RecordedOrder.LINE;

    @Test
    void acceptsACompleteObject() {
        assertEquals(RecordedOrder.VALUE, value(RecordedOrder.CODEC, RecordedOrder.JSON));
    }

    @Test
    void aRightTextNeedsNoRepair() {
        assertEquals(List.of(), repairs(RecordedOrder.CODEC, RecordedOrder.JSON));
    }

    @Test
    void acceptsPropertiesInAnyOrder() {
        assertEquals(new RecordedOrder.Line("a", 1), value(LINE, "{\"qty\":1,\"sku\":\"a\"}"));
    }

    @Test
    void acceptsWhitespaceAroundTheText() {
        assertEquals(new RecordedOrder.Line("a", 1), value(LINE, " \t\r\n{ \"sku\" : \"a\" , \"qty\" : 1 }\n"));
    }

    @Test
    void acceptsAByteOrderMark() {
        assertEquals(new RecordedOrder.Line("a", 1), value(LINE, "\uFEFF{\"sku\":\"a\",\"qty\":1}"));
    }

    @Test
    void readsEscapedNamesAndStrings() {
        assertEquals(
                new RecordedOrder.Line("ä\"\n😀", 1),
                value(LINE, "{\"s\\u006bu\":\"\\u00e4\\\"\\n\\ud83d\\ude00\",\"qty\":1}"));
    }

    @Test
    void violationHasPathExpectedAndActual() {
        Decoded<RecordedOrder.Line> decoded = LINE.decode("{\"sku\":\"a\",\"qty\":\"two\"}");

        assertEquals(
                new Decoded.Rejected<>(List.of(new Violation("$.qty", ViolationMessages.INTEGER, string("two")))),
                decoded);
    }

    static Stream<Arguments> wrongTypes() {
        return Stream.of(
                arguments("id", "5", ViolationMessages.STRING, "5"),
                arguments("id", "null", ViolationMessages.STRING, "null"),
                arguments("id", "[1,[2]]", ViolationMessages.STRING, ViolationMessages.ARRAY),
                arguments("total", "\"5\"", ViolationMessages.INTEGER, string("5")),
                arguments("total", "true", ViolationMessages.INTEGER, "true"),
                arguments("weight", "{}", ViolationMessages.NUMBER, ViolationMessages.OBJECT),
                arguments("price", "\"1.5\"", ViolationMessages.NUMBER, string("1.5")),
                arguments("gift", "\"true\"", ViolationMessages.BOOLEAN, string("true")),
                arguments("gift", "0", ViolationMessages.BOOLEAN, "0"),
                arguments("gift", "{\"a\":[]}", ViolationMessages.BOOLEAN, ViolationMessages.OBJECT),
                arguments("lines", "{\"0\":1}", ViolationMessages.ARRAY, ViolationMessages.OBJECT),
                arguments("lines", "\"[1,\"", ViolationMessages.ARRAY, string("[1,")),
                arguments("stock", "[1]", ViolationMessages.OBJECT, ViolationMessages.ARRAY),
                arguments("stock", "false", ViolationMessages.OBJECT, "false"),
                arguments("note", "1.5e3", ViolationMessages.STRING, "1.5e3"),
                arguments("comment", "[]", ViolationMessages.STRING, ViolationMessages.ARRAY));
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void wrongTypeIsReportedAtItsProperty(String property, String json, String expected, String actual) {
        String text = RecordedOrder.JSON.replaceFirst(
                "\"" + property + "\":(\\[.*]|\\{.*\\}(?=,\"note)|\"[^\"]*\"|[^,}]+)", "\"" + property + "\":" + json);

        assertEquals(List.of(new Violation("$." + property, expected, actual)), violations(RecordedOrder.CODEC, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"{\"", "5", "true"})
    void somethingElseInPlaceOfTheObjectIsReportedAtTheRoot(String text) {
        String found = text.startsWith("\"") ? string("{") : text.equals("[]") ? ViolationMessages.ARRAY : text;

        assertEquals(List.of(new Violation("$", ViolationMessages.OBJECT, found)), violations(LINE, text));
    }

    @Test
    void aFaultInAListIsReportedWithItsIndex() {
        assertEquals(
                List.of(new Violation("$.lines[1].qty", ViolationMessages.INTEGER, "null")),
                violations(RecordedOrder.CODEC, RecordedOrder.JSON.replace("\"qty\":4", "\"qty\":null")));
    }

    @Test
    void aFaultInAMapIsReportedWithItsKey() {
        assertEquals(
                List.of(new Violation("$.stock[\"Zürich\"]", ViolationMessages.INTEGER, string("3"))),
                violations(RecordedOrder.CODEC, RecordedOrder.JSON.replace(":3,", ":\"3\",")));
    }

    @Test
    void aMissingPropertyIsReported() {
        assertEquals(List.of(missing("$.qty")), violations(LINE, "{\"sku\":\"a\"}"));
    }

    @Test
    void aMissingOptionalPropertyIsAbsent() {
        String text = RecordedOrder.JSON.replace(",\"note\":\"ring twice\"", "");

        assertEquals(Optional.empty(), value(RecordedOrder.CODEC, text).note());
    }

    @Test
    void anUnknownPropertyIsReportedWithTheNameThatWasMeant() {
        assertEquals(
                List.of(new Violation("$.qtty", UNKNOWN_PROPERTY + meant("\"qty\""), "2")),
                violations(LINE, "{\"sku\":\"a\",\"qty\":1,\"qtty\":2}"));
    }

    @Test
    void dissimilarPropertyHasNoSuggestion() {
        assertEquals(
                List.of(new Violation("$.colour", UNKNOWN_PROPERTY, ViolationMessages.OBJECT)),
                violations(LINE, "{\"sku\":\"a\",\"colour\":{\"r\":[1,{}]},\"qty\":1}"));
    }

    @Test
    void aPropertyGivenTwiceIsReported() {
        assertEquals(
                List.of(new Violation("$.qty", ViolationMessages.PROPERTY_ONCE, ViolationMessages.AGAIN)),
                violations(LINE, "{\"sku\":\"a\",\"qty\":1,\"qty\":1}"));
    }

    @Test
    void aMapEntryGivenTwiceIsReported() {
        assertEquals(
                List.of(new Violation("$.stock.x", ViolationMessages.PROPERTY_ONCE, ViolationMessages.AGAIN)),
                violations(
                        RecordedOrder.CODEC,
                        RecordedOrder.JSON.replace("\"Zürich\":3", "\"x\":1,\"y\":2,\"\\u0078\":[3]")));
    }

    @Test
    void namesOfOneMapMayComeAgainInTheNext() {
        JsonCodec<List<Integer>> maps = reading(in -> {
            int entries = 0;
            in.beginArray();
            while (in.nextElement()) {
                in.beginMap();
                while (in.nextEntry()) {
                    entries += in.readInt();
                }
                in.endMap();
            }
            return in.endArray() ? List.of(entries) : null;
        });

        assertEquals(List.of(5), value(maps, "[{\"a\":2},{\"a\":3}]"));
    }

    @Test
    void everythingThatIsWrongIsReportedAtOnceSortedByPath() {
        assertEquals(
                List.of(
                        missing("$.gift"),
                        new Violation("$.id", ViolationMessages.STRING, "7"),
                        missing("$.lines[0].qty"),
                        new Violation("$.lines[0].sku", ViolationMessages.STRING, "null"),
                        new Violation("$.lines[2]", ViolationMessages.OBJECT, "5"),
                        missing("$.price"),
                        new Violation("$.stock.a", ViolationMessages.INTEGER, ViolationMessages.ARRAY),
                        missing("$.total"),
                        missing("$.weight"),
                        new Violation("$.z", UNKNOWN_PROPERTY, "1")),
                violations(
                        RecordedOrder.CODEC,
                        "{\"z\":1,\"lines\":[{\"sku\":null},{\"sku\":\"a\",\"qty\":1},5],\"id\":7,\"stock\":{\"a\":[]}}"));
    }

    @Test
    void atMostOneHundredViolationsAreKept() {
        String lines = IntStream.range(0, 1_000).mapToObj(i -> "0").collect(Collectors.joining(",", "[", "]"));

        int kept = violations(RecordedOrder.CODEC, "{\"lines\":" + lines + "}").size();

        assertEquals(JsonReader.MAX_VIOLATIONS, kept);
    }

    @Test
    void violationsBeyondTheHundredStillReject() {
        String lines = IntStream.range(0, 101).mapToObj(i -> "0").collect(Collectors.joining(",", "[", "]"));
        String text = RecordedOrder.JSON.replaceFirst("\\[.*]", lines);

        assertInstanceOf(Decoded.Rejected.class, RecordedOrder.CODEC.decode(text));
    }

    @Test
    void anObjectMayHaveMoreThan64Properties() {
        String[] names = IntStream.range(0, 70).mapToObj(i -> "p" + i).toArray(String[]::new);
        PropertySet properties = PropertySet.required(names);
        JsonCodec<Integer> wide = reading(in -> {
            int sum = 0;
            in.beginObject(properties);
            while (in.nextProperty()) {
                sum += in.readInt();
            }
            return in.endObject() ? sum : null;
        });
        String text =
                IntStream.range(0, 69).mapToObj(i -> "\"p" + i + "\":1").collect(Collectors.joining(",", "{", "}"));

        assertEquals(List.of(missing("$.p69")), violations(wide, text));
    }

    @Test
    void nullForAnOptionalPropertyIsRepaired() {
        String text = RecordedOrder.JSON.replace("\"ring twice\"", "null");

        assertEquals(
                List.of(new Repair("$.note", Repair.Kind.NULL_AS_ABSENT, "null", "")),
                repairs(RecordedOrder.CODEC, text));
    }

    @Test
    void nullForANullablePropertyIsAValueAndNoRepair() {
        assertEquals(List.of(), repairs(RecordedOrder.CODEC, RecordedOrder.JSON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void aBlankTextIsAnObjectWithoutParameters(String text) {
        assertEquals(
                List.of(new Repair("$", Repair.Kind.NOTHING_AS_EMPTY_OBJECT, "", "{}")), repairs(NO_PARAMETERS, text));
    }

    @Test
    void anEmptyObjectWithoutParametersNeedsNoRepair() {
        assertEquals(List.of(), repairs(NO_PARAMETERS, "{}"));
    }

    @Test
    void anObjectWithoutParametersHasNoProperties() {
        assertEquals(List.of(new Violation("$.a", UNKNOWN_PROPERTY, "1")), violations(NO_PARAMETERS, "{\"a\":1}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aBlankTextIsNoObjectWithParameters(String text) {
        assertEquals(
                List.of(new Violation("$", ViolationMessages.OBJECT, ViolationMessages.NOTHING)),
                violations(LINE, text));
    }

    @Test
    void theRefusalOfAConstructorIsReportedAtItsObject() {
        assertEquals(
                List.of(new Violation(
                        "$.lines[0]",
                        ViolationMessages.CONSISTENT,
                        ViolationMessages.inconsistent("qty must be at least 1"))),
                violations(RecordedOrder.CODEC, RecordedOrder.JSON.replace("\"qty\":2", "\"qty\":0")));
    }

    @Test
    void defectOfAConstructorIsLoggedAndNotShownToTheModel() throws IOException {
        IllegalStateException defect = new IllegalStateException("password=hunter2");
        JsonCodec<String> broken = reading(in -> {
            in.skip();
            in.reportRefusal(defect);
            return null;
        });
        List<LogRecord> logged = new ArrayList<>();
        Logger log = Logger.getLogger(JsonReader.class.getName());
        log.setFilter(entry -> {
            logged.add(entry);
            return false;
        });

        List<Violation> violations = violations(broken, "{}");

        log.setFilter(null);
        assertEquals(
                List.of(new Violation("$", ViolationMessages.CONSISTENT, ViolationMessages.INCONSISTENT)), violations);
        assertEquals(1, logged.size());
        assertEquals(Level.WARNING, logged.get(0).getLevel());
        assertSame(defect, logged.get(0).getThrown());
        assertTrue(logged.get(0).getMessage().contains("$"), logged.get(0)::getMessage);
        new GoldenMessages().add("log", logged.get(0).getMessage()).verify(JsonReaderTest.class);
    }

    @Test
    void unknownStringIsReportedWithASuggestion() {
        JsonCodec<String> colour = reading(in -> in.readConstant(ConstantSet.of("RED", "GREEN")));

        assertEquals(
                List.of(new Violation("$", oneOf("\"RED\", \"GREEN\"") + meant("\"GREEN\""), string("gren"))),
                violations(colour, "\"gren\""));
    }

    @Test
    void aLongListOfAllowedStringsIsCut() {
        String[] allowed = IntStream.range(0, 31).mapToObj(i -> "A" + i).toArray(String[]::new);
        JsonCodec<String> many = reading(in -> in.readConstant(ConstantSet.of(allowed)));

        String expected = expectation(many, "\"nothing like it\"");

        assertEquals("\"A29\", …", expected.substring(expected.indexOf("\"A29\"")));
    }

    @Test
    void readerThatReturnsNullMustReportAViolation() {
        JsonCodec<String> silent = JsonCodec.of(in -> null, JsonWriter::writeString);

        assertThrows(IllegalArgumentException.class, () -> silent.decode("null"));
    }
}

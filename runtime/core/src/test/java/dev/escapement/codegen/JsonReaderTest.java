package dev.escapement.codegen;

import static dev.escapement.codegen.DecodingSupport.reading;
import static dev.escapement.codegen.DecodingSupport.repairs;
import static dev.escapement.codegen.DecodingSupport.value;
import static dev.escapement.codegen.DecodingSupport.violations;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.Repair;
import dev.escapement.json.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a record's codec accepts, and the exact words about everything else. Numbers have a test of their own. */
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
    void aViolationTellsPathExpectedAndActual() {
        Decoded<RecordedOrder.Line> decoded = LINE.decode("{\"sku\":\"a\",\"qty\":\"two\"}");

        assertEquals(
                new Decoded.Rejected<>(List.of(new Violation("$.qty", "an integer", "the string \"two\""))), decoded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id     | 5          | a string      | 5",
                "id     | null       | a string      | null",
                "id     | [1,[2]]    | a string      | an array",
                "total  | \"5\"      | an integer    | the string \"5\"",
                "total  | true       | an integer    | true",
                "weight | {}         | a number      | an object",
                "price  | \"1.5\"    | a number      | the string \"1.5\"",
                "gift   | \"true\"   | true or false | the string \"true\"",
                "gift   | 0          | true or false | 0",
                "gift   | {\"a\":[]} | true or false | an object",
                "lines  | {\"0\":1}  | an array      | an object",
                "lines  | \"[1,\"    | an array      | the string \"[1,\"",
                "stock  | [1]        | an object     | an array",
                "stock  | false      | an object     | false",
                "note   | 1.5e3      | a string      | 1.5e3",
                "comment| []         | a string      | an array"
            })
    void aWrongTypeIsReportedAtItsProperty(String property, String json, String expected, String actual) {
        String text = RecordedOrder.JSON.replaceFirst(
                "\"" + property + "\":(\\[.*]|\\{.*\\}(?=,\"note)|\"[^\"]*\"|[^,}]+)", "\"" + property + "\":" + json);

        assertEquals(
                List.of("$." + property + ": expected " + expected + ", found " + actual),
                violations(RecordedOrder.CODEC, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"{\"", "5", "true"})
    void somethingElseInPlaceOfTheObjectIsReportedAtTheRoot(String text) {
        String found = text.startsWith("\"") ? "the string \"{\"" : text.equals("[]") ? "an array" : text;

        assertEquals(List.of("$: expected an object, found " + found), violations(LINE, text));
    }

    @Test
    void aFaultInAListIsReportedWithItsIndex() {
        assertEquals(
                List.of("$.lines[1].qty: expected an integer, found null"),
                violations(RecordedOrder.CODEC, RecordedOrder.JSON.replace("\"qty\":4", "\"qty\":null")));
    }

    @Test
    void aFaultInAMapIsReportedWithItsKey() {
        assertEquals(
                List.of("$.stock[\"Zürich\"]: expected an integer, found the string \"3\""),
                violations(RecordedOrder.CODEC, RecordedOrder.JSON.replace(":3,", ":\"3\",")));
    }

    @Test
    void aMissingPropertyIsReported() {
        assertEquals(List.of("$.qty: expected a value, found nothing"), violations(LINE, "{\"sku\":\"a\"}"));
    }

    @Test
    void aMissingOptionalPropertyIsAbsent() {
        String text = RecordedOrder.JSON.replace(",\"note\":\"ring twice\"", "");

        assertEquals(Optional.empty(), value(RecordedOrder.CODEC, text).note());
    }

    @Test
    void anUnknownPropertyIsReportedWithTheNameThatWasMeant() {
        assertEquals(
                List.of("$.qtty: expected no such property (did you mean \"qty\"?), found 2"),
                violations(LINE, "{\"sku\":\"a\",\"qty\":1,\"qtty\":2}"));
    }

    @Test
    void anUnknownPropertyUnlikeAnyOtherIsReportedWithoutAGuess() {
        assertEquals(
                List.of("$.colour: expected no such property, found an object"),
                violations(LINE, "{\"sku\":\"a\",\"colour\":{\"r\":[1,{}]},\"qty\":1}"));
    }

    @Test
    void aPropertyGivenTwiceIsReported() {
        assertEquals(
                List.of("$.qty: expected the property once, found it a second time"),
                violations(LINE, "{\"sku\":\"a\",\"qty\":1,\"qty\":1}"));
    }

    @Test
    void aMapEntryGivenTwiceIsReported() {
        assertEquals(
                List.of("$.stock.x: expected the property once, found it a second time"),
                violations(RecordedOrder.CODEC, RecordedOrder.JSON.replace("\"Zürich\":3", "\"x\":1,\"y\":2,\"\\u0078\":[3]")));
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
                        "$.gift: expected a value, found nothing",
                        "$.id: expected a string, found 7",
                        "$.lines[0].qty: expected a value, found nothing",
                        "$.lines[0].sku: expected a string, found null",
                        "$.lines[2]: expected an object, found 5",
                        "$.price: expected a value, found nothing",
                        "$.stock.a: expected an integer, found an array",
                        "$.total: expected a value, found nothing",
                        "$.weight: expected a value, found nothing",
                        "$.z: expected no such property, found 1"),
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

        assertEquals(List.of("$.p69: expected a value, found nothing"), violations(wide, text));
    }

    @Test
    void nullForAnOptionalPropertyIsRepaired() {
        String text = RecordedOrder.JSON.replace("\"ring twice\"", "null");

        assertEquals(List.of(new Repair("$.note", Repair.Kind.NULL_AS_ABSENT, "null", "")), repairs(RecordedOrder.CODEC, text));
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
        assertEquals(List.of("$.a: expected no such property, found 1"), violations(NO_PARAMETERS, "{\"a\":1}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aBlankTextIsNoObjectWithParameters(String text) {
        assertEquals(List.of("$: expected an object, found nothing"), violations(LINE, text));
    }

    @Test
    void theRefusalOfAConstructorIsReportedAtItsObject() {
        assertEquals(
                List.of(
                        "$.lines[0]: expected values that go together, found values that do not: qty must be at least 1"),
                violations(RecordedOrder.CODEC, RecordedOrder.JSON.replace("\"qty\":2", "\"qty\":0")));
    }

    @Test
    void aDefectInAConstructorIsLoggedAndTheModelReadsNothingOfIt() {
        IllegalStateException defect = new IllegalStateException("password=hunter2");
        JsonCodec<String> broken = reading(in -> {
            in.skip();
            in.refused(defect);
            return null;
        });
        List<LogRecord> logged = new ArrayList<>();
        Logger log = Logger.getLogger(JsonReader.class.getName());
        log.setFilter(entry -> {
            logged.add(entry);
            return false;
        });

        List<String> violations = violations(broken, "{}");

        log.setFilter(null);
        assertEquals(List.of("$: expected values that go together, found values that do not"), violations);
        assertEquals(1, logged.size());
        assertEquals(Level.WARNING, logged.get(0).getLevel());
        assertSame(defect, logged.get(0).getThrown());
        assertTrue(logged.get(0).getMessage().contains("at $ failed"), logged.get(0)::getMessage);
    }

    @Test
    void aStringThatIsNoneOfTheAllowedOnesIsReportedWithTheOneThatWasMeant() {
        JsonCodec<String> colour = reading(in -> in.readConstant(ConstantSet.of("RED", "GREEN")));

        assertEquals(
                List.of("$: expected one of \"RED\", \"GREEN\" (did you mean \"GREEN\"?), found the string \"gren\""),
                violations(colour, "\"gren\""));
    }

    @Test
    void aLongListOfAllowedStringsIsCut() {
        String[] allowed = IntStream.range(0, 31).mapToObj(i -> "A" + i).toArray(String[]::new);
        JsonCodec<String> many = reading(in -> in.readConstant(ConstantSet.of(allowed)));

        String line = violations(many, "\"nothing like it\"").get(0);

        assertEquals("\"A29\", …, found the string \"nothing like it\"", line.substring(line.indexOf("\"A29\"")));
    }
}

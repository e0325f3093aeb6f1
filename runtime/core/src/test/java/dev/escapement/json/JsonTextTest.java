package dev.escapement.json;

import static dev.escapement.internal.json.ViolationMessages.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.escapement.codegen.JsonReader;
import dev.escapement.internal.json.CanonicalJson;
import dev.escapement.internal.json.EcmaNumbers;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.testing.GoldenMessages;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    private static final long SEED = 8785;

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "null", "true", "0", "-1.5e+3", "\"\"", " [1 , {\"a\":[]}]\n", "{\"a\":{\"a\":1}}"})
    void keepsAnyValueAsItIs(String json) {
        assertEquals(json, new JsonText(json).json());
    }

    static Stream<Arguments> noSingleValue() {
        return Stream.of(
                arguments("", ViolationMessages.NOTHING, at(1, 1)),
                arguments(" ", ViolationMessages.NOTHING, at(1, 2)),
                arguments("{", ViolationMessages.END_OF_TEXT, at(1, 2)),
                arguments("[1,]", "\"]\"", at(1, 4)),
                arguments("[1 2]", "\"2\"", at(1, 4)),
                arguments("{'a':1}", "\"'\"", at(1, 2)),
                arguments("nul", "\"n\"", at(1, 1)),
                arguments("01", "\"1\"", at(1, 2)),
                arguments("NaN", "\"N\"", at(1, 1)),
                arguments("1 2", "\"2\"", at(1, 3)),
                arguments("{} []", "\"[\"", at(1, 4)));
    }

    @ParameterizedTest
    @MethodSource("noSingleValue")
    void refusesWhatIsNoSingleValue(String json, String fault, String place) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> new JsonText(json));

        assertTrue(refusal.getMessage().startsWith(JsonText.refusal(fault + place)), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"a\":1,\"a\":1}~$.a",
                "[0,{\"b c\":{\"a\":1,\"\\u0061\":2}}]~$[1][\"b c\"].a",
                "{\"a\":[{},{\"b\":[],\"b\":[]}]}~$.a[1].b",
            })
    void duplicateNameIsKeptButNotCanonical(String json, String path) {
        JsonText text = new JsonText(json);

        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, text::canonical);

        assertEquals(json, text.json());
        assertEquals(CanonicalJson.repeated(path), refusal.getMessage());
    }

    @Test
    void escapesHaveAsciiDigits() {
        String arabicIndic = "\"\\ud\u0668\u0660\u0660\"";

        assertThrows(IllegalArgumentException.class, () -> new JsonText(arabicIndic));
    }

    @Test
    void keepsNamesOfAnyLength() {
        String json = "{\"" + "x".repeat(100_000) + "\":1}";

        assertEquals(json, new JsonText(json).canonical());
    }

    @Test
    void wordingOfRefusalsIsThatOfTheCatalogue() throws IOException {
        new GoldenMessages()
                .add("text", JsonText.refusal("‹fault›"))
                .add("canonical form", CanonicalJson.repeated("‹path›"))
                .verify(JsonTextTest.class);
    }

    @Test
    void namesTheLine() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new JsonText("{\n \"a\":\n  }"));

        assertTrue(refusal.getMessage().startsWith(JsonText.refusal("\"}\"" + at(3, 3))), refusal.getMessage());
    }

    @Test
    void hasTheLimitsOfTheReader() {
        String deepest = "[".repeat(JsonReader.MAX_DEPTH) + "]".repeat(JsonReader.MAX_DEPTH);
        String longest = "1".repeat(JsonReader.MAX_NUMBER_LENGTH);

        assertEquals(deepest, new JsonText(deepest).canonical());
        assertEquals("1.1" + "1".repeat(498) + "e+499", new JsonText(longest).canonical());
        assertThrows(IllegalArgumentException.class, () -> new JsonText("[" + deepest + "]"));
        assertThrows(IllegalArgumentException.class, () -> new JsonText(longest + "1"));
        assertThrows(IllegalArgumentException.class, () -> new JsonText("[".repeat(1_000_000)));
    }

    @Test
    void isEqualByItsText() {
        assertEquals(new JsonText("[1]"), new JsonText("[1]"));
        assertNotEquals(new JsonText("[1]"), new JsonText("[1.0]"));
        assertEquals(new JsonText("[1]").canonical(), new JsonText(" [1.0]").canonical());
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0,0",
        "-0.0e5,0",
        "1,1",
        "-1.0,-1",
        "4.50,4.5",
        "2e-3,0.002",
        "1e2,100",
        "0.1,0.1",
        "1E30,1e+30",
        "1e21,1e+21",
        "1e20,100000000000000000000",
        "123456789012345680000,123456789012345680000",
        "1234567890123456800000,1.2345678901234568e+21",
        "0.000001,0.000001",
        "1e-7,1e-7",
        "-1.5e-7,-1.5e-7",
        "0.000000000000000000000000001,1e-27",
        "333333333.33333329,333333333.3333333",
        "9007199254740992,9007199254740992",
        "9007199254740993,9007199254740992",
        "9007199254740995,9007199254740996",
        "5e-324,5e-324",
        "4.9E-324,5e-324",
        "1e-323,1e-323",
        "2e-323,2e-323",
        "1.7976931348623157e308,1.7976931348623157e+308",
        "2.2250738585072014e-308,2.2250738585072014e-308",
        "2e23,2e+23",
        "9.5e-323,9.4e-323",
        "2.0E-3,0.002",
        "1.1e1,11",
        "1e23,1e+23",
        "5.684341886080802e-14,5.684341886080802e-14",
        "2.98023223876953125E-8,2.9802322387695312e-8",
        "1e-400,0",
        "1e400,1e+400",
        "-12.50E+400,-1.25e+401",
        "1e99999999999999999999,1e+99999999999999999999",
        "100e99999999999999999999,1e+100000000000000000001",
    })
    void numbersAreThoseOfEcmaScript(String number, String canonical) {
        assertEquals(canonical, new JsonText(number).canonical());
    }

    @Test
    void numbersAreTheShortestThatReadBack() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            value = i % 4 == 0 ? random.nextInt(1000) * Math.pow(10, random.nextInt(600) - 320) : value;
            value = i % 4 == 1 ? Math.scalb(1, random.nextInt(2098) - 1074) : value;
            if (Double.isFinite(value)) {
                String text = EcmaNumbers.print(value);
                assertEquals(value, Double.parseDouble(text) + 0.0, "seed " + SEED + ": " + text);
                assertEquals(0, shortest(value).compareTo(new BigDecimal(text)), "seed " + SEED + ": " + text);
            }
        }
    }

    /** Returns the shortest, then closest, then even decimal number that is read as a double, by exhaustive search. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; ; digits++) {
            BigDecimal closest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            BigDecimal down = exact.round(new MathContext(digits, RoundingMode.DOWN));
            BigDecimal up = exact.round(new MathContext(digits, RoundingMode.UP));
            for (BigDecimal candidate : List.of(closest, down, up)) {
                if (candidate.doubleValue() == value) {
                    return candidate;
                }
            }
        }
    }

    @Test
    void namesAreSortedByTheirUtf16CodeUnits() {
        String json =
                "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"ö\":7,\"\":8,"
                        + "\"aa\":9,\"a\":10,\"B\":11}";

        assertEquals(
                "{\"\":8,\"\\r\":2,\"1\":4,\"B\":11,\"a\":10,\"aa\":9,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,"
                        + "\"\ufb33\":3}",
                new JsonText(json).canonical());
    }

    @Test
    void onlyWhatMustBeEscapedIsEscaped() {
        String json =
                "\"\\u0000\\u0008\\u0009\\u000a\\u000b\\u000c\\u000D\\u001F\\u0022\\u005c\\/\\u007f\\u2028é\\ud83d\\ude00\"";

        assertEquals(
                "\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\\\"\\\\/\u007f\u2028é😀\"", new JsonText(json).canonical());
    }

    @Test
    void halfASurrogatePairIsEscaped() {
        assertEquals(
                "\"a\\ud83d\\ud83d\\ude00\"".replace("\\ud83d\\ude00", "😀"),
                new JsonText("\"a\\uD83D\\uD83D\\uDE00\"").canonical());
    }

    @Test
    void nestedValuesAreCanonicalToo() {
        assertEquals(
                "{\"a\":[{\"b\":null,\"c\":[]},{},true,[false]],\"z\":\"x\"}",
                new JsonText("{ \"z\" : \"x\", \"a\" : [ {\"c\": [ ], \"b\": null}, { }, true, [false] ] }")
                        .canonical());
    }

    @Test
    void theFormDependsOnNothingButTheValue() {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            long value = random.nextLong();
            JsonText one = new JsonText(write(new Random(value), new Random(random.nextLong()), 4));
            JsonText other = new JsonText(write(new Random(value), new Random(random.nextLong()), 4));
            String canonical = one.canonical();

            assertEquals(canonical, other.canonical(), "seed " + SEED + ": " + one);
            assertEquals(canonical, new JsonText(canonical).canonical(), "seed " + SEED + ": " + one);
        }
    }

    /** Returns a random value in a random text form. */
    private static String write(Random value, Random form, int depth) {
        String space = " \n\t\r".substring(form.nextInt(4)).repeat(form.nextInt(2));
        int kind = value.nextInt(depth > 0 ? 6 : 4);
        String text = switch (kind) {
            case 0 -> List.of("null", "true", "false").get(value.nextInt(3));
            case 1 -> value.nextInt(1000) + (form.nextBoolean() ? "" : ".000");
            case 2 -> BigDecimal.valueOf(value.nextGaussian()) + (form.nextBoolean() ? "" : "e0");
            case 3 -> string(value, form);
            case 4 ->
                IntStream.range(0, value.nextInt(4))
                        .mapToObj(i -> write(value, form, depth - 1))
                        .collect(Collectors.joining(",", "[", "]"));
            default -> object(value, form, depth);
        };
        return space + text + space;
    }

    private static String object(Random value, Random form, int depth) {
        List<String> properties = new ArrayList<>();
        for (int i = value.nextInt(5); i > 0; i--) {
            String name = string(value, form);
            properties.add(name.substring(0, name.length() - 1) + i + "\":" + write(value, form, depth - 1));
        }
        Collections.shuffle(properties, form);
        return "{" + String.join(",", properties) + "}";
    }

    private static String string(Random value, Random form) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = value.nextInt(4); i > 0; i--) {
            String character = List.of("a", "é", "€", "\u007f", "x").get(value.nextInt(5));
            text.append(
                    form.nextBoolean() ? character : String.format(Locale.ROOT, "\\u%04X", (int) character.charAt(0)));
        }
        return text.append('"').toString();
    }
}

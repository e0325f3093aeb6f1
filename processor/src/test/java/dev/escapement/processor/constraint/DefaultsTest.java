package dev.escapement.processor.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Defaults: what a component is when it is left out, and which texts cannot say that. */
class DefaultsTest {

    private static final String COLOUR = "enum Colour { RED, @JsonProperty(\"light-blue\") LIGHT_BLUE }";

    @Test
    void whatIsLeftOutIsTheDefault() {
        CompiledCodec codec = CompiledCodec.of("""
                @JsonProperty(defaultValue = "10") int anInt,
                @JsonProperty(defaultValue = "5000000000") Long aLong,
                @JsonProperty(defaultValue = "-1") byte aByte,
                @JsonProperty(defaultValue = "0.5") float aFloat,
                @JsonProperty(defaultValue = "1e3") double aDouble,
                @JsonProperty(defaultValue = "true") boolean aBoolean,
                @JsonProperty(defaultValue = "'") char aChar,
                @JsonProperty(defaultValue = "a \\"b\\" \\\\ $S") String aString,
                @JsonProperty(defaultValue = "") String empty,
                @JsonProperty(defaultValue = "0.10") BigDecimal aDecimal,
                @JsonProperty(defaultValue = "99999999999999999999") BigInteger aBigInteger,
                @JsonProperty(defaultValue = "light-blue") Colour aColour
                """, COLOUR);
        assertEquals(
                "{\"anInt\":10,\"aLong\":5000000000,\"aByte\":-1,\"aFloat\":0.5,\"aDouble\":1000.0,\"aBoolean\":true,"
                        + "\"aChar\":\"'\",\"aString\":\"a \\\"b\\\" \\\\ $S\",\"empty\":\"\",\"aDecimal\":0.10,"
                        + "\"aBigInteger\":99999999999999999999,\"aColour\":\"light-blue\"}",
                codec.again("{}"));
    }

    @Test
    void textsHaveTheirForms() {
        CompiledCodec codec = CompiledCodec.of("""
                @JsonProperty(defaultValue = "2026-01-31") LocalDate date,
                @JsonProperty(defaultValue = "2026-01-31T12:00:00+01:00") Instant instant,
                @JsonProperty(defaultValue = "PT1H") Duration duration,
                @JsonProperty(defaultValue = "123e4567-e89b-12d3-a456-426614174000") UUID uuid,
                @JsonProperty(defaultValue = "https://example.com") URI uri,
                @JsonProperty(defaultValue = "en-GB") Locale locale,
                @JsonProperty(defaultValue = "EUR") Currency currency,
                @JsonProperty(defaultValue = "Europe/Paris") ZoneId zone,
                @JsonProperty(defaultValue = "+01:00") ZoneOffset offset
                """);
        assertEquals(
                "{\"date\":\"2026-01-31\",\"instant\":\"2026-01-31T11:00:00Z\",\"duration\":\"PT1H\","
                        + "\"uuid\":\"123e4567-e89b-12d3-a456-426614174000\",\"uri\":\"https://example.com\","
                        + "\"locale\":\"en-GB\",\"currency\":\"EUR\",\"zone\":\"Europe/Paris\",\"offset\":\"+01:00\"}",
                codec.again("{}"));
    }

    @Test
    void listsAndMaps() {
        CompiledCodec codec = CompiledCodec.of("""
                @JsonProperty(defaultValue = "[]") List<Subject> none,
                @JsonProperty(defaultValue = "[\\"b\\", \\"a\\"]") Set<String> set,
                @JsonProperty(defaultValue = "[1, 2]") int[] array,
                @JsonProperty(defaultValue = "[[\\"RED\\"], []]") List<List<Colour>> nested,
                @JsonProperty(defaultValue = "{}") Map<String, Integer> map
                """, COLOUR);
        assertEquals(
                "{\"none\":[],\"set\":[\"b\",\"a\"],\"array\":[1,2],\"nested\":[[\"RED\"],[]],\"map\":{}}",
                codec.again("{}"));
        CompiledCodec array = CompiledCodec.of("@JsonProperty(defaultValue = \"[1]\") int[] a");
        assertNotSame(array.component("{}"), array.component("{}"), "an array can be changed, so it is not shared");
    }

    @Test
    void whatIsThereIsReadAndChecked() {
        CompiledCodec codec =
                CompiledCodec.of("@JsonProperty(value = \"limit\", defaultValue = \"10\") @Max(100) int a");
        assertEquals("{\"limit\":10}", codec.again("{}"));
        assertEquals("{\"limit\":10}", codec.again("{\"limit\":null}"), "as strict modes of providers write it");
        assertEquals("{\"limit\":100}", codec.again("{\"limit\":100}"));
        assertEquals(List.of("$.limit: expected at most 100, found 101"), codec.violations("{\"limit\":101}"));
        assertEquals(
                List.of("$.limit: expected an integer, found \"x\"".replace("found ", "found the string ")),
                codec.violations("{\"limit\":\"x\"}"));
    }

    @Test
    void theGeneratedCodeSaysItAsJavaDoes() {
        String source = CompiledCodec.of("""
                        @JsonProperty(defaultValue = "10") int limit,
                        @JsonProperty(defaultValue = "2026-01-31") LocalDate due
                        """).generatedSource();
        assertTrue(source.contains("int limit = 10;"), source);
        assertTrue(source.contains("LocalDate DUE_DEFAULT = LocalDate.parse(\"2026-01-31\");"), source);
        assertTrue(source.contains("LocalDate due = DUE_DEFAULT;"), source);
    }

    @Test
    void aDefaultHasTheTypeOfItsComponent() {
        assertBad("x", "int", "an integer of 32 bits");
        assertBad("3000000000", "int", "an integer of 32 bits");
        assertBad("1.5", "long", "an integer of 64 bits");
        assertBad("", "boolean", "true or false");
        assertBad("TRUE", "boolean", "true or false");
        assertBad("1e400", "double", "a double");
        assertBad("ab", "char", "one character");
        assertBad("2026-02-30", "LocalDate", "a date like 2026-01-31");
        assertBad("XXQ", "Currency", "an ISO 4217 currency code like EUR");
        assertBad("BLUE", "Colour", "one of RED, light-blue");
        assertBad("[1,]", "List<Integer>", "a JSON array like []");
        assertBad("[1, null]", "List<Integer>", "an integer of 32 bits");
        assertBad("[1, 1]", "Set<Integer>", "an array with each element once");
        assertBad("[1, 1.0]", "Set<BigDecimal>", "an array with each element once");
        assertBad("[0.1, 0.10000000000000000001]", "Set<Double>", "an array with each element once");
        assertBad("[0, -0.0]", "Set<Float>", "an array with each element once");
        assertBad("[[1, 2], [2, 1]]", "Set<Set<Integer>>", "an array with each element once");
        assertBad("[]x", "Map<String, String>", "{}, an empty map");
    }

    @Test
    void aDefaultHasNoElementInTwoSpellings() {
        String problems = CompiledCodec.problems(
                        "@JsonProperty(defaultValue = \"[\\\"PT60M\\\", \\\"PT1H\\\"]\") Set<Duration> a")
                .toString();
        assertTrue(problems.contains("it would have to be an array with each element once"), problems);
    }

    @Test
    void aDefaultObeysTheRulesOfItsComponent() {
        assertBad("0", "@Positive int", "at least 1");
        assertBad("0.1", "@DecimalMax(value = \"0.1\", inclusive = false) double", "less than 0.1");
        assertBad("abc", "@Size(max = 2) String", "text of 0 to 2 characters");
        assertBad(" ", "@NotBlank String", "text that is not blank");
        assertBad("b", "@Pattern(regexp = \"a\") String", "text that matches ^a$");
        assertBad("[]", "@NotEmpty List<String>", "an array of at least 1 elements");
        assertBad("[0]", "List<@Min(1) Integer>", "at least 1");
        assertBad(
                "1.25",
                "@Digits(integer = 1, fraction = 1) double",
                "a number with at most 1 digits before the decimal" + " point and 1 after it");
        assertBad("false", "@AssertTrue boolean", "true");
    }

    @Test
    void aDefaultThatIsRoundedStillObeysTheRules() {
        assertBad("1e-50", "@Positive float", "a float");
        assertBad("-1e-400", "double", "a double");
        assertBad("1e39", "float", "a float");
        assertBad("0.10000000000000000001", "@DecimalMin(value = \"0.1\", inclusive = false) double", "more than 0.1");
        assertBad(
                "16777215.4",
                "@Digits(integer = 8, fraction = 0) float",
                "a number with at most 8 digits before the" + " decimal point and 0 after it");
        assertBad("[1e-50]", "List<Float>", "a float");
    }

    @Test
    void zeroKeepsItsSign() {
        CompiledCodec codec = CompiledCodec.of("""
                @JsonProperty(defaultValue = "-0.0") float aFloat,
                @JsonProperty(defaultValue = "-0") double aDouble,
                @JsonProperty(defaultValue = "[-0.0]") List<Double> list,
                @JsonProperty(defaultValue = "-0") int anInt
                """);
        assertEquals("{\"aFloat\":-0.0,\"aDouble\":-0.0,\"list\":[-0.0],\"anInt\":0}", codec.again("{}"));
    }

    private static void assertBad(String text, String type, String expected) {
        assertEquals(
                List.of("\"" + text + "\" [ESC031] \"" + text
                        + "\" cannot be the default of the component a of Subject: it would have to be " + expected
                        + ". A property that is left out would be wrong without anybody having written it."),
                CompiledCodec.problems("@JsonProperty(defaultValue = \"" + text + "\") " + type + " a", COLOUR));
    }

    @Test
    void whatMayBeMissingNeedsNoDefault() {
        assertEquals(
                List.of(
                        "\"x\" [ESC032] The component a of Subject has a default, so it always has a value, and Optional says"
                                + " that it may have none. Remove one of the two."),
                CompiledCodec.problems("@JsonProperty(defaultValue = \"x\") Optional<String> a"));
        assertEquals(
                List.of(
                        "\"x\" [ESC032] The component a of Subject has a default, so it always has a value, and @Nullable says"
                                + " that it may have none. Remove one of the two."),
                CompiledCodec.problems("@JsonProperty(defaultValue = \"x\") @Nullable String a"));
    }

    @Test
    void someTypesHaveNoDefaults() {
        assertOther("{}", "Point", "the type Point");
        assertOther("AA==", "byte[]", "the type byte[]");
        assertOther("http://x", "URL", "the type URL");
        assertOther("{}", "JsonText", "JSON of any kind");
        assertOther("2027-01-01", "@Future LocalDate", "a time that must be past or future when it is read");
    }

    private static void assertOther(String text, String type, String words) {
        assertEquals(
                List.of("\"" + text + "\" [ESC033] The component a of Subject has a default, but " + words
                        + " can have none. Make it an Optional and choose in the code what a missing value means."),
                CompiledCodec.problems(
                        "@JsonProperty(defaultValue = \"" + text + "\") " + type + " a", "record Point(int x) {}"));
    }
}

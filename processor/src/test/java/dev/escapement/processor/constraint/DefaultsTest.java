package dev.escapement.processor.constraint;

import static dev.escapement.processor.constraint.CompiledCodec.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.DefaultFault;
import dev.escapement.processor.diagnostic.Expectation;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.model.TextForm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of defaults: the value of an omitted component, and the texts that are not valid defaults. */
class DefaultsTest {

    private static final Clause COMPONENT = Declaration.COMPONENT.with("a", "Subject");
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
        assertBad("x", "int", Expectation.INTEGER_OF_BITS.with(32));
        assertBad("3000000000", "int", Expectation.INTEGER_OF_BITS.with(32));
        assertBad("1.5", "long", Expectation.INTEGER_OF_BITS.with(64));
        assertBad("", "boolean", Expectation.BOOLEAN);
        assertBad("TRUE", "boolean", Expectation.BOOLEAN);
        assertBad("1e400", "double", Expectation.DOUBLE);
        assertBad("ab", "char", Expectation.CHARACTER);
        assertBad("2026-02-30", "LocalDate", Clause.of(TextForm.LOCAL_DATE));
        assertBad("XXQ", "Currency", Clause.of(TextForm.CURRENCY));
        assertBad("BLUE", "Colour", Expectation.CONSTANT.with(List.of("RED", "light-blue")));
        assertBad("[1,]", "List<Integer>", Expectation.ARRAY);
        assertBad("[1, null]", "List<Integer>", Expectation.INTEGER_OF_BITS.with(32));
        assertBad("[1, 1]", "Set<Integer>", Expectation.DISTINCT_ELEMENTS);
        assertBad("[1, 1.0]", "Set<BigDecimal>", Expectation.DISTINCT_ELEMENTS);
        assertBad("[0.1, 0.10000000000000000001]", "Set<Double>", Expectation.DISTINCT_ELEMENTS);
        assertBad("[0, -0.0]", "Set<Float>", Expectation.DISTINCT_ELEMENTS);
        assertBad("[[1, 2], [2, 1]]", "Set<Set<Integer>>", Expectation.DISTINCT_ELEMENTS);
        assertBad("[]x", "Map<String, String>", Expectation.EMPTY_MAP);
    }

    @Test
    void aDefaultHasNoElementInTwoSpellings() {
        String literal = "\"[\\\"PT60M\\\", \\\"PT1H\\\"]\"";

        assertEquals(
                List.of(problem(
                        literal,
                        ProblemKind.BAD_DEFAULT,
                        "[\"PT60M\", \"PT1H\"]",
                        COMPONENT,
                        Expectation.DISTINCT_ELEMENTS)),
                CompiledCodec.problems("@JsonProperty(defaultValue = " + literal + ") Set<Duration> a"));
    }

    @Test
    void aDefaultObeysTheRulesOfItsComponent() {
        assertBad("0", "@Positive int", Expectation.AT_LEAST.with(1));
        assertBad("0.1", "@DecimalMax(value = \"0.1\", inclusive = false) double", Expectation.LESS_THAN.with("0.1"));
        assertBad("abc", "@Size(max = 2) String", Expectation.LENGTH.with(0, 2));
        assertBad(" ", "@NotBlank String", Expectation.NOT_BLANK);
        assertBad("b", "@Pattern(regexp = \"a\") String", Expectation.MATCH.with("^a$"));
        assertBad("[]", "@NotEmpty List<String>", Expectation.MIN_COUNT.with(1));
        assertBad("[0]", "List<@Min(1) Integer>", Expectation.AT_LEAST.with(1));
        assertBad("1.25", "@Digits(integer = 1, fraction = 1) double", Expectation.DIGITS.with(1, 1));
        assertBad("false", "@AssertTrue boolean", Expectation.TRUE);
    }

    @Test
    void aDefaultThatIsRoundedStillObeysTheRules() {
        assertBad("1e-50", "@Positive float", Expectation.FLOAT);
        assertBad("-1e-400", "double", Expectation.DOUBLE);
        assertBad("1e39", "float", Expectation.FLOAT);
        assertBad(
                "0.10000000000000000001",
                "@DecimalMin(value = \"0.1\", inclusive = false) double",
                Expectation.MORE_THAN.with("0.1"));
        assertBad("16777215.4", "@Digits(integer = 8, fraction = 0) float", Expectation.DIGITS.with(8, 0));
        assertBad("[1e-50]", "List<Float>", Expectation.FLOAT);
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

    private static void assertBad(String text, String type, Clause expected) {
        assertEquals(
                List.of(problem("\"" + text + "\"", ProblemKind.BAD_DEFAULT, text, COMPONENT, expected)),
                CompiledCodec.problems("@JsonProperty(defaultValue = \"" + text + "\") " + type + " a", COLOUR));
    }

    @Test
    void whatMayBeMissingNeedsNoDefault() {
        assertEquals(
                List.of(problem("\"x\"", ProblemKind.DEFAULT_OF_OPTIONAL, COMPONENT, "Optional")),
                CompiledCodec.problems("@JsonProperty(defaultValue = \"x\") Optional<String> a"));
        assertEquals(
                List.of(problem("\"x\"", ProblemKind.DEFAULT_OF_OPTIONAL, COMPONENT, "@Nullable")),
                CompiledCodec.problems("@JsonProperty(defaultValue = \"x\") @Nullable String a"));
    }

    @Test
    void someTypesHaveNoDefaults() {
        assertOther("{}", "Point", DefaultFault.TYPE.with("Point"));
        assertOther("AA==", "byte[]", DefaultFault.TYPE.with("byte[]"));
        assertOther("http://x", "URL", DefaultFault.TYPE.with("URL"));
        assertOther("{}", "JsonText", DefaultFault.ANY_JSON);
        assertOther("2027-01-01", "@Future LocalDate", DefaultFault.RELATIVE_TIME);
    }

    private static void assertOther(String text, String type, Clause fault) {
        assertEquals(
                List.of(problem("\"" + text + "\"", ProblemKind.DEFAULT_OF_OTHER_TYPE, COMPONENT, fault)),
                CompiledCodec.problems(
                        "@JsonProperty(defaultValue = \"" + text + "\") " + type + " a", "record Point(int x) {}"));
    }
}

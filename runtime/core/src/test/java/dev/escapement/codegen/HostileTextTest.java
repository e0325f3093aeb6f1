package dev.escapement.codegen;

import static dev.escapement.codegen.DecodingSupport.expectation;
import static dev.escapement.codegen.DecodingSupport.reading;
import static dev.escapement.codegen.DecodingSupport.string;
import static dev.escapement.codegen.DecodingSupport.syntaxFault;
import static dev.escapement.codegen.DecodingSupport.value;
import static dev.escapement.codegen.DecodingSupport.violations;
import static dev.escapement.internal.json.ViolationMessages.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.Violation;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of texts that are invalid, truncated or malicious. */
class HostileTextTest {

    private static final JsonCodec<Integer> INT = reading(JsonReader::readInt);
    private static final JsonCodec<String> STRING = reading(JsonReader::readString);

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{}{}", "{}[]", "{} 1", "{}\n\"x\""})
    void moreThanOneValueIsRejected(String text) {
        assertTrue(violations(RecordedOrder.LINE, text).contains(syntaxFault(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sku\":\"a\",\"qty\":1}x",
                "{\"sku\":\"a\",\"qty\":1,}",
                "{'sku':'a','qty':1}",
                "{sku:\"a\",qty:1}",
                "{\"sku\":\"a\",\"qty\":1} // done",
                "/* x */ {\"sku\":\"a\",\"qty\":1}",
                "{\"sku\":\"a\" \"qty\":1}",
                "{\"sku\":\"a\",\"qty\":1]",
                "{\"sku\":\"a\",\"qty\":True}",
                "{\"sku\":\"a\nb\",\"qty\":1}",
                "{\"sku\":\"\\x41\",\"qty\":1}",
                "{\"sku\":\"\\u00g1\",\"qty\":1}",
                "```json\n{\"sku\":\"a\",\"qty\":1}\n```",
                "Sure! {\"sku\":\"a\",\"qty\":1}"
            })
    void whatIsNotStrictlyJsonIsASyntaxError(String text) {
        assertEquals(List.of(syntaxFault(text)), violations(RecordedOrder.LINE, text));
    }

    @Test
    void aSyntaxErrorTellsItsPlace() {
        String actual = violations(RecordedOrder.LINE, "{\"sku\":\n  \"a\", qty:1}")
                .get(0)
                .actual();

        assertTrue(actual.startsWith("\"q\"" + at(2, 8)), actual);
    }

    @Test
    void aTextThatStopsTellsWhere() {
        String actual = violations(RecordedOrder.LINE, "{\"sku\":\"lamp").get(0).actual();

        assertTrue(actual.startsWith(ViolationMessages.END_OF_TEXT + at(1, 13)), actual);
    }

    @TestFactory
    List<DynamicTest> aTextThatWasCutIsNeverAccepted() {
        String expression =
                "{\"terms\":[{\"kind\":\"real\",\"value\":-1.5e+3},{\"names\":{\"ä\":{\"kind\":\"nothing\"}},"
                        + "\"kind\":\"let\"},{\"text\":\"a\\u00e4\\n😀\",\"kind\":\"text\",\"language\":null}],\"kind\":\"sum\"}";
        return List.of(
                DynamicTest.dynamicTest(
                        "record", () -> assertNoPrefixIsAccepted(RecordedOrder.CODEC, RecordedOrder.JSON)),
                DynamicTest.dynamicTest("sealed", () -> assertNoPrefixIsAccepted(RandomExpression.CODEC, expression)));
    }

    private static void assertNoPrefixIsAccepted(JsonCodec<?> codec, String text) {
        assertInstanceOf(Decoded.Accepted.class, codec.decode(text), text);
        for (int end = 0; end < text.length(); end++) {
            String prefix = text.substring(0, end);
            assertInstanceOf(Decoded.Rejected.class, codec.decode(prefix), prefix);
        }
    }

    @Test
    void nestingOf200LevelsIsAccepted() {
        int levels = JsonReader.MAX_DEPTH - 1;
        String text = "{\"kind\":\"not\",\"of\":".repeat(levels) + "{\"kind\":\"nothing\"}" + "}".repeat(levels);

        assertEquals(text, RandomExpression.CODEC.encode(value(RandomExpression.CODEC, text)));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 1_000_000})
    void deeperNestingIsRejected(int levels) {
        String text = "{\"kind\":\"not\",\"of\":".repeat(levels) + "{\"kind\":\"nothing\"}" + "}".repeat(levels);

        assertEquals(ViolationMessages.nesting(200), expectation(RandomExpression.CODEC, text));
    }

    @Test
    void hostileNestingIsRejectedInWhatIsSkippedToo() {
        String text = "{\"unknown\":" + "[".repeat(100_000);

        assertEquals(ViolationMessages.nesting(200), expectation(RecordedOrder.LINE, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\\u0000\\u001b[31m | \\u0000\\u001b[31m",
                "a\\nb\\tc\\r        | a\\nb\\tc\\r",
                "\\u2028\\u2029      | \\u2028\\u2029",
                "\\ud83d             | \\ud83d",
                "\\ude00\\ud83d      | \\ude00\\ud83d",
                "\\ud83d\\ude00      | 😀",
                "\\u202egnp          | \\u202egnp",
                "\\udb40\\udc41      | \\udb40\\udc41",
                "\\u0085\\u009b      | \\u0085\\u009b",
                "\\\"}               | \\\"}",
                "\\\\u0000           | \\\\u0000"
            })
    void whatCannotBeSeenIsEscapedInAViolation(String written, String shown) {
        assertEquals(List.of(notAnInteger(shown)), violations(INT, "\"" + written + "\""));
    }

    @Test
    void aLongStringIsCutInAViolation() {
        assertEquals(List.of(notAnInteger("x".repeat(59) + "…")), violations(INT, "\"" + "x".repeat(100_000) + "\""));
    }

    @Test
    void aLongStringIsNotCutWithinACharacter() {
        assertEquals(List.of(notAnInteger("x".repeat(58) + "…")), violations(INT, "\"" + "x".repeat(58) + "😀😀\""));
    }

    @Test
    void aHostileNameIsEscapedAndCutInAPath() {
        String name = "\\u001b[2J\\\"]" + "y".repeat(200);

        List<Violation> violations = violations(RecordedOrder.LINE, "{\"sku\":\"a\",\"qty\":1,\"" + name + "\":1}");

        String path = "$[\"\\u001b[2J\\\"]" + "y".repeat(47) + "…\"]";
        assertEquals(List.of(new Violation(path, ViolationMessages.UNKNOWN_PROPERTY, "1")), violations);
    }

    @Test
    void aStringOfAnyLengthIsRead() {
        String longer = "x".repeat(30_000_000);

        assertEquals(longer, value(STRING, "\"" + longer + "\""));
    }

    @Test
    void aLoneSurrogateIsReadAsItIs() {
        assertEquals("\ud83d", value(STRING, "\"\\ud83d\""));
    }

    private static Violation notAnInteger(String shown) {
        return new Violation("$", ViolationMessages.INTEGER, string(shown));
    }
}

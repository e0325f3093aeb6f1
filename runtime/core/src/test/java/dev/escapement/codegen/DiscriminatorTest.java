package dev.escapement.codegen;

import static dev.escapement.codegen.DecodingSupport.value;
import static dev.escapement.codegen.DecodingSupport.violations;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.json.JsonCodec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sealed types: the property that tells the type may stand anywhere in its object. */
class DiscriminatorTest {

    private static final JsonCodec<RandomExpression> CODEC = RandomExpression.CODEC;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"whole\",\"value\":5}",
                "{\"value\":5,\"kind\":\"whole\"}",
                "{ \"value\" : 5 , \"k\\u0069nd\" : \"wh\\u006fle\" }"
            })
    void theDiscriminatorMayStandAnywhere(String text) {
        assertEquals(new RandomExpression.Whole(5), value(CODEC, text));
    }

    @Test
    void theDiscriminatorOfAnInnerObjectIsNotTakenForItsOwn() {
        assertEquals(
                new RandomExpression.Not(new RandomExpression.Whole(1)),
                value(CODEC, "{\"of\":{\"value\":1,\"kind\":\"whole\"},\"kind\":\"not\"}"));
    }

    @Test
    void aStringWithTheNameOfTheDiscriminatorIsNotTakenForIt() {
        assertEquals(
                List.of("$.value: expected an integer, found the string \"kind\""),
                violations(CODEC, "{\"value\":\"kind\",\"kind\":\"whole\"}"));
    }

    @Test
    void aMissingDiscriminatorIsReported() {
        assertEquals(
                List.of("$.kind: expected a string that tells the type, found nothing"),
                violations(CODEC, "{\"value\":5}"));
    }

    @Test
    void anEmptyObjectHasNoDiscriminator() {
        assertEquals(List.of("$.kind: expected a string that tells the type, found nothing"), violations(CODEC, "{}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"5|5", "null|null", "{\"kind\":\"whole\"}|an object", "[\"whole\"]|an array", "true|true"})
    void aDiscriminatorThatIsNoStringIsReported(String json, String found) {
        assertEquals(
                List.of("$.kind: expected a string that tells the type, found " + found),
                violations(CODEC, "{\"value\":5,\"kind\":" + json + "}"));
    }

    @Test
    void anUnknownTypeIsReportedWithTheOneThatWasMeant() {
        assertEquals(
                List.of("$.kind: expected one of \"whole\", \"real\", \"money\", \"text\", \"sum\", \"not\", \"let\","
                        + " \"nothing\" (did you mean \"nothing\"?), found the string \"noting\""),
                violations(CODEC, "{\"x\":[{}],\"kind\":\"noting\",\"y\":{}}"));
    }

    @Test
    void aDiscriminatorGivenTwiceIsReported() {
        assertEquals(
                List.of("$.kind: expected the property once, found it a second time"),
                violations(CODEC, "{\"kind\":\"nothing\",\"kind\":\"whole\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"whole\"", "null", "[]"})
    void somethingElseInPlaceOfTheObjectIsReported(String text) {
        String first = violations(CODEC, text).get(0);

        assertEquals("$: expected an object", first.substring(0, first.indexOf(", found")));
    }

    @Test
    void aFaultInAListDoesNotHideTheNextOne() {
        assertEquals(
                List.of(
                        "$.terms[0].kind: expected a string that tells the type, found nothing",
                        "$.terms[2].value: expected an integer, found null",
                        "$.terms[3].names.a.of: expected a value, found nothing",
                        "$.terms[4]: expected an object, found 7"),
                violations(
                        CODEC,
                        "{\"terms\":[{},{\"kind\":\"nothing\"},{\"value\":null,\"kind\":\"whole\"},"
                                + "{\"names\":{\"a\":{\"kind\":\"not\"}},\"kind\":\"let\"},7],\"kind\":\"sum\"}"));
    }

    @Test
    void whatFollowsABadObjectInAListIsStillRead() {
        assertEquals(
                List.of("$.terms[0].kind: expected a string that tells the type, found 1"),
                violations(
                        CODEC, "{\"kind\":\"sum\",\"terms\":[{\"kind\":1,\"a\":{\"b\":[]}},{\"kind\":\"nothing\"}]}"));
    }

    @Test
    void aSyntaxErrorIsPlacedInTheWholeText() {
        assertEquals(
                List.of("$: expected well-formed JSON, found a syntax error at line 2, column 26"),
                violations(CODEC, "{\"kind\":\"sum\",\"terms\":[\n  {\"value\":1,\"kind\":\"whol\u0001e\"}]}"));
    }

    @Test
    void aDeepStructureWithTheDiscriminatorLastIsReadInGoodTime() {
        int depth = 150;
        String text = "{\"of\":".repeat(depth) + "{\"kind\":\"nothing\"}" + ",\"kind\":\"not\"}".repeat(depth);

        assertEquals(
                text.replaceAll("[{]\"of\":", "{\"kind\":\"not\",\"of\":").replace(",\"kind\":\"not\"}", "}"),
                CODEC.encode(value(CODEC, text)));
    }
}

package dev.escapement.codegen;

import static dev.escapement.codegen.DecodingSupport.expectation;
import static dev.escapement.codegen.DecodingSupport.missing;
import static dev.escapement.codegen.DecodingSupport.string;
import static dev.escapement.codegen.DecodingSupport.value;
import static dev.escapement.codegen.DecodingSupport.violations;
import static dev.escapement.internal.json.ViolationMessages.at;
import static dev.escapement.internal.json.ViolationMessages.meant;
import static dev.escapement.internal.json.ViolationMessages.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of sealed types, whose discriminator can be at any position in the object. */
class DiscriminatorTest {

    private static final JsonCodec<RandomExpression> CODEC = RandomExpression.CODEC;
    private static final String KINDS =
            oneOf("\"whole\", \"real\", \"money\", \"text\", \"sum\", \"not\", \"let\", \"nothing\"");

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
    void stringNamedLikeTheDiscriminatorIsIgnored() {
        assertEquals(
                List.of(new Violation("$.value", ViolationMessages.INTEGER, string("kind"))),
                violations(CODEC, "{\"value\":\"kind\",\"kind\":\"whole\"}"));
    }

    @Test
    void aMissingDiscriminatorIsReported() {
        assertEquals(List.of(untyped("$.kind", ViolationMessages.NOTHING)), violations(CODEC, "{\"value\":5}"));
    }

    @Test
    void anEmptyObjectHasNoDiscriminator() {
        assertEquals(List.of(untyped("$.kind", ViolationMessages.NOTHING)), violations(CODEC, "{}"));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                arguments("5", "5"),
                arguments("null", "null"),
                arguments("{\"kind\":\"whole\"}", ViolationMessages.OBJECT),
                arguments("[\"whole\"]", ViolationMessages.ARRAY),
                arguments("true", "true"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aDiscriminatorThatIsNoStringIsReported(String json, String found) {
        assertEquals(List.of(untyped("$.kind", found)), violations(CODEC, "{\"value\":5,\"kind\":" + json + "}"));
    }

    @Test
    void anUnknownTypeIsReportedWithTheOneThatWasMeant() {
        assertEquals(
                List.of(new Violation("$.kind", KINDS + meant("\"nothing\""), string("noting"))),
                violations(CODEC, "{\"x\":[{}],\"kind\":\"noting\",\"y\":{}}"));
    }

    @Test
    void aDiscriminatorGivenTwiceIsReported() {
        assertEquals(
                List.of(new Violation("$.kind", ViolationMessages.PROPERTY_ONCE, ViolationMessages.AGAIN)),
                violations(CODEC, "{\"kind\":\"nothing\",\"kind\":\"whole\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"whole\"", "null", "[]"})
    void somethingElseInPlaceOfTheObjectIsReported(String text) {
        assertEquals("$", violations(CODEC, text).get(0).path());
        assertEquals(ViolationMessages.OBJECT, expectation(CODEC, text));
    }

    @Test
    void aFaultInAListDoesNotHideTheNextOne() {
        assertEquals(
                List.of(
                        untyped("$.terms[0].kind", ViolationMessages.NOTHING),
                        new Violation("$.terms[2].value", ViolationMessages.INTEGER, "null"),
                        missing("$.terms[3].names.a.of"),
                        new Violation("$.terms[4]", ViolationMessages.OBJECT, "7")),
                violations(
                        CODEC,
                        "{\"terms\":[{},{\"kind\":\"nothing\"},{\"value\":null,\"kind\":\"whole\"},"
                                + "{\"names\":{\"a\":{\"kind\":\"not\"}},\"kind\":\"let\"},7],\"kind\":\"sum\"}"));
    }

    @Test
    void whatFollowsABadObjectInAListIsStillRead() {
        assertEquals(
                List.of(untyped("$.terms[0].kind", "1")),
                violations(
                        CODEC, "{\"kind\":\"sum\",\"terms\":[{\"kind\":1,\"a\":{\"b\":[]}},{\"kind\":\"nothing\"}]}"));
    }

    @Test
    void aSyntaxErrorIsPlacedInTheWholeText() {
        List<Violation> violations =
                violations(CODEC, "{\"kind\":\"sum\",\"terms\":[\n  {\"value\":1,\"kind\":\"whol\u0001e\"}]}");

        assertEquals(1, violations.size());
        assertTrue(violations.get(0).actual().startsWith("\"\\u0001\"" + at(2, 26)), violations::toString);
    }

    @Test
    void deepStructureWithLastDiscriminatorIsFast() {
        int depth = 150;
        String text = "{\"of\":".repeat(depth) + "{\"kind\":\"nothing\"}" + ",\"kind\":\"not\"}".repeat(depth);

        assertEquals(
                text.replaceAll("[{]\"of\":", "{\"kind\":\"not\",\"of\":").replace(",\"kind\":\"not\"}", "}"),
                CODEC.encode(value(CODEC, text)));
    }

    private static Violation untyped(String path, String actual) {
        return new Violation(path, KINDS, actual);
    }
}

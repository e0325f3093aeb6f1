package dev.escapement.processor.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * Tests that an enum with {@code @JsonValue} or {@code @JsonCreator} must return at run time the texts that its
 * constants declare.
 */
class EnumTextAgreementTest {

    private static final String REMEDY =
            " Correct @JsonProperty, which determines the schema, or the member, which other libraries use.";

    @Test
    void textsOfConstantsAreInSchemaAndCodec() {
        CompiledCodec codec = subject(
                "@JsonValue String text() { return this == LATE ? \"late\" : \"broken\"; }",
                "@JsonCreator static Reason of(String text) { return text.equals(\"late\") ? LATE : DAMAGED; }");

        assertTrue(codec.schema().contains("\"enum\":[\"late\",\"broken\"]"), codec::schema);
        assertEquals("{\"a\":\"broken\"}", codec.again("{\"a\":\"broken\"}"));
        codec.rejectsAll("one of \"late\", \"broken\"", "\"DAMAGED\"");
    }

    @Test
    void anotherTextThanTheStatedOneIsAnError() {
        assertError(
                "test.Reason.DAMAGED has @JsonProperty(\"broken\"), but @JsonValue returns \"DAMAGED\"." + REMEDY,
                "@JsonValue String text() { return this == LATE ? \"late\" : name(); }");
        assertError(
                "test.Reason.LATE has @JsonProperty(\"late\"), but @JsonValue returns null." + REMEDY,
                "@JsonValue String text;");
    }

    @Test
    void textOfAnotherConstantIsAnError() {
        assertError(
                "test.Reason.DAMAGED has @JsonProperty(\"broken\"), but @JsonCreator returns LATE for it." + REMEDY,
                "@JsonCreator static Reason of(String text) { return LATE; }");
        assertError(
                "test.Reason.LATE has @JsonProperty(\"late\"), but @JsonCreator returns null for it." + REMEDY,
                "@JsonCreator static Reason of(String text) { return null; }");
    }

    @Test
    void aMemberThatFailsIsAnErrorEvenIfItDeclaresThat() {
        assertError(
                "test.Reason.LATE has @JsonProperty(\"late\"), but @JsonValue or @JsonCreator failed:"
                        + " java.io.IOException: no text." + REMEDY,
                "@JsonValue String text() throws java.io.IOException { throw new java.io.IOException(\"no text\"); }");
        assertError(
                "test.Reason.LATE has @JsonProperty(\"late\"), but @JsonValue or @JsonCreator failed:"
                        + " java.lang.IllegalArgumentException: No enum constant test.Reason.late." + REMEDY,
                "@JsonCreator static Reason of(String text) { return valueOf(text); }");
    }

    @Test
    void whatAnInterfaceAsksForCounts() {
        AssertionError error = assertThrows(
                AssertionError.class,
                () -> CompiledCodec.of(
                        "Reason a",
                        "enum Reason implements Text { @JsonProperty(\"late\") LATE }",
                        "interface Text { @JsonValue default String text() { return \"LATE\"; } }"));

        assertEquals(
                "test.Reason.LATE has @JsonProperty(\"late\"), but @JsonValue returns \"LATE\"." + REMEDY,
                error.getMessage());
    }

    private static void assertError(String message, String... members) {
        AssertionError error = assertThrows(AssertionError.class, () -> subject(members));
        assertEquals(message, error.getMessage());
    }

    private static CompiledCodec subject(String... members) {
        return CompiledCodec.of(
                "Reason a",
                "enum Reason { @JsonProperty(\"late\") LATE, @JsonProperty(\"broken\") DAMAGED; %s }"
                        .formatted(String.join("\n", members)));
    }
}

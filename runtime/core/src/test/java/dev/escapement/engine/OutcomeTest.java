package dev.escapement.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.JsonEncoder;
import dev.escapement.testing.GoldenMessages;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Tests that a step whose result cannot be recorded counts as run; the log distinguishes null from unencodable
 * results.
 */
class OutcomeTest {

    private static final JsonEncoder<String> STRING = JsonWriter::writeString;

    private static ResultException refusal(Executable outcome) {
        return assertThrows(ResultException.class, outcome);
    }

    @Test
    void nullIsNamedWhateverTheStepWasToReturn() {
        assertNull(refusal(() -> Outcome.returned(STRING, null)).getCause());
        assertNull(refusal(() -> Outcome.finished(STRING, null)).getCause());
        assertNull(refusal(() -> Outcome.paused("{}", null)).getCause());
    }

    @Test
    void aValueThatCannotBeWrittenIsNamedWithTheReason() {
        JsonEncoder<String> picky = (out, value) -> {
            throw new IllegalArgumentException("not " + value);
        };

        ResultException refusal = refusal(() -> Outcome.returned(picky, "this"));

        assertEquals("not this", refusal.getCause().getMessage());
        assertTrue(refusal.getMessage().contains("not this"), refusal::getMessage);
    }

    @Test
    void wordingIsThatOfTheCatalogue() throws IOException {
        new GoldenMessages()
                .add("null", ResultException.ofNull().getMessage())
                .add(
                        "not JSON",
                        ResultException.ofValue(new IllegalArgumentException("‹reason›"))
                                .getMessage())
                .verify(OutcomeTest.class);
    }
}

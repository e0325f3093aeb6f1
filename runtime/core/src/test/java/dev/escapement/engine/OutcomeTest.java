package dev.escapement.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.JsonEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a step did is done, even if it returned something that cannot be recorded; the log says which of the two. */
class OutcomeTest {

    private static final JsonEncoder<String> STRING = JsonWriter::writeString;

    private static final String NULL = "The method ran, but it returned null";

    private static String refusal(Executable outcome) {
        return assertThrows(ResultException.class, outcome).getMessage();
    }

    @Test
    void nullIsNamedWhateverTheStepWasToReturn() {
        assertEquals(NULL, refusal(() -> Outcome.returned(STRING, null)));
        assertEquals(NULL, refusal(() -> Outcome.finished(STRING, null)));
        assertEquals(NULL, refusal(() -> Outcome.paused("{}", null)));
    }

    @Test
    void aValueThatCannotBeWrittenIsNamedWithTheReason() {
        JsonEncoder<String> picky = (out, value) -> {
            throw new IllegalArgumentException("not " + value);
        };

        assertEquals(
                "The method ran, but what it returned cannot be written as JSON: not this",
                refusal(() -> Outcome.returned(picky, "this")));
    }
}

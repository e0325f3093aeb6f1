package dev.escapement.codegen;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EnumTextTest {

    private enum Reason {
        LATE {
            @Override
            public String toString() {
                return "a constant with a class of its own";
            }
        },
        DAMAGED
    }

    @Test
    void whatIsStatedAndDoneIsFine() {
        assertDoesNotThrow(() -> EnumText.requireWritten(Reason.LATE, "late", "late"));
        assertDoesNotThrow(() -> EnumText.requireRead(Reason.LATE, "late", Reason.LATE));
    }

    @Test
    void aDifferenceNamesTheEnumTheConstantTheTwoValuesAndTheRemedy() {
        AssertionError error =
                assertThrows(AssertionError.class, () -> EnumText.requireWritten(Reason.LATE, "late", "Late"));

        assertEquals(
                "dev.escapement.codegen.EnumTextTest$Reason.LATE says @JsonProperty(\"late\"), but @JsonValue gives"
                        + " \"Late\". Correct @JsonProperty, which the schema has its values from, or the member, which"
                        + " others go by.",
                error.getMessage());
    }

    @Test
    void anotherConstantIsADifference() {
        AssertionError error =
                assertThrows(AssertionError.class, () -> EnumText.requireRead(Reason.DAMAGED, "late", Reason.LATE));

        assertTrue(error.getMessage().contains("but @JsonCreator makes LATE of that."), error::getMessage);
    }

    @Test
    void aFailureIsTheCause() {
        Exception failure = new IllegalStateException("no text");

        AssertionError error = EnumText.failed(Reason.LATE, "late", failure);

        assertTrue(error.getMessage().contains("failed: java.lang.IllegalStateException: no text."), error::getMessage);
        assertSame(failure, error.getCause());
    }
}

package dev.escapement.codegen;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.testing.GoldenMessages;
import java.io.IOException;
import java.util.List;
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
    void differenceNamesTheConstantAndTheTwoValues() {
        AssertionError error =
                assertThrows(AssertionError.class, () -> EnumText.requireWritten(Reason.LATE, "late", "Late"));

        for (String part : List.of(Reason.class.getName() + ".LATE", "\"late\"", "\"Late\"")) {
            assertTrue(error.getMessage().contains(part), error::getMessage);
        }
    }

    @Test
    void anotherConstantIsADifference() {
        AssertionError error =
                assertThrows(AssertionError.class, () -> EnumText.requireRead(Reason.DAMAGED, "late", Reason.LATE));

        for (String part : List.of(Reason.class.getName() + ".DAMAGED", "\"late\"", " LATE ")) {
            assertTrue(error.getMessage().contains(part), error::getMessage);
        }
    }

    @Test
    void aFailureIsTheCause() {
        Exception failure = new IllegalStateException("no text");

        AssertionError error = EnumText.errorFor(Reason.LATE, "late", failure);

        assertTrue(error.getMessage().contains(failure.toString()), error::getMessage);
        assertSame(failure, error.getCause());
    }

    @Test
    void wordingIsThatOfTheCatalogue() throws IOException {
        new GoldenMessages()
                .add(
                        "written",
                        assertThrows(AssertionError.class, () -> EnumText.requireWritten(Reason.LATE, "late", "Late"))
                                .getMessage())
                .add(
                        "read",
                        assertThrows(
                                        AssertionError.class,
                                        () -> EnumText.requireRead(Reason.DAMAGED, "late", Reason.LATE))
                                .getMessage())
                .add(
                        "failed",
                        EnumText.errorFor(Reason.LATE, "late", new IllegalStateException("no text"))
                                .getMessage())
                .verify(EnumTextTest.class);
    }
}

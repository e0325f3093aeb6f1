package dev.escapement.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Pause;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.content.Content;
import dev.escapement.content.ContentCodec;
import dev.escapement.json.JsonEncoder;
import dev.escapement.json.StaleCodeError;
import dev.escapement.testing.GoldenMessages;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
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
        assertNull(refusal(() -> Outcome.paused("{}", STRING, null)).getCause());
    }

    @Test
    void nullInPlaceOfASelectionIsNamed() {
        assertEquals(
                ResultException.ofNull().getMessage(),
                Outcome.unexpectedSelection("shop.Desk", "shop.Next", null).getMessage());
    }

    @Test
    void unknownSelectionIsReportedAsStaleCode() {
        StaleCodeError stale =
                assertThrows(StaleCodeError.class, () -> Outcome.unexpectedSelection("shop.Desk", "shop.Next", "text"));

        assertTrue(stale.getMessage().contains("shop.Next"), stale::getMessage);
    }

    @Test
    void unreadResultOfAChildIsNotADeclaredFailure() {
        ChildResultException unread = new ChildResultException(ChildResultException.Reason.RESULT, "not valid", null);

        assertSame(unread, assertThrows(ChildResultException.class, () -> Outcome.failed(unread)));
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
    void pauseHasItsLimitAndEncodedFallback() {
        Pause<String> pause = Pause.asking("Which?").within(Duration.ofDays(2), "blue");

        assertEquals(
                new Outcome.Paused("Which?", "{}", Optional.of(Duration.ofDays(2)), Optional.of("\"blue\"")),
                Outcome.paused("{}", STRING, pause));
    }

    @Test
    void pauseWithoutLimitHasNoFallback() {
        assertEquals(new Outcome.Paused("Which?", "{}"), Outcome.paused("{}", STRING, Pause.asking("Which?")));
    }

    @Test
    void fallbackThatCannotBeWrittenIsRefused() {
        JsonEncoder<String> picky = (out, value) -> {
            throw new IllegalArgumentException("not " + value);
        };
        Pause<String> pause = Pause.asking("Which?").within(Duration.ofDays(2), "blue");

        assertEquals(
                "not blue",
                refusal(() -> Outcome.paused("{}", picky, pause)).getCause().getMessage());
    }

    @Test
    void fallbackWithFileIsRefused() {
        Content.File file = new Content.File("image/png", "a.png", "0".repeat(64), 1);
        Pause<Content> pause = Pause.asking("Which?").within(Duration.ofDays(2), file);

        assertNull(refusal(() -> Outcome.paused("{}", ContentCodec.INSTANCE, pause))
                .getCause());
    }

    @Test
    void wordingIsThatOfTheCatalogue() throws IOException {
        new GoldenMessages()
                .add("null", ResultException.ofNull().getMessage())
                .add(
                        "not JSON",
                        ResultException.ofValue(new IllegalArgumentException("‹reason›"))
                                .getMessage())
                .add("missing fallback", ResultException.ofMissingFallback().getMessage())
                .add(
                        "fallback with files",
                        ResultException.ofFallbackWithFiles().getMessage())
                .add(
                        "invalid fallback",
                        ResultException.ofFallback(new IllegalArgumentException("‹reason›"))
                                .getMessage())
                .verify(OutcomeTest.class);
    }
}

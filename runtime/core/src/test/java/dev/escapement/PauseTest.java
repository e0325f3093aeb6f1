package dev.escapement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the time limits of pauses. */
class PauseTest {

    private static final Duration LIMIT = Duration.ofDays(2);

    @Test
    void pauseHasNoLimitByDefault() {
        assertEquals(new Pause<String>("Which?", Optional.empty(), Optional.empty()), Pause.asking("Which?"));
    }

    @Test
    void typeOfTheReplyIsInferredFromTheReturnType() {
        assertEquals(new Pause<>("Which?", Optional.of(LIMIT), Optional.of("blue")), withFallback());
        assertEquals(new Pause<String>("Which?", Optional.of(LIMIT), Optional.empty()), withoutFallback());
    }

    private static Pause<String> withFallback() {
        return Pause.asking("Which?").within(LIMIT, "blue");
    }

    private static Pause<String> withoutFallback() {
        return Pause.asking("Which?").within(LIMIT);
    }

    @Test
    void laterLimitReplacesLimitAndFallback() {
        Pause<String> pause = withFallback().within(Duration.ofDays(1));

        assertEquals(new Pause<String>("Which?", Optional.of(Duration.ofDays(1)), Optional.empty()), pause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-0.000000001S"})
    void limitIsMoreThanZero(Duration limit) {
        assertThrows(
                IllegalArgumentException.class, () -> Pause.asking("Which?").within(limit));
        assertThrows(
                IllegalArgumentException.class, () -> Pause.asking("Which?").within(limit, "blue"));
        assertThrows(IllegalArgumentException.class, () -> Verdict.ask("Pay?").within(limit));
    }

    @Test
    void fallbackRequiresLimit() {
        assertThrows(
                IllegalArgumentException.class, () -> new Pause<>("Which?", Optional.empty(), Optional.of("blue")));
    }

    @Test
    void fallbackIsNotNull() {
        assertThrows(NullPointerException.class, () -> Pause.asking("Which?").within(LIMIT, null));
    }
}

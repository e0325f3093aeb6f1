package dev.escapement.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Effect;
import dev.escapement.engine.EffectRules.Recovery;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the table of recoveries from an unknown outcome. */
class EffectRulesTest {

    /** The effects from the least to the most cautious recovery. */
    private static final List<Effect> BY_CAUTION =
            List.of(Effect.READ, Effect.TRANSACTIONAL, Effect.IDEMPOTENT, Effect.WRITE, Effect.DESTRUCTIVE);

    /** One attempt after an exception means that the step does not run again. */
    @ParameterizedTest
    @CsvSource({
        // effect, attempts after an exception, attempts after a crash
        "READ,          1, 3",
        "IDEMPOTENT,    3, 3",
        "WRITE,         1, 3",
        "TRANSACTIONAL, 1, 3",
        "DESTRUCTIVE,   1, 1"
    })
    void attemptsDependOnEffectAndCause(Effect effect, int afterException, int afterCrash) {
        assertEquals(afterException, EffectRules.attempts(effect, true, 0));
        assertEquals(afterCrash, EffectRules.attempts(effect, false, 0));
    }

    @ParameterizedTest
    @EnumSource(
            value = Effect.class,
            names = {"READ", "IDEMPOTENT", "WRITE", "TRANSACTIONAL"})
    void specifiedAttemptsReplaceBothDefaults(Effect effect) {
        for (int specified : List.of(1, 2, 5)) {
            assertEquals(specified, EffectRules.attempts(effect, true, specified));
            assertEquals(specified, EffectRules.attempts(effect, false, specified));
        }
    }

    /** The compiler rejects such a number; a release can also make the effect of a started step destructive. */
    @Test
    void destructiveStepNeverRunsAgain() {
        assertEquals(1, EffectRules.attempts(Effect.DESTRUCTIVE, true, 5));
        assertEquals(1, EffectRules.attempts(Effect.DESTRUCTIVE, false, 5));
    }

    @ParameterizedTest
    @CsvSource({
        // effect, recovery after an exception, recovery after a crash
        "READ,          FAIL,         FAIL",
        "IDEMPOTENT,    REPORT_DOUBT, REPORT_DOUBT",
        "WRITE,         REPORT_DOUBT, ASK_PERSON",
        "TRANSACTIONAL, FAIL,         FAIL",
        "DESTRUCTIVE,   ASK_PERSON,   ASK_PERSON"
    })
    void recoveryFollowsTheLastAttempt(Effect effect, Recovery afterException, Recovery afterCrash) {
        assertEquals(afterException, EffectRules.recovery(effect, true));
        assertEquals(afterCrash, EffectRules.recovery(effect, false));
    }

    @ParameterizedTest
    @CsvSource({
        // effect, may have changed state, may run at the same time as others
        "READ,          false, true",
        "IDEMPOTENT,    true,  false",
        "WRITE,         true,  false",
        "TRANSACTIONAL, false, false",
        "DESTRUCTIVE,   true,  false"
    })
    void effectDeterminesStateAndConcurrency(Effect effect, boolean changesState, boolean concurrent) {
        assertEquals(changesState, EffectRules.mayChangeState(effect));
        assertEquals(concurrent, EffectRules.mayRunConcurrently(effect));
    }

    static Stream<Arguments> pairs() {
        return BY_CAUTION.stream()
                .flatMap(first -> BY_CAUTION.stream().map(second -> Arguments.arguments(first, second)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void stricterEffectApplies(Effect first, Effect second) {
        int index = Math.max(BY_CAUTION.indexOf(first), BY_CAUTION.indexOf(second));

        assertEquals(BY_CAUTION.get(index), EffectRules.stricter(first, second));
    }

    @Test
    void orderContainsEachEffect() {
        assertEquals(Effect.values().length, BY_CAUTION.stream().distinct().count());
    }
}

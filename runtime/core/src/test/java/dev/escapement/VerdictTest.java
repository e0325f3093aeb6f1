package dev.escapement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the strictest verdict of several gates applies. */
class VerdictTest {

    private static final Verdict.Ask SLOW = Verdict.ask("slow question").within(Duration.ofHours(4));
    private static final Verdict.Ask FAST = Verdict.ask("fast question").within(Duration.ofHours(1));
    private static final Verdict PROCEED = Verdict.proceed();
    private static final Verdict ASK = Verdict.ask("first question");
    private static final Verdict ASK_TOO = Verdict.ask("second question");
    private static final Verdict DENY = Verdict.deny("first reason");
    private static final Verdict DENY_TOO = Verdict.deny("second reason");

    static Stream<Arguments> verdicts() {
        return Stream.of(
                Arguments.of(PROCEED, List.of(PROCEED)),
                Arguments.of(PROCEED, List.of(PROCEED, PROCEED)),
                Arguments.of(ASK, List.of(PROCEED, ASK)),
                Arguments.of(ASK, List.of(ASK, PROCEED)),
                Arguments.of(DENY, List.of(PROCEED, ASK, DENY)),
                Arguments.of(DENY, List.of(DENY, ASK, PROCEED)),
                Arguments.of(ASK, List.of(ASK, ASK_TOO)),
                Arguments.of(FAST, List.of(PROCEED, FAST)),
                Arguments.of(FAST, List.of(FAST, SLOW)),
                Arguments.of(Verdict.ask("slow question").within(Duration.ofHours(1)), List.of(SLOW, FAST)),
                Arguments.of(Verdict.ask("first question").within(Duration.ofHours(1)), List.of(ASK, SLOW, FAST)),
                Arguments.of(DENY, List.of(SLOW, DENY)),
                Arguments.of(DENY, List.of(ASK, DENY, DENY_TOO)));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void denialOutranksQuestionOutranksPass(Verdict strictest, List<Verdict> verdicts) {
        assertEquals(strictest, Verdict.strictest(verdicts.toArray(Verdict[]::new)));
    }

    @Test
    void aGateThatSaysNothingLetsNothingPass() {
        assertThrows(NullPointerException.class, () -> Verdict.strictest(PROCEED, null));
        assertThrows(NullPointerException.class, () -> Verdict.strictest((Verdict) null));
    }
}

package dev.escapement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the strictest verdict of several gates applies. */
class VerdictTest {

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

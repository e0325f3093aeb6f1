package dev.escapement.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.testing.GoldenMessages;
import dev.escapement.tool.Call;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Tests that the log states the attempt, the reason for the unknown outcome, and the consequence. */
class AttemptMessagesTest {

    private static final Outcome.InDoubt UNDECLARED = new Outcome.InDoubt(new IllegalStateException(), false);

    @Test
    void entryStatesTheConsequence() throws IOException {
        GoldenMessages golden = new GoldenMessages();
        for (Effect effect : Effect.values()) {
            String name = effect.name().toLowerCase(Locale.ROOT);
            golden.add(name + ", last attempt", AttemptMessages.inDoubt(step(effect, 2, 2), UNDECLARED));
        }
        golden.add("write, first attempt", AttemptMessages.inDoubt(step(Effect.WRITE, 1, 2), UNDECLARED))
                .verify(AttemptMessagesTest.class);
    }

    @Test
    void causeOfADeclaredExceptionIsTheReason() {
        Exception declared = new Exception("mapped", new ConnectException("refused"));

        String entry = AttemptMessages.inDoubt(step(Effect.WRITE, 1, 1), new Outcome.InDoubt(declared, true));

        assertTrue(entry.contains("java.net.ConnectException"), entry);
    }

    @Test
    void declaredErrorIsTheReasonItself() {
        Error declared = new AssertionError("defect", new ConnectException("refused"));

        String entry = AttemptMessages.inDoubt(step(Effect.WRITE, 1, 1), new Outcome.InDoubt(declared, true));

        assertTrue(entry.contains("java.lang.AssertionError"), entry);
    }

    private static Command.RunStep step(Effect effect, int attempt, int maxAttempts) {
        return new Command.RunStep(
                new Call("c1", "pay", "{}"),
                effect,
                Flow.RETURNS,
                new StepContext("t1", "c1", "t1/1/c1"),
                attempt,
                maxAttempts);
    }
}

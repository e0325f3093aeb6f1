package dev.escapement.processor.functional.agent;

import dev.escapement.Agent;
import dev.escapement.Approval;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Trigger;

/** The child agent of {@link PressOffice}. It stops after one failed reply. */
@Agent(name = "press-writer", maxConsecutiveFailures = 1)
public class PressWriter {

    /**
     * The event that starts a thread.
     *
     * @param topic the topic
     */
    public record Assignment(String topic) {}

    /**
     * The result of a thread.
     *
     * @param text the text
     */
    public record Statement(String text) {}

    /** Call the source. */
    @Tool
    public record CallSource() {}

    /**
     * Submit the statement.
     *
     * @param text the text
     */
    @Tool
    public record SubmitStatement(String text) {}

    /** The statement is not suitable. */
    public static final class RejectedException extends Exception {
        private static final long serialVersionUID = 1L;

        RejectedException(String message) {
            super(message);
        }
    }

    @Prompt
    String prompt() {
        return "You write statements.";
    }

    @Trigger
    String assignment(Assignment assignment) {
        return "Write about " + assignment.topic();
    }

    @Approval("Call the source?")
    @Step(effect = Effect.IDEMPOTENT)
    String callSource(CallSource call) {
        return "It works.";
    }

    @Step(effect = Effect.READ)
    Finish<Statement> submit(SubmitStatement call) throws RejectedException {
        if (call.text().isEmpty()) {
            throw new RejectedException("The statement is empty.");
        }
        return Finish.with(new Statement(call.text()));
    }
}

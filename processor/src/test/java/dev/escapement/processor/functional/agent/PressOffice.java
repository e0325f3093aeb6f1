package dev.escapement.processor.functional.agent;

import dev.escapement.Agent;
import dev.escapement.Delegate;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Join;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

/** An agent that releases the statement of its child agent without another request to its model. */
@Agent(name = "press-office")
public class PressOffice {

    /**
     * Have a statement written.
     *
     * @param topic the topic
     */
    @Tool
    public record CommissionStatement(String topic) {}

    /**
     * Release a statement.
     *
     * @param text the text
     */
    @Tool
    public record ReleaseStatement(String text) {}

    private final PressWriterLoop writer;

    /** Creates an agent that delegates to a given one. */
    public PressOffice(PressWriterLoop writer) {
        this.writer = writer;
    }

    @Prompt
    String prompt() {
        return "You are the press office.";
    }

    @Step(effect = Effect.READ)
    Delegate<PressWriter> commission(CommissionStatement call) {
        return writer.delegateOnAssignment(new PressWriter.Assignment(call.topic()));
    }

    @Join
    ReleaseStatement written(CommissionStatement call, PressWriter.Statement statement) {
        return new ReleaseStatement(call.topic() + ": " + statement.text());
    }

    @Step(effect = Effect.IDEMPOTENT)
    Finish<String> release(ReleaseStatement call) {
        return Finish.with(call.text());
    }
}

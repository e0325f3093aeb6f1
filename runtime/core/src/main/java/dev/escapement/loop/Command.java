package dev.escapement.loop;

import dev.escapement.Effect;
import dev.escapement.tool.Call;

/**
 * What is to be done next for a thread. Whoever performs it appends the events that come of it and asks
 * {@link AgentLoop#next} again, until the command is to wait or to stop.
 */
public sealed interface Command {

    /** Ask the model. Gives {@link Event.ModelReplied}. */
    record AskModel() implements Command {}

    /**
     * Answer a call without running anything. Gives {@link Event.CallRejected}.
     *
     * @param call the call
     * @param reason what the model is told
     */
    record RejectCall(Call call, String reason) implements Command {}

    /**
     * Run the step of a call whose arguments are right. Gives {@link Event.StepStarted} before it runs, then
     * {@link Event.StepReturned}, {@link Event.StepFailed} or {@link Event.Finished}.
     *
     * @param call the call
     * @param effect what the step does to the world
     * @param context what the step is told; the same each time this call is run
     */
    record RunStep(Call call, Effect effect, StepContext context) implements Command {}

    /** Wait until the person says something. Ends with {@link Event.ReplyReceived}. */
    record AwaitReply() implements Command {}

    /** Nothing: the thread is at its end. */
    record Stop() implements Command {}
}

package dev.escapement.engine;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.List;

/**
 * What is to be done next for a thread. Whoever performs it appends the events that come of it and asks
 * {@link AgentLoop#next} again, until the command is to wait or the thread has ended.
 */
public sealed interface Command {

    /**
     * Calls the method of a visitor that belongs to the type of this command.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the result of the visitor
     */
    <R> R accept(CommandVisitor<R> visitor);

    /**
     * Returns whether there is nothing to execute: the thread waits for an event from outside, or has ended.
     *
     * @return true for {@link Await} and {@link Rest}
     */
    default boolean isAtRest() {
        return false;
    }

    /** Nothing, until somebody from outside adds an event. */
    sealed interface Await extends Command {

        @Override
        default boolean isAtRest() {
            return true;
        }
    }

    /** Wait for a person to do something about one call. */
    sealed interface AwaitForCall extends Await {

        /**
         * The call.
         *
         * @return as it was selected
         */
        Call call();
    }

    /**
     * Fetch context. Gives {@link Event.ContextFetched} or {@link Event.ContextFailed}.
     *
     * @param source the name of the source
     */
    record FetchContext(String source) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.fetchContext(this);
        }
    }

    /**
     * Ask the model. Gives {@link Event.ModelReplied}.
     *
     * @param tools the tools that are offered
     * @param last whether the budget leaves no further request
     */
    record AskModel(List<ToolSpec<?>> tools, boolean last) implements Command {
        public AskModel {
            tools = List.copyOf(tools);
        }

        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.askModel(this);
        }
    }

    /**
     * Answer a reply that has no call. Gives {@link Event.TextRejected}.
     *
     * @param reason what the model is told
     */
    record RejectText(String reason) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.rejectText(this);
        }
    }

    /**
     * Answer a call without running anything. Gives {@link Event.CallRejected}.
     *
     * @param call the call
     * @param reason what the model is told
     */
    record RejectCall(Call call, String reason) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.rejectCall(this);
        }
    }

    /**
     * Ask the gates of a call. Gives {@link Event.GatePassed}, {@link Event.GateDenied} or {@link Event.ApprovalAsked}.
     *
     * @param call the call, whose arguments are right
     * @param argumentsSha256 the SHA-256 of its canonical arguments, in hex, to which an approval is bound
     * @param approved whether these are arguments that a person wrote and approved: then only a denial keeps them out
     */
    record CheckGate(Call call, String argumentsSha256, boolean approved) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.checkGate(this);
        }
    }

    /**
     * Run the step of a call whose arguments are right. Gives {@link Event.StepStarted} before it runs, unless that is
     * recorded already, then an {@link Event.Answer} or {@link Event.ReplyAsked}.
     *
     * @param call the call, with the arguments that were approved
     * @param effect what the step does to the world
     * @param context what the step is told; the same each time this call is run
     * @param started whether its start is recorded already, and the outcome is unknown
     */
    record RunStep(Call call, Effect effect, StepContext context, boolean started) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.runStep(this);
        }
    }

    /**
     * Run several steps that only read, side by side if that is possible. Gives what {@link RunStep} gives for each:
     * first all starts, then all answers, both in the order of the calls.
     *
     * @param steps the steps, two or more
     */
    record RunSteps(List<RunStep> steps) implements Command {
        public RunSteps {
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.runSteps(this);
        }
    }

    /**
     * Wait until a person approves or refuses a call. Ends with {@link Event.Approved} or {@link Event.Refused}.
     *
     * @param call the call as the model made it
     * @param question what the person is asked
     * @param argumentsSha256 the SHA-256 of the call's canonical arguments, in hex
     */
    record AwaitApproval(Call call, String question, String argumentsSha256) implements AwaitForCall {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.awaitApproval(this);
        }
    }

    /**
     * Wait until a person replies to a step's question. Ends with {@link Event.ReplyReceived}.
     *
     * @param call the call whose step asked
     * @param question what the person is asked
     * @param schema the JSON Schema of the reply
     */
    record AwaitReply(Call call, String question, String schema) implements AwaitForCall {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.awaitReply(this);
        }
    }

    /**
     * Wait until a person decides about a step that started and of which nobody knows how it ended. Ends with
     * {@link Event.StepConfirmed} or {@link Event.RerunAllowed}.
     *
     * @param call the call whose step is in doubt
     * @param idempotencyKey under which the step ran, to look for what it did
     */
    record AwaitDecision(Call call, String idempotencyKey) implements AwaitForCall {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.awaitDecision(this);
        }
    }

    /** Wait until a person says something. Ends with {@link Event.MessageReceived}. */
    record AwaitMessage() implements Await {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.awaitMessage(this);
        }
    }

    /**
     * Ask a person what to do. Gives {@link Event.PersonAsked}.
     *
     * @param question what the person is asked
     */
    record AskPerson(String question) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.askPerson(this);
        }
    }

    /**
     * End the thread with what the model wrote. Gives {@link Event.Finished}.
     *
     * @param text the text
     */
    record FinishWithText(String text) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.finishWithText(this);
        }
    }

    /**
     * End the thread without a result. Gives {@link Event.Stopped}.
     *
     * @param reason why
     */
    record Stop(String reason) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.stop(this);
        }
    }

    /** Nothing: the thread has ended. */
    record Rest() implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.rest(this);
        }

        @Override
        public boolean isAtRest() {
            return true;
        }
    }
}

package dev.escapement.engine;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.model.RequestOptions;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.RequestFailed;
import dev.escapement.thread.StopCause;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The next action that an engine executes for a thread. An engine executes the command, appends the resulting events,
 * and calls {@link AgentLoop#next} again, until the command {@linkplain #isAtRest is at rest}.
 *
 * <pre>{@code
 * Command command = loop.next(thread);
 * boolean waiting = command instanceof Command.Await;
 * }</pre>
 */
public sealed interface Command {

    /**
     * Calls the visitor's method for the type of this command.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the visitor's result
     */
    <R> R accept(CommandVisitor<R> visitor);

    /**
     * Returns whether an engine has nothing to execute, because the thread waits for an external event or has ended.
     *
     * @return {@code true} for {@link Await} and {@link Rest}
     */
    default boolean isAtRest() {
        return false;
    }

    /** A command to wait for an external event. */
    sealed interface Await extends Command {

        @Override
        default boolean isAtRest() {
            return true;
        }
    }

    /** A command to wait for a person's action on one call, or for the child thread of a call. */
    sealed interface AwaitForCall extends Await {

        /** A kind of question about a call. */
        enum Kind {
            /** {@link AwaitApproval}. */
            APPROVAL,
            /** {@link AwaitReply}. */
            REPLY,
            /** {@link AwaitDecision}. */
            DECISION,
            /** {@link AwaitChild}. */
            CHILD
        }

        /**
         * Returns the kind of this question.
         *
         * @return the constant for the type
         */
        Kind kind();

        /**
         * Returns the call for which the thread waits.
         *
         * @return the call as it was selected
         */
        Call call();
    }

    /**
     * A command to fetch context. Results in {@link Event.ContextFetched} or {@link Event.ContextFailed}.
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
     * A command to send a request to the model. Results in {@link Event.ModelReplied} or {@link RequestFailed}.
     *
     * @param tools the tools to offer
     * @param last whether this is the last request of the budget
     * @param options the options of the preceding steps and of the agent, which override those of the runner
     */
    record AskModel(List<ToolSpec<?>> tools, boolean last, RequestOptions options) implements Command {
        public AskModel {
            tools = List.copyOf(tools);
        }

        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.askModel(this);
        }
    }

    /**
     * A command to reject a reply that contains no calls. Results in {@link Event.TextRejected}.
     *
     * @param reason the text for the model
     */
    record RejectText(String reason) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.rejectText(this);
        }
    }

    /**
     * A command to reject a call without running its step. Results in {@link Event.CallRejected}.
     *
     * @param call the call
     * @param reason the text for the model
     * @param faulty whether the call itself is faulty; {@code false} if other calls or a message prevent it
     */
    record RejectCall(Call call, String reason, boolean faulty) implements Command {

        /** Creates a command to reject a faulty call. */
        public RejectCall(Call call, String reason) {
            this(call, reason, true);
        }

        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.rejectCall(this);
        }
    }

    /**
     * A command to evaluate the gates that apply to a call. Results in {@link Event.GatePassed},
     * {@link Event.GateDenied}, {@link Event.GateFailed} or {@link Event.ApprovalAsked}.
     *
     * @param call the call, with valid arguments
     * @param argumentsSha256 the SHA-256 of its canonical arguments as hexadecimal digits, to which an approval is
     *     bound
     * @param again whether the gates or a person have permitted the call before; only a denial then stops the call
     */
    record CheckGate(Call call, String argumentsSha256, boolean again) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.checkGate(this);
        }
    }

    /**
     * A command to run the step that a call selects. Results in {@link Event.StepStarted} before the step runs, and in
     * an {@link Event.CallAnswer}, {@link Event.StepInDoubt} or {@link Event.ReplyAsked} after it.
     *
     * @param call the call, with valid and, if required, approved arguments
     * @param effect the effect of the step; the stricter one if it has changed since an earlier attempt
     * @param flow the flow of the step
     * @param context the argument of the step; the same for every attempt of this call
     * @param attempt the number of the attempt, counted from 1
     * @param maxAttempts the number of attempts that are permitted if the step throws exceptions
     */
    record RunStep(Call call, Effect effect, Flow flow, StepContext context, int attempt, int maxAttempts)
            implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.runStep(this);
        }
    }

    /**
     * A command to answer a started step as failed, because its attempts are used up. Results in {@link
     * Event.StepFailed}.
     *
     * @param call the call
     * @param message the text for the model
     * @param mayHaveTakenEffect whether the outcome of the step is unknown
     */
    record FailStep(Call call, String message, boolean mayHaveTakenEffect) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.failStep(this);
        }
    }

    /**
     * A command to run several read-only steps, concurrently if possible. Results in the events of {@link RunStep} for
     * each step: first all starts, then all answers, both in the order of the calls.
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
     * A command to ask again for approval of a call, because the edited arguments that a person approved are invalid.
     * Results in {@link Event.ApprovalAsked}.
     *
     * @param call the call as it was selected
     * @param question the question for the person, with the violations
     * @param argumentsSha256 the SHA-256 of the call's canonical arguments, as hexadecimal digits
     * @param deadline the deadline of the earlier question, which still applies
     */
    record ReopenApproval(Call call, String question, String argumentsSha256, Optional<Instant> deadline)
            implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.reopenApproval(this);
        }
    }

    /**
     * A command to ask a step's question again, because a person's reply is invalid. Results in {@link
     * Event.ReplyAsked}.
     *
     * @param call the call whose step paused
     * @param question the question for the person, with the violations
     * @param schema the JSON Schema of the reply
     * @param deadline the deadline of the earlier question, which still applies
     * @param fallback the reply that applies if none arrives in time, as JSON text
     */
    record ReopenReply(Call call, String question, String schema, Optional<Instant> deadline, Optional<String> fallback)
            implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.reopenReply(this);
        }
    }

    /**
     * A command to wait until a person approves or refuses a call. The wait ends with {@link Event.Approved} or {@link
     * Event.Refused}.
     *
     * @param call the call as it was selected
     * @param question the question for the person
     * @param argumentsSha256 the SHA-256 of the call's canonical arguments, as hexadecimal digits
     */
    record AwaitApproval(Call call, String question, String argumentsSha256) implements AwaitForCall {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.awaitApproval(this);
        }

        @Override
        public Kind kind() {
            return Kind.APPROVAL;
        }
    }

    /**
     * A command to wait until a person replies to a step's question. The wait ends with {@link Event.ReplyReceived}.
     *
     * @param call the call whose step paused
     * @param question the question for the person
     * @param schema the JSON Schema of the reply
     */
    record AwaitReply(Call call, String question, String schema) implements AwaitForCall {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.awaitReply(this);
        }

        @Override
        public Kind kind() {
            return Kind.REPLY;
        }
    }

    /**
     * A command to wait until a person resolves a started step whose outcome is unknown. The wait ends with {@link
     * AnsweredByPerson}.
     *
     * @param call the call whose step is in doubt
     * @param idempotencyKey the key with which the step ran, for finding its effect in other systems
     */
    record AwaitDecision(Call call, String idempotencyKey) implements AwaitForCall {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.awaitDecision(this);
        }

        @Override
        public Kind kind() {
            return Kind.DECISION;
        }
    }

    /**
     * A command to wait until a child thread has ended. A driver first creates the child if it does not exist, and executes
     * it if it can. The wait ends with {@link dev.escapement.thread.DelegateEnded}.
     *
     * @param call the call whose step delegates
     * @param started the event that describes the child
     */
    record AwaitChild(Call call, DelegateStarted started) implements AwaitForCall {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.awaitChild(this);
        }

        @Override
        public Kind kind() {
            return Kind.CHILD;
        }
    }

    /**
     * A command to determine what follows the end of a child thread. Results in {@link Event.CallSelected}, {@link
     * Event.StepReturned} or {@link Event.StepFailed}.
     *
     * @param call the call whose step delegated
     * @param started the start of the child
     * @param ended the end of the child
     */
    record JoinChild(Call call, DelegateStarted started, DelegateEnded ended) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.joinChild(this);
        }
    }

    /** A command to wait for a message from a person. The wait ends with {@link Event.MessageReceived}. */
    record AwaitMessage() implements Await {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.awaitMessage(this);
        }
    }

    /**
     * A command to ask a person how to continue. Results in {@link Event.PersonAsked}.
     *
     * @param question the question for the person
     */
    record AskPerson(String question) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.askPerson(this);
        }
    }

    /**
     * A command to finish the thread with the model's text as the result. Results in {@link Event.Finished}.
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
     * A command to end the thread without a result. Results in {@link Event.Stopped}.
     *
     * @param cause the kind of reason
     * @param reason the reason
     */
    record Stop(StopCause cause, String reason) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.stop(this);
        }
    }

    /** A command to do nothing, because the thread has ended. */
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

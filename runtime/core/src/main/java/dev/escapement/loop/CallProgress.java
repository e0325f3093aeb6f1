package dev.escapement.loop;

import dev.escapement.tool.Call;
import org.jspecify.annotations.Nullable;

/** What has happened to one call so far. Filled while the events of a thread are read, and not changed afterwards. */
final class CallProgress {

    private final Call call;
    private final boolean selectedByCode;
    private boolean gatePassed;
    private Event.@Nullable ApprovalAsked asked;
    private Event.@Nullable Approved approved;
    private Event.@Nullable StepStarted started;
    private boolean running;
    private Event.@Nullable ReplyAsked question;
    private Event.@Nullable Answer answer;

    CallProgress(Call call, boolean selectedByCode) {
        this.call = call;
        this.selectedByCode = selectedByCode;
    }

    void happened(Event.OfCall event) {
        if (event instanceof Event.Answer given) {
            answer = given;
        } else if (event instanceof Event.GatePassed) {
            gatePassed = true;
        } else if (event instanceof Event.ApprovalAsked approval) {
            asked = approval;
        } else if (event instanceof Event.Approved approval) {
            approved = approval;
        } else if (event instanceof Event.StepStarted start) {
            started = start;
            running = true;
        } else if (event instanceof Event.RerunAllowed) {
            running = false;
        } else if (event instanceof Event.ReplyAsked reply) {
            question = reply;
        }
    }

    /** The call as it was selected. */
    Call selected() {
        return call;
    }

    /** The call as it is run: with what a person put in place of the arguments. */
    Call call() {
        return approved != null && approved.editedArguments().isPresent()
                ? new Call(call.id(), call.tool(), approved.editedArguments().get())
                : call;
    }

    /** Whether a step selected it, and not the model. */
    boolean selectedByCode() {
        return selectedByCode;
    }

    /** Whether a person put other arguments in place of the model's, and approved those. */
    boolean edited() {
        return approved != null && approved.editedArguments().isPresent();
    }

    boolean gatePassed() {
        return gatePassed;
    }

    Event.@Nullable ApprovalAsked asked() {
        return asked;
    }

    Event.@Nullable Approved approved() {
        return approved;
    }

    /** The SHA-256 of the arguments that a person approved, or else was asked to approve; null if nobody was asked. */
    @Nullable
    String boundTo() {
        if (approved != null) {
            return approved.argumentsSha256();
        }
        return asked != null ? asked.argumentsSha256() : null;
    }

    /** The newest start of its step, if there was any. */
    Event.@Nullable StepStarted started() {
        return started;
    }

    /** Whether its step started and nobody knows how it ended. */
    boolean inDoubt() {
        return running && answer == null && question == null;
    }

    Event.@Nullable ReplyAsked question() {
        return question;
    }

    Event.@Nullable Answer answer() {
        return answer;
    }

    boolean answered() {
        return answer != null;
    }

    /** Whether what was asked for was done. */
    boolean succeeded() {
        return answer != null && succeeded(answer);
    }

    static boolean succeeded(Event.Answer answer) {
        return answer instanceof Event.StepReturned
                || answer instanceof Event.CallSelected
                || answer instanceof Event.ReplyReceived
                || answer instanceof Event.StepConfirmed
                || answer instanceof Event.Finished;
    }

    /** Whether it is the model that did something wrong, or the step; a person's refusal is neither. */
    static boolean failed(Event.Answer answer) {
        return answer instanceof Event.CallRejected
                || answer instanceof Event.GateDenied
                || answer instanceof Event.StepFailed;
    }
}

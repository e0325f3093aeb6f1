package dev.escapement.run;

import dev.escapement.engine.Command;
import dev.escapement.run.NotWaitingException.Reason;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.ArrayList;
import java.util.List;

/** Descriptions of a thread's state, for a person whose decision is late or refers to the wrong thread or call. */
final class ThreadDescription {

    private ThreadDescription() {}

    /** Returns a description of the event that a thread is waiting for. */
    static String of(AgentThread thread, Command command) {
        return command.accept(new CommandDescription(thread));
    }

    /**
     * Returns a description of the earlier decision on a call, if any, and of the event that the thread is waiting for.
     */
    static String of(AgentThread thread, Command command, String callId) {
        List<String> sentences = new ArrayList<>(decisions(thread, callId));
        if (thread.call(callId).isEmpty()) {
            sentences.add(RunMessages.UNKNOWN_CALL);
        }
        sentences.add(of(thread, command));
        return String.join(" ", sentences);
    }

    /** Returns the reason why a thread does not accept a decision on a call. */
    static Reason reason(AgentThread thread, Command command, String callId) {
        if (thread.call(callId).isEmpty()) {
            return Reason.UNKNOWN_CALL;
        }
        return decisions(thread, callId).isEmpty() ? reason(thread, command) : Reason.DECIDED;
    }

    /** Returns the reason why a thread does not accept a message. */
    static Reason reason(AgentThread thread, Command command) {
        if (thread.hasEnded()) {
            return Reason.ENDED;
        }
        return command.isAtRest() ? Reason.WAITING_FOR_OTHER : Reason.RUNNABLE;
    }

    /**
     * Returns a list that contains a sentence about the last decision on a call, or an empty list if the call was not
     * decided.
     */
    private static List<String> decisions(AgentThread thread, String callId) {
        List<String> last = List.of();
        for (Event event : thread.events()) {
            if (event instanceof Event.OfCall ofCall && ofCall.callId().equals(callId)) {
                String decision = decision(event);
                last = decision.isEmpty() ? last : List.of(decision);
            }
        }
        return last;
    }

    private static String decision(Event event) {
        return switch (event.kind()) {
            case APPROVED -> RunMessages.approved(((Event.Approved) event).by());
            case REFUSED -> RunMessages.refused(((Event.Refused) event).by());
            case STEP_CONFIRMED -> RunMessages.confirmed(((Event.StepConfirmed) event).by());
            case RERUN_ALLOWED -> RunMessages.rerunAllowed(((Event.RerunAllowed) event).by());
            case REPLY_RECEIVED -> RunMessages.REPLIED;
            case STARTED,
                    CONTEXT_FETCHED,
                    CONTEXT_FAILED,
                    MODEL_REPLIED,
                    TEXT_REJECTED,
                    CALL_REJECTED,
                    GATE_PASSED,
                    GATE_DENIED,
                    APPROVAL_ASKED,
                    STEP_STARTED,
                    STEP_RETURNED,
                    CALL_SELECTED,
                    STEP_FAILED,
                    REPLY_ASKED,
                    PERSON_ASKED,
                    MESSAGE_RECEIVED,
                    FINISHED,
                    STOPPED -> "";
        };
    }
}

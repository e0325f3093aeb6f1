package dev.escapement.run;

import dev.escapement.engine.Command;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;

/** Descriptions of a thread's state, for a person whose decision is late or refers to the wrong thread or call. */
final class ThreadDescription {

    private ThreadDescription() {}

    /** Returns a description of the event for which a thread waits. */
    static String of(AgentThread thread, Command command) {
        return command.accept(new CommandDescription(thread));
    }

    /**
     * Returns a description of the earlier decision about a call, if there is one, and of the event for which the
     * thread waits.
     */
    static String of(AgentThread thread, Command command, String callId) {
        String known = thread.call(callId).isPresent() ? "" : "There is no such call. ";
        return "does not wait for a decision about call " + callId + ". " + decision(thread, callId) + known
                + of(thread, command);
    }

    private static String decision(AgentThread thread, String callId) {
        String last = "";
        for (Event event : thread.events()) {
            if (event instanceof Event.OfCall ofCall && ofCall.callId().equals(callId)) {
                String decision = decision(event);
                last = decision.isEmpty() ? last : decision + " ";
            }
        }
        return last;
    }

    private static String decision(Event event) {
        return switch (event.kind()) {
            case APPROVED -> "The call was approved by " + ((Event.Approved) event).by() + ".";
            case REFUSED -> "The call was refused by " + ((Event.Refused) event).by() + ".";
            case STEP_CONFIRMED -> "The call was confirmed by " + ((Event.StepConfirmed) event).by() + ".";
            case RERUN_ALLOWED -> "The call was allowed to run again by " + ((Event.RerunAllowed) event).by() + ".";
            case REPLY_RECEIVED -> "The call has its reply.";
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

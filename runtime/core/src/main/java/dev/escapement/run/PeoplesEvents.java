package dev.escapement.run;

import dev.escapement.thread.Event;
import java.util.List;

/**
 * The events that record decisions and messages of people, and the expiry of questions to them. They may be appended
 * without the lease of the thread.
 */
final class PeoplesEvents {

    private PeoplesEvents() {}

    /** Returns whether an event may have been appended without the lease of the thread. */
    static boolean include(Event event) {
        return switch (event.kind()) {
            case APPROVED,
                    REFUSED,
                    REPLY_RECEIVED,
                    EXPIRED,
                    DELEGATE_ENDED,
                    ANSWERED_BY_PERSON,
                    MESSAGE_RECEIVED,
                    BUDGET_EXTENDED,
                    STOPPED -> true;
            case AGENT_UPDATED,
                    DELEGATE_STARTED,
                    STARTED,
                    CONTEXT_FETCHED,
                    CONTEXT_FAILED,
                    REQUEST_FAILED,
                    MODEL_REPLIED,
                    TEXT_REJECTED,
                    CALL_REJECTED,
                    GATE_PASSED,
                    GATE_DENIED,
                    GATE_FAILED,
                    APPROVAL_ASKED,
                    STEP_STARTED,
                    STEP_RETURNED,
                    CALL_SELECTED,
                    STEP_FAILED,
                    STEP_IN_DOUBT,
                    REPLY_ASKED,
                    PERSON_ASKED,
                    FINISHED -> false;
        };
    }

    /** Returns whether all events may have been appended without the lease of the thread. */
    static boolean includeAll(List<Event> events) {
        for (Event event : events) {
            if (!include(event)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Throws an exception unless all events that were added during an execution may have been appended without the
     * lease.
     *
     * @param conflict the exception of the append that the events prevented
     * @throws ConcurrentRunException the conflict: the thread is being executed elsewhere, despite the lease
     */
    static void require(List<Event> added, ConcurrentRunException conflict) {
        if (!includeAll(added)) {
            throw conflict;
        }
    }
}

package dev.escapement.server.threads;

import dev.escapement.server.http.PartsHash;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.List;

/** The hash of the question of a thread that waits for a message. The question does not belong to a call. */
final class MessageQuestion {
    private MessageQuestion() {}

    /**
     * Returns the hash of the newest event that asks such a question or answers it, with its position. A message or a later
     * question therefore changes the hash.
     *
     * @return the SHA-256 as 64 hexadecimal digits
     */
    static String sha256(AgentThread thread) {
        List<Event> events = thread.events();
        int position = events.size() - 1;
        while (position > 0 && !isOfQuestion(events.get(position))) {
            position--;
        }
        return PartsHash.hex(List.of(Integer.toString(position), Event.CODEC.encode(events.get(position))));
    }

    private static boolean isOfQuestion(Event event) {
        return switch (event.kind()) {
            case MODEL_REPLIED, PERSON_ASKED, REQUEST_FAILED, MESSAGE_RECEIVED -> true;
            case STARTED,
                    AGENT_UPDATED,
                    DELEGATE_STARTED,
                    DELEGATE_ENDED,
                    CONTEXT_FETCHED,
                    CONTEXT_FAILED,
                    TEXT_REJECTED,
                    CALL_REJECTED,
                    GATE_PASSED,
                    GATE_DENIED,
                    GATE_FAILED,
                    APPROVAL_ASKED,
                    APPROVED,
                    REFUSED,
                    ANSWERED_BY_PERSON,
                    EXPIRED,
                    STEP_STARTED,
                    STEP_RETURNED,
                    CALL_SELECTED,
                    STEP_FAILED,
                    STEP_IN_DOUBT,
                    REPLY_ASKED,
                    REPLY_RECEIVED,
                    BUDGET_EXTENDED,
                    FINISHED,
                    STOPPED -> false;
        };
    }
}

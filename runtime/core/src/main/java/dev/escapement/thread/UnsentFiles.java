package dev.escapement.thread;

import dev.escapement.content.Content;
import dev.escapement.thread.RequestFailed.Part;
import java.util.List;

/**
 * The rule for files that no successful request contained. A rendering omits them if a request failed because of its
 * content and a person then sent a message. Otherwise, each further request would fail in the same way.
 */
final class UnsentFiles {

    private UnsentFiles() {}

    /**
     * Returns whether the files of an event are omitted: before the next reply, a request failed because of its
     * content, and a message followed that the request of the reply contained.
     *
     * @param events the events of a thread
     * @param index the index of the event, or of the reply after which its message is rendered
     */
    static boolean areOmitted(List<Event> events, int index) {
        boolean failed = false;
        int message = Integer.MAX_VALUE;
        for (int i = index + 1; i < events.size(); i++) {
            Event event = events.get(i);
            if (event instanceof Event.ModelReplied reply) {
                return message < i - reply.unseen();
            } else if (event instanceof RequestFailed failure) {
                failed |= failure.part() == Part.CONTENT;
            } else if (failed && event.kind() == EventKind.MESSAGE_RECEIVED) {
                message = Math.min(message, i);
            }
        }
        return message < events.size();
    }

    /** Returns whether one of the events from a given index has files, so that later events can omit them. */
    static boolean mayFollow(List<Event> events, int from) {
        for (int i = from; i < events.size(); i++) {
            if (!of(events.get(i)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the files in an event. The rendering of an event contains all of them, or the event is not rendered. */
    static List<Content.File> of(Event event) {
        return switch (event.kind()) {
            case STARTED -> ((Event.Started) event).start().files();
            case CONTEXT_FETCHED -> ((Event.ContextFetched) event).files();
            case MESSAGE_RECEIVED -> ((Event.MessageReceived) event).files();
            case STEP_RETURNED -> ((Event.StepReturned) event).files();
            case REPLY_RECEIVED -> ((Event.ReplyReceived) event).files();
            case FINISHED -> ((Event.Finished) event).files();
            case DELEGATE_STARTED -> ((DelegateStarted) event).start().files();
            case DELEGATE_ENDED -> ((DelegateEnded) event).files();
            case CONTEXT_FAILED,
                    REQUEST_FAILED,
                    MODEL_REPLIED,
                    TEXT_REJECTED,
                    CALL_REJECTED,
                    GATE_PASSED,
                    GATE_DENIED,
                    GATE_FAILED,
                    APPROVAL_ASKED,
                    APPROVED,
                    REFUSED,
                    STEP_STARTED,
                    CALL_SELECTED,
                    STEP_FAILED,
                    STEP_IN_DOUBT,
                    REPLY_ASKED,
                    EXPIRED,
                    AGENT_UPDATED,
                    ANSWERED_BY_PERSON,
                    PERSON_ASKED,
                    BUDGET_EXTENDED,
                    STOPPED -> List.of();
        };
    }
}

package dev.escapement.thread;

import dev.escapement.model.Message;
import dev.escapement.tool.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answers to the calls in one reply, in the form that the model receives. They are derived from the events that
 * follow the reply.
 */
final class AnswerText {

    private final Map<String, Event.OfCall> answers = new HashMap<>();
    private Map<String, String> edits = Map.of();

    /**
     * Creates the answers from the events that follow a reply. The first answer to a call counts, so that later events
     * cannot change what the model has received. A further question withdraws a reply or an approval that was invalid.
     *
     * @param events all events between that reply and the next one
     */
    AnswerText(List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.OfCall ofCall) {
                add(ofCall);
            }
        }
    }

    private void add(Event.OfCall event) {
        String callId = event.callId();
        if (CallResult.of(event).isAnswer()) {
            answers.putIfAbsent(callId, event);
        } else if (event.kind() == EventKind.REPLY_ASKED) {
            answers.remove(callId);
        } else if (event.kind() == EventKind.APPROVAL_ASKED && !edits.isEmpty()) {
            edits.remove(callId);
        } else if (event instanceof Event.Approved approved && !answers.containsKey(callId)) {
            approved.editedArguments().ifPresent(arguments -> edit(callId, arguments));
        }
    }

    private void edit(String callId, String arguments) {
        if (edits.isEmpty()) {
            edits = new HashMap<>();
        }
        edits.put(callId, arguments);
    }

    /**
     * Returns the answer to a call from the model. The answer includes the calls that steps selected as a result.
     *
     * @param call the model's call
     * @return the answer; empty if the last call of the chain is unanswered
     */
    Optional<Message.ToolAnswer> to(Call call) {
        StringBuilder text = new StringBuilder(0); // a chain of one call needs no buffer
        String id = call.id();
        // A chain cannot be longer than the number of answers; the bound ends a cycle in a damaged thread.
        for (int links = 0; links < answers.size(); links++) {
            if (edits.containsKey(id)) {
                text.append(Rendering.EDITED).append(edits.get(id)).append('\n');
            }
            Event.OfCall answer = answers.get(id);
            if (answer == null) {
                return Optional.empty();
            }
            Optional<Call> next = next(answer);
            if (next.isEmpty()) {
                String words = words(answer);
                String all = text.isEmpty() ? words : text.append(words).toString();
                return Optional.of(new Message.ToolAnswer(
                        call.id(), all, CallResult.of(answer).isFailure()));
            }
            text.append(next.get().tool())
                    .append(' ')
                    .append(next.get().arguments())
                    .append('\n');
            id = next.get().id();
        }
        return Optional.empty();
    }

    /** Returns the call that continues the answered call, if any. */
    private static Optional<Call> next(Event.OfCall answer) {
        if (answer instanceof Event.CallSelected selected) {
            return Optional.of(selected.next());
        }
        return answer instanceof Event.AnsweredByPerson answered ? answered.next() : Optional.empty();
    }

    private static String words(Event.OfCall answer) {
        return switch (answer.kind()) {
            case STEP_RETURNED -> Rendering.result(((Event.StepReturned) answer).result());
            case FINISHED -> Rendering.result(((Event.Finished) answer).result());
            case REPLY_RECEIVED -> Rendering.result(((Event.ReplyReceived) answer).reply());
            case ANSWERED_BY_PERSON -> words(((Event.AnsweredByPerson) answer).answer());
            case CALL_REJECTED -> Rendering.ERROR + ((Event.CallRejected) answer).reason();
            case STEP_FAILED -> Rendering.ERROR + ((Event.StepFailed) answer).message();
            case GATE_DENIED -> Rendering.DENIED + ((Event.GateDenied) answer).reason();
            case GATE_FAILED -> Rendering.DENIED + ((Event.GateFailed) answer).reason();
            case REFUSED -> Rendering.REFUSED + ((Event.Refused) answer).reason();
            case CALL_SELECTED, // handled above by following the chain
                    STARTED,
                    CONTEXT_FETCHED,
                    CONTEXT_FAILED,
                    REQUEST_FAILED,
                    MODEL_REPLIED,
                    TEXT_REJECTED,
                    GATE_PASSED,
                    APPROVAL_ASKED,
                    APPROVED,
                    STEP_STARTED,
                    STEP_IN_DOUBT,
                    REPLY_ASKED,
                    PERSON_ASKED,
                    MESSAGE_RECEIVED,
                    BUDGET_EXTENDED,
                    STOPPED ->
                throw new IllegalArgumentException(answer.kind() + " is not the final answer of a call.");
        };
    }

    private static String words(Answer answer) {
        return switch (answer.kind()) {
            case RETURNED -> Rendering.result(((Answer.Returned) answer).json());
            case FINISHED -> Rendering.result(((Answer.Finished) answer).json());
            case FAILED -> Rendering.ERROR + ((Answer.Failed) answer).reason();
            case NEXT, QUESTION, RUN_AGAIN ->
                throw new IllegalArgumentException(answer.kind() + " is not the final answer of a call.");
        };
    }
}

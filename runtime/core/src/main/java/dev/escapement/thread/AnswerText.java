package dev.escapement.thread;

import dev.escapement.content.Content;
import dev.escapement.internal.text.BlankText;
import dev.escapement.model.Message;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The answers to the calls in one reply, in the form that the model receives. They are derived from the events that
 * follow the reply.
 */
final class AnswerText {

    private final List<Event> events;
    private final Map<String, Event.OfCall> answers = new HashMap<>(2); // most replies contain one call

    /** The indexes of the answers with files by the ids of their calls. */
    private Map<String, Integer> indexes = Map.of();

    private Map<String, String> edits = Map.of();

    /** The ids of the calls whose steps paused. */
    private Set<String> paused = Set.of();

    private final List<String> succeeded = new ArrayList<>(0);

    /**
     * Creates the answers from the events between a reply and the next one. The first answer to a call counts, so that
     * later events cannot change what the model has received. A further question withdraws a reply or an approval that
     * was invalid.
     *
     * @param events the events of the thread
     * @param from the index of the first event after the reply
     */
    AnswerText(List<Event> events, int from) {
        this.events = events;
        for (int i = from; i < events.size() && events.get(i).kind() != EventKind.MODEL_REPLIED; i++) {
            if (events.get(i) instanceof Event.OfCall ofCall) {
                add(ofCall, i);
            }
        }
    }

    private void add(Event.OfCall event, int index) {
        String callId = event.callId();
        if (CallResult.of(event).isAnswer()) {
            if (answers.putIfAbsent(callId, event) == null
                    && !UnsentFiles.of(event).isEmpty()) {
                indexes = indexes.isEmpty() ? new HashMap<>() : indexes;
                indexes.put(callId, index);
            }
        } else if (event.kind() == EventKind.REPLY_ASKED) {
            paused = paused.isEmpty() ? new HashSet<>() : paused;
            paused.add(callId);
            answers.remove(callId);
            removeIndex(callId);
        } else if (event.kind() == EventKind.APPROVAL_ASKED && !edits.isEmpty()) {
            edits.remove(callId);
        } else if (event instanceof Event.Approved approved && !answers.containsKey(callId)) {
            approved.editedArguments().ifPresent(arguments -> edit(callId, arguments));
        }
    }

    private void removeIndex(String callId) {
        if (!indexes.isEmpty()) {
            indexes.remove(callId);
        }
    }

    private void edit(String callId, String arguments) {
        if (edits.isEmpty()) {
            edits = new HashMap<>();
        }
        edits.put(callId, arguments);
    }

    /** Returns the tools whose results are the returned answers, without the tools that selected another call. */
    List<String> succeeded() {
        return succeeded;
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
        String tool = call.tool();
        // A chain cannot be longer than the number of answers; the bound ends a cycle in a damaged thread.
        for (int links = 0; links < answers.size(); links++) {
            if (edits.containsKey(id)) {
                text.append(BoundedText.notice(Rendering.EDITED, edits.get(id))).append('\n');
            }
            Event.OfCall answer = answers.get(id);
            if (answer == null) {
                return Optional.empty();
            }
            Optional<Call> next = next(answer);
            if (next.isEmpty()) {
                String words = answer instanceof Event.Expired expired ? words(expired) : words(answer);
                String all = text.isEmpty() ? words : text.append(words).toString();
                boolean failed = CallResult.of(answer).isFailure();
                if (!failed) {
                    succeeded.add(tool);
                }
                List<Content> content = RenderedEvent.content(
                        all, UnsentFiles.of(answer), events, indexes.getOrDefault(id, events.size()));
                return Optional.of(new Message.ToolAnswer(call.id(), content, failed));
            }
            Call selected = next.get();
            text.append(BoundedText.notice(selected.tool() + " ", selected.arguments()))
                    .append('\n');
            id = selected.id();
            tool = selected.tool();
        }
        return Optional.empty();
    }

    /** Returns the call that continues the answered call, if any. */
    private static Optional<Call> next(Event.OfCall answer) {
        if (answer instanceof Event.CallSelected selected) {
            return Optional.of(selected.next());
        }
        return answer instanceof AnsweredByPerson answered ? answered.next() : Optional.empty();
    }

    private String words(Event.Expired expired) {
        String notice = paused.contains(expired.callId()) ? Rendering.NO_REPLY : Rendering.NO_DECISION;
        return expired.fallback()
                .map(reply -> Rendering.notice(Rendering.FALLBACK) + "\n" + value(reply))
                .orElseGet(() -> Rendering.notice(notice));
    }

    private static String words(Event.OfCall answer) {
        return switch (answer.kind()) {
            case STEP_RETURNED -> words((Event.StepReturned) answer);
            case FINISHED -> value(((Event.Finished) answer).result());
            case REPLY_RECEIVED -> value(((Event.ReplyReceived) answer).reply());
            case ANSWERED_BY_PERSON -> words(((AnsweredByPerson) answer).answer());
            case CALL_REJECTED -> BoundedText.notice(Rendering.ERROR, ((Event.CallRejected) answer).reason());
            case STEP_FAILED -> words((Event.StepFailed) answer);
            case GATE_DENIED -> BoundedText.notice(Rendering.DENIED, ((Event.GateDenied) answer).reason());
            case GATE_FAILED -> BoundedText.notice(Rendering.DENIED, ((Event.GateFailed) answer).reason());
            case REFUSED -> BoundedText.notice(Rendering.REFUSED, ((Event.Refused) answer).reason());
            case DELEGATE_ENDED -> words((DelegateEnded) answer);
            case CALL_SELECTED, // handled above, like expired questions
                    EXPIRED,
                    AGENT_UPDATED,
                    DELEGATE_STARTED,
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

    private static String words(DelegateEnded ended) {
        return ended.succeeded() ? value(ended.result()) : failure(ended.result());
    }

    private static String words(Answer answer) {
        return switch (answer.kind()) {
            case RETURNED -> value(((Answer.Returned) answer).json());
            case FINISHED -> value(((Answer.Finished) answer).json());
            case FAILED -> failure(((Answer.Failed) answer).reason());
            case NEXT, QUESTION, RUN_AGAIN ->
                throw new IllegalArgumentException(answer.kind() + " is not the final answer of a call.");
        };
    }

    private static String words(Event.StepReturned returned) {
        return value(returned.result(), returned.maxLength() == 0 ? Rendering.MAX_LENGTH : returned.maxLength());
    }

    /** Returns the message of a declared exception, which comes from the tool, or a notice of the library. */
    private static String words(Event.StepFailed failed) {
        return failed.declared() ? failure(failed.message()) : BoundedText.notice(Rendering.ERROR, failed.message());
    }

    private static String failure(String message) {
        return Rendering.ERROR + BoundedText.verbatim(message, Rendering.MAX_LENGTH);
    }

    private static String value(String json) {
        return value(json, Rendering.MAX_LENGTH);
    }

    /** Returns a result as text. Providers reject empty text, so that a blank string remains in quotes. */
    private static String value(String json, int maxLength) {
        if (json.isBlank()) {
            return Rendering.notice(Rendering.DONE);
        }
        String text = Rendering.bare(json);
        return BoundedText.verbatim(BlankText.is(text) ? json : text, maxLength);
    }
}

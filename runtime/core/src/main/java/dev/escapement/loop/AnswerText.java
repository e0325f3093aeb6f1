package dev.escapement.loop;

import dev.escapement.model.Message;
import dev.escapement.tool.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the model is told about its calls, made of the events that followed one of its replies. */
final class AnswerText {

    private final Map<String, Event.Answer> answers = new HashMap<>();
    private final Map<String, String> edits = new HashMap<>();

    /**
     * Takes the events that say what became of the calls of one reply.
     *
     * @param events all events from that reply to the next one
     */
    AnswerText(List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.Answer answer) {
                answers.put(answer.callId(), answer);
            } else if (event instanceof Event.Approved approved) {
                approved.editedArguments().ifPresent(arguments -> edits.put(approved.callId(), arguments));
            }
        }
    }

    /**
     * The answer to a call of the model, after those to all calls that were selected in its wake.
     *
     * @param call the model's call
     * @return the answer; empty if the last of them has none yet
     */
    Optional<Message.ToolAnswer> to(Call call) {
        StringBuilder text = new StringBuilder();
        String id = call.id();
        // A chain has at most one link an answer; a damaged thread might lead in a circle.
        for (int links = 0; links < answers.size(); links++) {
            if (edits.containsKey(id)) {
                text.append(Rendering.EDITED).append(edits.get(id)).append('\n');
            }
            Event.Answer answer = answers.get(id);
            if (answer == null) {
                return Optional.empty();
            }
            if (!(answer instanceof Event.CallSelected selected)) {
                String all = text.append(words(answer)).toString();
                return Optional.of(new Message.ToolAnswer(call.id(), all, isFailure(answer)));
            }
            Call next = selected.next();
            text.append(next.tool()).append(' ').append(next.arguments()).append('\n');
            id = next.id();
        }
        return Optional.empty();
    }

    private static boolean isFailure(Event.Answer answer) {
        return CallProgress.failed(answer) || answer instanceof Event.Refused;
    }

    private static String words(Event.Answer answer) {
        if (answer instanceof Event.StepReturned returned) {
            return Rendering.result(returned.result());
        }
        if (answer instanceof Event.Finished finished) {
            return Rendering.result(finished.result());
        }
        if (answer instanceof Event.ReplyReceived received) {
            return Rendering.result(received.reply());
        }
        if (answer instanceof Event.StepConfirmed confirmed) {
            return confirmed.note();
        }
        if (answer instanceof Event.CallRejected rejected) {
            return Rendering.ERROR + rejected.reason();
        }
        if (answer instanceof Event.StepFailed failed) {
            return Rendering.ERROR + failed.message();
        }
        if (answer instanceof Event.GateDenied denied) {
            return Rendering.DENIED + denied.reason();
        }
        if (answer instanceof Event.Refused refused) {
            return Rendering.REFUSED + refused.reason();
        }
        throw new IllegalStateException("no words for " + answer);
    }
}

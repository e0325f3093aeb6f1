package dev.escapement.openai;

import dev.escapement.content.Content;
import dev.escapement.http.client.CallIds;
import dev.escapement.model.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * An arrangement of messages for Chat Completions, in which an answer to a call consists of text. The files of answers
 * follow in one message of the user, which names their calls and contains the next message of the user, if any.
 */
final class AnswerFiles {

    private final CallIds ids;
    private final List<Message> arranged = new ArrayList<>();
    private final List<Content> waiting = new ArrayList<>();

    private AnswerFiles(CallIds ids) {
        this.ids = ids;
    }

    /** Returns the messages with the files of the answers in messages of the user. */
    static List<Message> moved(List<Message> messages, CallIds ids) {
        if (messages.stream().noneMatch(AnswerFiles::hasFiles)) {
            return messages;
        }
        AnswerFiles files = new AnswerFiles(ids);
        messages.forEach(files::add);
        files.endAnswers();
        return files.arranged;
    }

    private static boolean hasFiles(Message message) {
        return message instanceof Message.ToolAnswer answer
                && !Content.filesOf(answer.content()).isEmpty();
    }

    private void add(Message message) {
        if (hasFiles(message)) {
            answer((Message.ToolAnswer) message);
        } else if (message instanceof Message.User user && !waiting.isEmpty()) {
            waiting.addAll(user.content());
            endAnswers();
        } else {
            if (!(message instanceof Message.ToolAnswer)) {
                endAnswers();
            }
            arranged.add(message);
        }
    }

    private void answer(Message.ToolAnswer answer) {
        String text = answer.text().isBlank() ? "The answer consists of the attached files." : answer.text();
        arranged.add(new Message.ToolAnswer(answer.callId(), text, answer.failed()));
        waiting.add(new Content.Text(
                "The following files belong to the answer to the call " + ids.accepted(answer.callId()) + "."));
        waiting.addAll(Content.filesOf(answer.content()));
    }

    private void endAnswers() {
        if (!waiting.isEmpty()) {
            arranged.add(new Message.User(waiting));
            waiting.clear();
        }
    }

    /** Returns the messages with each message of the user directly after an answer as a part of that answer. */
    static List<Message> withUserInAnswer(List<Message> messages) {
        List<Message> arranged = new ArrayList<>();
        for (Message message : messages) {
            int last = arranged.size() - 1;
            if (message instanceof Message.User user
                    && last >= 0
                    && arranged.get(last) instanceof Message.ToolAnswer answer) {
                arranged.set(last, joined(answer, user));
            } else {
                arranged.add(message);
            }
        }
        return arranged;
    }

    private static Message joined(Message.ToolAnswer answer, Message.User user) {
        List<Content> content = new ArrayList<>(answer.content());
        content.removeIf(
                part -> part instanceof Content.Text text && text.text().isBlank());
        content.addAll(user.content());
        return new Message.ToolAnswer(answer.callId(), content, answer.failed());
    }
}

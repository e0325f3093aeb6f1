package dev.escapement.openai;

import dev.escapement.model.Message;
import dev.escapement.model.ModelInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How a server departs from the protocols of OpenAI in what it accepts. */
public enum Flavor {

    /** Not at all, or it is lenient enough. */
    OPENAI,

    /**
     * Mistral: ids of calls are nine letters or digits, the limit of a reply is called {@code max_tokens}, and usage comes
     * in every stream, but must not be asked for. What the user says must not stand directly behind an answer to a call, so
     * it becomes part of that answer. It refuses requests that are otherwise.
     */
    MISTRAL;

    private static final Pattern MISTRAL_CALL_ID = Pattern.compile("[a-zA-Z0-9]{9}");
    private static final int MISTRAL_CALL_ID_LENGTH = 9;
    private static final int FOREIGN_CALL_ID_LENGTH = 24;

    /** What a provider is known to speak. */
    static Flavor of(ModelInfo info) {
        return info.provider().equals("mistral_ai") ? MISTRAL : OPENAI;
    }

    /** The name of the property of Chat Completions that limits the reply. */
    String limit() {
        return this == MISTRAL ? "max_tokens" : "max_completion_tokens";
    }

    /** Whether streams have usage only if it is asked for. */
    boolean usageIsAskedFor() {
        return this != MISTRAL;
    }

    /** Whether an id of a call is accepted as it is. */
    boolean accepts(String id, Protocol protocol) {
        return this == MISTRAL ? MISTRAL_CALL_ID.matcher(id).matches() : id.length() <= protocol.longestCallId();
    }

    /** The messages of a conversation as they may follow one another. */
    List<Message> arranged(List<Message> messages) {
        return this == MISTRAL ? withoutUserBehindAnswer(messages) : messages;
    }

    private static List<Message> withoutUserBehindAnswer(List<Message> messages) {
        List<Message> arranged = new ArrayList<>();
        for (Message message : messages) {
            int last = arranged.size() - 1;
            if (message instanceof Message.User user
                    && last >= 0
                    && arranged.get(last) instanceof Message.ToolAnswer answer) {
                String both = answer.text().isBlank() ? user.text() : answer.text() + "\n\n" + user.text();
                arranged.set(last, new Message.ToolAnswer(answer.callId(), both, answer.failed()));
            } else {
                arranged.add(message);
            }
        }
        return arranged;
    }

    /** How long an id is that stands in for one that is not accepted. */
    int callIdLength() {
        return this == MISTRAL ? MISTRAL_CALL_ID_LENGTH : FOREIGN_CALL_ID_LENGTH;
    }
}

package dev.escapement.openai;

import dev.escapement.model.Message;
import dev.escapement.model.ModelInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A server-specific set of deviations from OpenAI's protocols. */
public enum Flavor {

    /** The protocols as OpenAI defines them, for servers without relevant deviations. */
    OPENAI,

    /**
     * The deviations of Mistral's server. Call ids consist of nine letters or digits, the property {@code max_tokens}
     * limits the length of a reply, and every stream contains usage, which a request must not enable. A message of the
     * user directly after an answer to a call becomes part of that answer. Mistral rejects other requests.
     */
    MISTRAL;

    private static final Pattern MISTRAL_CALL_ID = Pattern.compile("[a-zA-Z0-9]{9}");
    private static final int MISTRAL_CALL_ID_LENGTH = 9;
    private static final int FOREIGN_CALL_ID_LENGTH = 24;

    /** Returns the flavor of a model's provider. */
    static Flavor of(ModelInfo info) {
        return info.provider().equals("mistral_ai") ? MISTRAL : OPENAI;
    }

    /** Returns the name of the Chat Completions property that limits the length of a reply. */
    String limit() {
        return this == MISTRAL ? "max_tokens" : "max_completion_tokens";
    }

    /** Returns whether a request for a stream must enable the reporting of usage. */
    boolean usageOnRequest() {
        return this != MISTRAL;
    }

    /** Returns whether the server accepts a call id unchanged. */
    boolean accepts(String id, Protocol protocol) {
        return this == MISTRAL ? MISTRAL_CALL_ID.matcher(id).matches() : id.length() <= protocol.longestCallId();
    }

    /** Returns the messages of a conversation in a form that the server accepts. */
    List<Message> arranged(List<Message> messages) {
        return this == MISTRAL ? joinUserToAnswer(messages) : messages;
    }

    private static List<Message> joinUserToAnswer(List<Message> messages) {
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

    /** Returns the length of the substitute for a call id that the server does not accept. */
    int callIdLength() {
        return this == MISTRAL ? MISTRAL_CALL_ID_LENGTH : FOREIGN_CALL_ID_LENGTH;
    }
}

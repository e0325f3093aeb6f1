package dev.escapement.openai;

import dev.escapement.http.client.CallIds;
import dev.escapement.model.Message;
import dev.escapement.model.spi.ContentHash;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.Map;

/**
 * A factory of tables that map call ids to ids that a server accepts. A server accepts the ids of its own replies; the
 * substitute for any other id is its digest, so that the same conversation always has the same ids.
 */
final class OpenAiCallIds {

    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** A visitor that returns the calls of a message. */
    private static final Message.Visitor<List<Call>> CALLS = new Message.Visitor<>() {
        @Override
        public List<Call> user(Message.User message) {
            return List.of();
        }

        @Override
        public List<Call> assistant(Message.Assistant message) {
            return message.calls();
        }

        @Override
        public List<Call> toolAnswer(Message.ToolAnswer message) {
            return List.of();
        }
    };

    private OpenAiCallIds() {}

    /**
     * Returns the table for a conversation.
     *
     * @param own the ids that the server itself gave to calls, by the ids in the conversation
     */
    static CallIds of(List<Message> messages, Flavor flavor, Protocol protocol, Map<String, String> own) {
        List<String> all = messages.stream()
                .flatMap(message -> message.accept(CALLS).stream())
                .map(Call::id)
                .toList();
        CallIds ids = new CallIds();
        all.stream().filter(id -> flavor.accepts(id, protocol)).forEach(ids::add);
        for (String id : all) {
            if (!ids.contains(id)) {
                String given = own.get(id);
                ids.substitute(
                        id,
                        number -> number == 1 && given != null
                                ? given
                                : digest(number == 1 ? id : id + " " + number, flavor.callIdLength()));
            }
        }
        return ids;
    }

    private static String digest(String text, int length) {
        byte[] hash = ContentHash.bytes(text);
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < length; i++) {
            id.append(DIGITS.charAt(Math.floorMod(hash[i], DIGITS.length())));
        }
        return id.toString();
    }
}

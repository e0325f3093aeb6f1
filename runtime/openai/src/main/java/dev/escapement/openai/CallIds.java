package dev.escapement.openai;

import dev.escapement.model.Message;
import dev.escapement.model.spi.ContentHash;
import dev.escapement.tool.Call;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ids of calls as a server accepts them. Those of a reply of its own are accepted; those of another provider, or that
 * the loop had to change to tell calls apart, may not be, and another one stands in for them in requests. The same
 * conversation always gets the same ids.
 */
final class CallIds {

    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final Map<String, String> accepted = new HashMap<>();

    private CallIds() {}

    static CallIds of(List<Message> messages, Flavor flavor, Protocol protocol) {
        CallIds ids = new CallIds();
        Set<String> taken = new HashSet<>();
        for (String id : written(messages)) {
            if (flavor.accepts(id, protocol)) {
                ids.accepted.put(id, id);
                taken.add(id);
            }
        }
        for (String id : written(messages)) {
            ids.accepted.computeIfAbsent(id, foreign -> free(foreign, flavor.callIdLength(), taken));
        }
        return ids;
    }

    /** What stands for the id of a call. */
    String accepted(String id) {
        return accepted.getOrDefault(id, id);
    }

    private static List<String> written(List<Message> messages) {
        return messages.stream()
                .filter(Message.Assistant.class::isInstance)
                .flatMap(message -> ((Message.Assistant) message).calls().stream())
                .map(Call::id)
                .toList();
    }

    private static String free(String id, int length, Set<String> taken) {
        String free = digest(id, length);
        for (int i = 2; !taken.add(free); i++) {
            free = digest(id + " " + i, length);
        }
        return free;
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

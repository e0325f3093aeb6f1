package dev.escapement.anthropic;

import dev.escapement.model.Message;
import dev.escapement.tool.Call;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The ids of calls as the API accepts them: of few characters, and each once in a request. Those of its own replies are so;
 * those of another provider may not be, and the nearest one stands in for them. What an id becomes depends on what stands
 * before it alone, so a conversation that grows keeps its beginning, and with it its place in the provider's cache.
 */
final class CallIds {

    private static final Pattern FOREIGN = Pattern.compile("[^a-zA-Z0-9_-]");

    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> accepted = new HashMap<>();

    /** Takes note of the calls of the next reply in the conversation. */
    void add(Message.Assistant reply) {
        for (Call call : reply.calls()) {
            accepted.put(call.id(), free(FOREIGN.matcher(call.id()).replaceAll("_")));
        }
    }

    /** What stands for the id of a call of the newest reply that has it. */
    String accepted(String id) {
        return accepted.getOrDefault(id, id);
    }

    private String free(String id) {
        String free = id;
        for (int i = 2; !taken.add(free); i++) {
            free = id + "_" + i;
        }
        return free;
    }
}

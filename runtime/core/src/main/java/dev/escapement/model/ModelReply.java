package dev.escapement.model;

import dev.escapement.tool.Call;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a model replied: text, calls of tools, or both.
 *
 * @param text what it said; empty if it only called tools
 * @param calls the calls in the model's order, each with an id of its own
 * @param usage what the reply cost
 */
public record ModelReply(String text, List<Call> calls, Usage usage) {
    public ModelReply {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(usage, "usage");
        calls = List.copyOf(calls);
        Set<String> ids = new HashSet<>();
        for (Call call : calls) {
            if (!ids.add(call.id())) {
                throw new IllegalArgumentException("two calls of one reply have the id " + call.id());
            }
        }
    }

    /**
     * A reply that is text only.
     *
     * @param text what the model said
     * @return the reply, of unknown cost
     */
    public static ModelReply text(String text) {
        return new ModelReply(text, List.of(), Usage.NONE);
    }

    /**
     * A reply that only calls tools.
     *
     * @param calls the calls
     * @return the reply, of unknown cost
     */
    public static ModelReply calls(Call... calls) {
        return new ModelReply("", List.of(calls), Usage.NONE);
    }

    /**
     * A reply that calls one tool.
     *
     * @param id the id of the call
     * @param tool the name of the tool
     * @param arguments the arguments as JSON text
     * @return the reply, of unknown cost
     */
    public static ModelReply call(String id, String tool, String arguments) {
        return calls(new Call(id, tool, arguments));
    }
}

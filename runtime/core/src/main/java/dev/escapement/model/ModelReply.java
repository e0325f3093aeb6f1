package dev.escapement.model;

import dev.escapement.model.spi.ReplyBuilder;
import dev.escapement.tool.Call;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a model replied: text, calls of tools, or both.
 *
 * @param text what it said; empty if it only called tools
 * @param calls the calls in the model's order, each with an id of its own; the last one may be half a call if the reply is
 *     not complete
 * @param usage what the reply cost
 * @param stop why the model stopped; unless the reply is complete, no call of it is run and no text of it is an answer
 * @param provenance where the reply comes from
 * @param state what the provider wants back with the reply when it is shown it again, if anything
 */
public record ModelReply(
        String text,
        List<Call> calls,
        Usage usage,
        StopReason stop,
        ReplyProvenance provenance,
        Optional<ProviderState> state) {
    public ModelReply {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(usage, "usage");
        Objects.requireNonNull(stop, "stop");
        Objects.requireNonNull(provenance, "provenance");
        Objects.requireNonNull(state, "state");
        calls = List.copyOf(calls);
        Set<String> ids = new HashSet<>();
        for (Call call : calls) {
            if (!ids.add(call.id())) {
                throw new IllegalArgumentException("two calls of one reply have the id " + call.id());
            }
        }
    }

    /**
     * A complete reply of which nothing else is known.
     *
     * @param text what the model said; empty if it only called tools
     * @param calls the calls in the model's order
     * @param usage what the reply cost
     */
    public ModelReply(String text, List<Call> calls, Usage usage) {
        this(text, calls, usage, StopReason.COMPLETE, ReplyProvenance.UNKNOWN, Optional.empty());
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

    /**
     * A reply that a client puts together from what a provider sent.
     *
     * @return an empty, complete reply to begin with
     */
    public static ReplyBuilder builder() {
        return new ReplyBuilder();
    }
}

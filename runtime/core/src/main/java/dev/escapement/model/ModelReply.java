package dev.escapement.model;

import dev.escapement.internal.text.ConversationMessages;
import dev.escapement.model.spi.ReplyBuilder;
import dev.escapement.tool.Call;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A reply from a model, which contains text, tool calls, or both.
 *
 * @param text the text; empty if the reply contains only calls
 * @param calls the calls in the model's order, with distinct ids; the last one may be truncated if the reply is not
 *     complete
 * @param usage the tokens and cost of the request and the reply
 * @param stop the reason why the model stopped; unless it is {@link StopReason#COMPLETE}, the calls are not run and the
 *     text is not an answer
 * @param provenance the source of the reply
 * @param state the provider state to send back with the reply in later requests, if any
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
        if (calls.size() > 1) {
            requireDistinctIds(calls);
        }
    }

    private static void requireDistinctIds(List<Call> calls) {
        Set<String> ids = new HashSet<>();
        for (Call call : calls) {
            if (!ids.add(call.id())) {
                throw new IllegalArgumentException(ConversationMessages.repeatedCall(call.id()));
            }
        }
    }

    /**
     * Creates a complete reply of unknown provenance, without provider state.
     *
     * @param text the text; empty if the reply contains only calls
     * @param calls the calls in the model's order, with distinct ids
     * @param usage the tokens and cost of the request and the reply
     */
    public ModelReply(String text, List<Call> calls, Usage usage) {
        this(text, calls, usage, StopReason.COMPLETE, ReplyProvenance.UNKNOWN, Optional.empty());
    }

    /**
     * Returns a complete reply that contains only text.
     *
     * @param text the text
     * @return a reply of unknown cost
     */
    public static ModelReply text(String text) {
        return new ModelReply(text, List.of(), Usage.NONE);
    }

    /**
     * Returns a complete reply that contains only tool calls.
     *
     * @param calls the calls in order, with distinct ids
     * @return a reply of unknown cost
     */
    public static ModelReply calls(Call... calls) {
        return new ModelReply("", List.of(calls), Usage.NONE);
    }

    /**
     * Returns a complete reply that contains only one tool call.
     *
     * @param id the id of the call
     * @param tool the name of the tool
     * @param arguments the arguments as JSON text
     * @return a reply of unknown cost
     */
    public static ModelReply call(String id, String tool, String arguments) {
        return calls(new Call(id, tool, arguments));
    }

    /**
     * Returns a builder that assembles a reply from a provider's response. Intended for model clients.
     *
     * @return a builder of an empty, complete reply
     */
    public static ReplyBuilder builder() {
        return new ReplyBuilder();
    }
}

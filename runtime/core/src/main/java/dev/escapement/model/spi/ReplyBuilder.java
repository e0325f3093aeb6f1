package dev.escapement.model.spi;

import dev.escapement.model.ModelReply;
import dev.escapement.model.ProviderState;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.ResponseInfo;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A builder that assembles a reply from the parts of a provider's response. A call without an id, or with the id of
 * another call of the reply, receives a unique one; the same parts always result in the same reply. Not safe for
 * concurrent use.
 */
public final class ReplyBuilder {

    private record Part(String id, String tool, String arguments) {}

    private final StringBuilder text = new StringBuilder();
    private final List<Part> calls = new ArrayList<>();
    private Usage usage = Usage.NONE;
    private StopReason stop = StopReason.COMPLETE;
    private ReplyProvenance provenance = ReplyProvenance.UNKNOWN;
    private Optional<ProviderState> state = Optional.empty();

    /** Creates a builder whose reply is initially empty and complete. */
    public ReplyBuilder() {}

    /**
     * Appends a string to the reply's text.
     *
     * @param more the text to append
     * @return this builder
     */
    public ReplyBuilder text(String more) {
        text.append(more);
        return this;
    }

    /**
     * Appends a tool call to the reply.
     *
     * @param id the provider's id of the call; empty if it has none
     * @param tool the name of the tool
     * @param arguments the arguments as the model wrote them
     * @return this builder
     */
    public ReplyBuilder call(String id, String tool, String arguments) {
        calls.add(new Part(id, tool, arguments));
        return this;
    }

    /**
     * Sets the usage of the reply. Default: {@link Usage#NONE}.
     *
     * @param usage the usage
     * @return this builder
     */
    public ReplyBuilder usage(Usage usage) {
        this.usage = Objects.requireNonNull(usage, "usage");
        return this;
    }

    /**
     * Sets the reason why the model stopped. Default: {@link StopReason#COMPLETE}.
     *
     * @param stop the reason
     * @return this builder
     */
    public ReplyBuilder stop(StopReason stop) {
        this.stop = Objects.requireNonNull(stop, "stop");
        return this;
    }

    /**
     * Sets the provenance of the reply. Default: {@link ReplyProvenance#UNKNOWN}.
     *
     * @param provenance the provenance
     * @return this builder
     */
    public ReplyBuilder provenance(ReplyProvenance provenance) {
        this.provenance = Objects.requireNonNull(provenance, "provenance");
        return this;
    }

    /**
     * Sets the hashes of the request body and the response body in the provenance. Intended for the code that
     * transports both.
     *
     * @param requestSha256 the SHA-256 of the request body, as 64 lower-case hexadecimal digits
     * @param replySha256 the SHA-256 of the response body, as 64 lower-case hexadecimal digits
     * @return this builder
     */
    public ReplyBuilder hashes(String requestSha256, String replySha256) {
        ReplyProvenance p = provenance;
        return provenance(new ReplyProvenance(
                p.provider(), p.model(), p.replyId(), requestSha256, replySha256, p.finishReason(), p.response()));
    }

    /**
     * Sets the provider's word for the reason why the model stopped in the provenance.
     *
     * @param word the word; empty if the provider sent none
     * @return this builder
     */
    public ReplyBuilder finishReason(String word) {
        ReplyProvenance p = provenance;
        return provenance(new ReplyProvenance(
                p.provider(), p.model(), p.replyId(), p.requestSha256(), p.replySha256(), word, p.response()));
    }

    /**
     * Sets the information from the response's headers in the provenance. Intended for the code that transports
     * requests.
     *
     * @param response the id of the request and the rate limits
     * @return this builder
     */
    public ReplyBuilder response(ResponseInfo response) {
        ReplyProvenance p = provenance;
        return provenance(new ReplyProvenance(
                p.provider(), p.model(), p.replyId(), p.requestSha256(), p.replySha256(), p.finishReason(), response));
    }

    /**
     * Sets the provider state of the reply. Default: none.
     *
     * @param state the state
     * @return this builder
     */
    public ReplyBuilder state(ProviderState state) {
        this.state = Optional.of(state);
        return this;
    }

    /**
     * Returns the assembled reply.
     *
     * @return the reply
     */
    public ModelReply build() {
        return new ModelReply(text.toString(), distinct(), usage, stop, provenance, state);
    }

    private List<Call> distinct() {
        Set<String> taken = new HashSet<>();
        for (Part call : calls) {
            taken.add(call.id()); // a generated id must not equal an id of a later call
        }
        Set<String> used = new HashSet<>();
        Map<String, Integer> numbers = new HashMap<>();
        List<Call> distinct = new ArrayList<>();
        for (Part call : calls) {
            String id = call.id();
            if (id.isBlank() || !used.add(id)) {
                id = free(id.isBlank() ? "call" : id, taken, numbers);
            }
            distinct.add(new Call(id, call.tool(), call.arguments()));
        }
        return distinct;
    }

    /**
     * Returns an unused id, formed from the wanted id and a number. The ids are deterministic, so that the same parts
     * always result in the same reply.
     *
     * @param numbers the last number of each wanted id
     */
    private static String free(String wanted, Set<String> taken, Map<String, Integer> numbers) {
        int number = numbers.getOrDefault(wanted, 0) + 1;
        while (!taken.add(wanted + "_" + number)) {
            number++;
        }
        numbers.put(wanted, number);
        return wanted + "_" + number;
    }
}

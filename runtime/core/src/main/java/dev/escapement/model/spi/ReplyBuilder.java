package dev.escapement.model.spi;

import dev.escapement.model.ModelReply;
import dev.escapement.model.ProviderState;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a reply together from what a provider sent, in whatever state that is: calls without an id, or with that of another
 * call of the same reply, get one of their own, and the same parts always give the same reply. Not safe for use by many
 * threads.
 */
public final class ReplyBuilder {

    private record Part(String id, String tool, String arguments) {}

    private final StringBuilder text = new StringBuilder();
    private final List<Part> calls = new ArrayList<>();
    private Usage usage = Usage.NONE;
    private StopReason stop = StopReason.COMPLETE;
    private ReplyProvenance provenance = ReplyProvenance.UNKNOWN;
    private Optional<ProviderState> state = Optional.empty();

    /** Creates a builder of an empty reply. */
    public ReplyBuilder() {}

    /**
     * Adds to what the model said.
     *
     * @param more comes right after the text so far
     * @return this builder
     */
    public ReplyBuilder text(String more) {
        text.append(more);
        return this;
    }

    /**
     * Adds a call.
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
     * Sets what the reply cost.
     *
     * @param usage the usage
     * @return this builder
     */
    public ReplyBuilder usage(Usage usage) {
        this.usage = Objects.requireNonNull(usage, "usage");
        return this;
    }

    /**
     * Sets why the model stopped.
     *
     * @param stop the reason
     * @return this builder
     */
    public ReplyBuilder stop(StopReason stop) {
        this.stop = Objects.requireNonNull(stop, "stop");
        return this;
    }

    /**
     * Sets where the reply comes from.
     *
     * @param provenance the provenance
     * @return this builder
     */
    public ReplyBuilder provenance(ReplyProvenance provenance) {
        this.provenance = Objects.requireNonNull(provenance, "provenance");
        return this;
    }

    /**
     * Adds to where the reply comes from what was sent and received, which only those know who carry it.
     *
     * @param requestSha256 the SHA-256 of the body of the request, as 64 lower-case hexadecimal digits
     * @param replySha256 the SHA-256 of the body of the reply, likewise
     * @return this builder
     */
    public ReplyBuilder hashes(String requestSha256, String replySha256) {
        return provenance(new ReplyProvenance(
                provenance.provider(), provenance.model(), provenance.replyId(), requestSha256, replySha256));
    }

    /**
     * Sets what the provider wants back with the reply.
     *
     * @param state the state
     * @return this builder
     */
    public ReplyBuilder state(ProviderState state) {
        this.state = Optional.of(state);
        return this;
    }

    /**
     * Makes the reply.
     *
     * @return the reply
     */
    public ModelReply build() {
        return new ModelReply(text.toString(), distinct(), usage, stop, provenance, state);
    }

    private List<Call> distinct() {
        Set<String> taken = new HashSet<>();
        for (Part call : calls) {
            taken.add(call.id()); // no id that is made up here may be one that comes later in the reply
        }
        Set<String> used = new HashSet<>();
        List<Call> distinct = new ArrayList<>();
        for (Part call : calls) {
            String id = call.id();
            if (id.isBlank() || !used.add(id)) {
                id = free(id.isBlank() ? "call" : id, taken);
            }
            distinct.add(new Call(id, call.tool(), call.arguments()));
        }
        return distinct;
    }

    /** Counts up, so that the same parts always give the same reply. */
    private static String free(String wanted, Set<String> taken) {
        int number = 1;
        while (!taken.add(wanted + "_" + number)) {
            number++;
        }
        return wanted + "_" + number;
    }
}

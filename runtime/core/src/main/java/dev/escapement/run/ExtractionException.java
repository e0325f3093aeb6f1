package dev.escapement.run;

import dev.escapement.json.Violation;
import dev.escapement.model.ModelReply;
import dev.escapement.model.Usage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if an {@link Extraction} ends without a value. After deserialization, it contains only the message and the
 * reason.
 */
public final class ExtractionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The reason why the last reply does not contain a value. */
    public enum Reason {

        /** The arguments of the call were rejected; {@link ExtractionException#violations} contains the faults. */
        REJECTED,

        /** The reply did not call the tool. */
        NO_CALL,

        /** The reply called the tool several times. */
        SEVERAL_CALLS,

        /** The model or the provider's safety system refused to reply. The request is not repeated. */
        REFUSED,

        /** The reply reached the maximum length. */
        TRUNCATED,

        /** A content filter truncated the reply. */
        FILTERED,

        /** The reply was incomplete for an unknown reason. */
        INCOMPLETE,

        /** The Java thread was interrupted. It remains interrupted. */
        INTERRUPTED
    }

    private final Reason reason;
    private final transient @Nullable List<Violation> violations;
    private final transient @Nullable ModelReply reply;
    private final transient @Nullable Usage usage;

    ExtractionException(
            Reason reason, String message, List<Violation> violations, @Nullable ModelReply reply, Usage usage) {
        super(message);
        this.reason = Objects.requireNonNull(reason, "reason");
        this.violations = List.copyOf(violations);
        this.reply = reply;
        this.usage = Objects.requireNonNull(usage, "usage");
    }

    /**
     * Returns the reason why the last reply does not contain a value.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns the faults in the arguments of the last reply.
     *
     * @return the violations, sorted by path; empty unless the reason is {@link Reason#REJECTED}
     */
    public List<Violation> violations() {
        return violations == null ? List.of() : violations; // deserialization does not restore the transient field
    }

    /**
     * Returns the last reply.
     *
     * @return the reply; empty if the Java thread was interrupted before the first request
     */
    public Optional<ModelReply> reply() {
        return Optional.ofNullable(reply);
    }

    /**
     * Returns the tokens and cost of all requests.
     *
     * @return the usage; {@link Usage#NONE} after deserialization
     */
    public Usage usage() {
        return usage == null ? Usage.NONE : usage; // deserialization does not restore the transient field
    }
}

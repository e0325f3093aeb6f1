package dev.escapement.tool;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tool call as selected by the model or a step. Its contents have not been validated. Equal to any call with the same
 * id, tool and arguments. Immutable and safe for concurrent use; the result of the last {@link #check} is kept, so that
 * arguments are decoded once.
 */
public final class Call {

    private final String id;
    private final String tool;
    private final String arguments;
    private volatile @Nullable ArgumentCheck<?> checked;

    /**
     * Creates a tool call.
     *
     * @param id the id, unique in the reply, not empty
     * @param tool the name of the tool, which may be unknown
     * @param arguments the arguments as text, which may be malformed JSON
     * @throws IllegalArgumentException if the id is empty
     */
    public Call(String id, String tool, String arguments) {
        this.id = id;
        this.tool = Objects.requireNonNull(tool, "tool");
        this.arguments = Objects.requireNonNull(arguments, "arguments");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a call requires an id");
        }
    }

    /**
     * Returns the id of this call.
     *
     * @return the id, unique in the reply, not empty
     */
    public String id() {
        return id;
    }

    /**
     * Returns the name of the tool.
     *
     * @return the name, which may be unknown
     */
    public String tool() {
        return tool;
    }

    /**
     * Returns the arguments.
     *
     * @return the text as selected, which may be malformed JSON
     */
    public String arguments() {
        return arguments;
    }

    /**
     * Returns the violations found by decoding the arguments. The first call decodes the arguments; a repeated call
     * with the same tool and time returns the same result without decoding. For authors of engines.
     *
     * @param spec the tool
     * @param at the time of the call, to which the constraints on past and future times refer
     * @return the violations as text for the model; empty if the arguments are valid
     */
    public Optional<String> check(ToolSpec<?> spec, Instant at) {
        return checked(spec, at).feedback();
    }

    private <T> ArgumentCheck<T> checked(ToolSpec<T> spec, Instant at) {
        ArgumentCheck<T> known = known(spec);
        if (known == null || !known.at().equals(at)) {
            known = new ArgumentCheck<>(this, spec, at);
            checked = known;
        }
        return known;
    }

    /** Returns the last check if it was for the given tool, or null otherwise. */
    @SuppressWarnings("unchecked") // a check has the type of its tool
    private <T> @Nullable ArgumentCheck<T> known(ToolSpec<T> spec) {
        ArgumentCheck<?> last = checked;
        return last != null && last.spec() == spec ? (ArgumentCheck<T>) last : null;
    }

    /**
     * Removes and returns the value that {@link #check} decoded. Each decoded value is handed out once, because it may
     * contain arrays, which its receiver can change.
     *
     * @return the value, or null if it was already removed or {@code check} has not accepted the arguments
     */
    <T> @Nullable T take(ToolSpec<T> spec) {
        ArgumentCheck<T> known = known(spec);
        return known == null ? null : known.take();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Call call
                        && id.equals(call.id)
                        && tool.equals(call.tool)
                        && arguments.equals(call.arguments));
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, tool, arguments);
    }

    @Override
    public String toString() {
        return "Call[id=" + id + ", tool=" + tool + ", arguments=" + arguments + "]";
    }
}

package dev.escapement.tool;

import dev.escapement.json.Decoded;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The result of decoding a call's arguments.
 *
 * @param <T> the type of the arguments
 */
final class ArgumentCheck<T> {

    private final ToolSpec<T> spec;
    private final Instant at;
    private final Optional<String> feedback;
    private final AtomicReference<@Nullable T> value = new AtomicReference<>();

    /** Creates the result by decoding the arguments of a call selected at the given time. */
    ArgumentCheck(Call call, ToolSpec<T> spec, Instant at) {
        this.spec = spec;
        this.at = at;
        Decoded<T> decoded = spec.decode(call.arguments(), at);
        if (decoded instanceof Decoded.Rejected<T> rejected) {
            this.feedback = Optional.of(rejected.feedback(call.tool()));
        } else {
            this.feedback = Optional.empty();
            value.setPlain(((Decoded.Accepted<T>) decoded).value()); // published with this check
        }
    }

    ToolSpec<T> spec() {
        return spec;
    }

    Instant at() {
        return at;
    }

    /** Returns the violations as text for the model, or empty if there are none. */
    Optional<String> feedback() {
        return feedback;
    }

    /**
     * Removes and returns the decoded value, or returns null if it was already removed or the arguments were rejected.
     */
    @Nullable
    T take() {
        return value.getAndSet(null);
    }
}

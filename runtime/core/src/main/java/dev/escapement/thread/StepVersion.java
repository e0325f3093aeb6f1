package dev.escapement.thread;

import dev.escapement.Effect;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a step on which stored threads depend.
 *
 * @param effect the effect
 * @param flow the name of the step's {@code Flow}, in lower case
 * @param arguments the first 16 hexadecimal digits of the SHA-256 of the schema of the arguments without descriptions, as in
 *     the lock file
 * @param result the same fingerprint of the schema of the reply, or of the result with
 *     which the step finishes the thread; empty for other flows
 */
public record StepVersion(Effect effect, String flow, String arguments, String result) {
    public StepVersion {
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(flow, "flow");
        Objects.requireNonNull(arguments, "arguments");
        Objects.requireNonNull(result, "result");
    }

    /** Compares the components. Threads and the runner that started them share versions, so most are identical. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof StepVersion version
                        && effect == version.effect
                        && flow.equals(version.flow)
                        && arguments.equals(version.arguments)
                        && result.equals(version.result));
    }

    @Override
    public int hashCode() {
        return Objects.hash(effect, flow, arguments, result);
    }
}

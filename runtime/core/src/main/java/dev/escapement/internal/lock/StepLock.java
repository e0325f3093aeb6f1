package dev.escapement.internal.lock;

import java.util.Objects;
import java.util.Optional;

/**
 * The properties of a step on which stored threads depend.
 *
 * @param tool the name of the tool
 * @param effect the name of the effect, in lower case
 * @param flow the name of the flow, in lower case
 * @param gated whether the step has a gate
 * @param ignoresUnknown whether unknown arguments are ignored
 * @param delegate the name of the child's agent; empty if the step does not delegate
 * @param joins whether a join method continues the step
 * @param arguments the schema of the arguments
 * @param result the schema of the reply to a pause, or of the result of the thread; empty for other flows
 */
public record StepLock(
        String tool,
        String effect,
        String flow,
        boolean gated,
        boolean ignoresUnknown,
        Optional<String> delegate,
        boolean joins,
        LockSchema arguments,
        Optional<LockSchema> result) {

    /** The flow of a step that waits for a reply. */
    public static final String PAUSES = "pauses";

    /** The flow of a step that finishes the thread. */
    public static final String FINISHES = "finishes";

    /** Creates the properties of a step. */
    public StepLock {
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(flow, "flow");
    }

    /**
     * Returns whether the step waits for a reply.
     *
     * @return whether {@link #result} is the schema of a reply
     */
    public boolean pauses() {
        return flow.equals(PAUSES);
    }

    /**
     * Returns whether stored events depend on the flow: an open question, or the end of the thread. An open child thread is
     * completed whatever the flow of the step.
     *
     * @return false if a call of the step is either open without them or answered
     */
    public boolean hasFollower() {
        return pauses() || flow.equals(FINISHES);
    }
}

package dev.escapement.run;

import dev.escapement.engine.Outcome;
import dev.escapement.engine.ResultException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown within a transaction if its step failed, so that the transaction is rolled back. The cause is the exception of
 * the step, in which a store can detect a serialization failure.
 */
final class RolledBackException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Outcome outcome;

    private RolledBackException(@Nullable Outcome outcome, @Nullable Throwable cause) {
        super(cause);
        this.outcome = outcome;
    }

    /** Returns the exception for a step that ended with a declared failure. */
    static RolledBackException of(Outcome outcome) {
        return new RolledBackException(outcome, outcome instanceof Outcome.InDoubt doubt ? doubt.exception() : null);
    }

    /** Returns the exception for a step that threw an exception or error. */
    static RolledBackException of(Throwable thrown) {
        return new RolledBackException(null, thrown);
    }

    /** Returns the outcome of the step, or throws the exception or error of the step. */
    Outcome outcome() throws Exception {
        if (outcome != null) {
            return outcome;
        } else if (getCause() instanceof ResultException result) {
            return new Outcome.InDoubt(result, false); // the effect of the step was rolled back
        } else if (getCause() instanceof Error error) {
            throw error;
        } else if (getCause() instanceof Exception exception) {
            throw exception;
        }
        throw new IllegalStateException(getCause());
    }
}

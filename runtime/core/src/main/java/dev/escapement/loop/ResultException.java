package dev.escapement.loop;

/** A step ran, and what it returned cannot be written as JSON. Not a failure of the step: what it did is done. */
public final class ResultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ResultException(RuntimeException cause) {
        super("The step ran, but what it returned cannot be written as JSON: " + cause.getMessage(), cause);
    }
}

package dev.escapement.run;

/** Thrown if the store does not contain a thread. */
public final class UnknownThreadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param id the requested id
     */
    public UnknownThreadException(String id) {
        super("The store has no thread " + id + ". Was it started with another store?");
    }
}

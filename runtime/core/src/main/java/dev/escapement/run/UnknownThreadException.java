package dev.escapement.run;

/** A thread was asked for that the store does not have. */
public final class UnknownThreadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says which thread.
     *
     * @param id the id that was asked for
     */
    public UnknownThreadException(String id) {
        super("The store has no thread " + id + ". Was it started with another store?");
    }
}

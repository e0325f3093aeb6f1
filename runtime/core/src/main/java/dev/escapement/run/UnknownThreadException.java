package dev.escapement.run;

/** Thrown if the store does not contain the requested thread. */
public final class UnknownThreadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String threadId;

    /**
     * Creates an exception.
     *
     * @param threadId the requested id
     */
    public UnknownThreadException(String threadId) {
        super(RunMessages.unknownThread(threadId));
        this.threadId = threadId;
    }

    /**
     * Returns the id of the requested thread.
     *
     * @return the id
     */
    public String threadId() {
        return threadId;
    }
}

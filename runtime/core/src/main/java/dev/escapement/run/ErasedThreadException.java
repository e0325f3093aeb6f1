package dev.escapement.run;

/**
 * Thrown if a thread cannot be read or continued, because its content was {@linkplain ThreadStore#erase erased}. The
 * index still lists the thread.
 */
public final class ErasedThreadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String threadId;

    /**
     * Creates an exception.
     *
     * @param threadId the id of the thread
     */
    public ErasedThreadException(String threadId) {
        super(RunMessages.erased(threadId));
        this.threadId = threadId;
    }

    /**
     * Returns the id of the thread.
     *
     * @return the id
     */
    public String threadId() {
        return threadId;
    }
}

package dev.escapement.run;

/**
 * Thrown if the holder of a superseded lease appends to a thread: another holder acquired the lease after its time had
 * expired. Nothing was stored. The other holder continues the thread.
 */
public final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String threadId;

    /**
     * Creates an exception.
     *
     * @param threadId the id of the thread
     */
    public LeaseLostException(String threadId) {
        super(RunMessages.leaseLost(threadId));
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

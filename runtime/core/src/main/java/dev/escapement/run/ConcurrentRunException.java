package dev.escapement.run;

/**
 * Thrown if the number of events in a thread differs from the expected number. Either another run has appended an
 * event, or the thread to be started already exists. The event of the run that receives this exception is not stored.
 */
public final class ConcurrentRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String threadId;
    private final int position;
    private final int size;

    /**
     * Creates an exception.
     *
     * @param threadId the id of the thread
     * @param position the expected number of events
     * @param size the actual number of events
     */
    public ConcurrentRunException(String threadId, int position, int size) {
        super(position == 0 ? RunMessages.threadExists(threadId) : RunMessages.concurrentRun(threadId, position, size));
        this.threadId = threadId;
        this.position = position;
        this.size = size;
    }

    /**
     * Returns the id of the thread.
     *
     * @return the id
     */
    public String threadId() {
        return threadId;
    }

    /**
     * Returns the expected number of events.
     *
     * @return 0 or more
     */
    public int position() {
        return position;
    }

    /**
     * Returns the actual number of events.
     *
     * @return 0 or more
     */
    public int size() {
        return size;
    }
}

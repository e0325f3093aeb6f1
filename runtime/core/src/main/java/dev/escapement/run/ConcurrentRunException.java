package dev.escapement.run;

/**
 * Thrown if a thread has more or fewer events than expected, because another run has appended an event. The event of
 * the run that receives this exception is not stored.
 */
public final class ConcurrentRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param id the id of the thread
     * @param position the expected number of events
     * @param size the actual number of events
     */
    public ConcurrentRunException(String id, int position, int size) {
        super("Thread " + id + " has " + size + " events, not " + position
                + ": another run is at work on it, or it exists already. Load it again before going on.");
    }
}

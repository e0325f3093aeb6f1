package dev.escapement.run;

/** Two runs work on the same thread; the one that gets this exception was too late and stored nothing. */
public final class ConcurrentRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says which event was there already.
     *
     * @param id the thread's id
     * @param position how many events the late run knew of
     * @param size how many events the thread has
     */
    public ConcurrentRunException(String id, int position, int size) {
        super("Thread " + id + " has " + size + " events, not " + position
                + ": another run is at work on it, or it exists already. Load it again before going on.");
    }
}

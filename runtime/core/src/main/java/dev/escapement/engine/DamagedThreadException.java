package dev.escapement.engine;

/** Thrown if the events of a thread cannot follow each other, whatever the code of the agent. */
public final class DamagedThreadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String threadId;
    private final int index;

    DamagedThreadException(String threadId, int index, String fault) {
        super("The thread " + threadId + " is damaged: its event " + index + " " + fault);
        this.threadId = threadId;
        this.index = index;
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
     * Returns the position of the first event that cannot follow the others.
     *
     * @return the position, counted from 0
     */
    public int index() {
        return index;
    }
}

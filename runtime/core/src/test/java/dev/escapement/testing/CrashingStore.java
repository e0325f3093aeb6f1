package dev.escapement.testing;

import dev.escapement.run.Append;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A store whose process crashes after a number of events, counted over all threads. Afterwards, only the store to which it
 * forwards can be used, as by the next process.
 */
public final class CrashingStore extends ForwardingStore {

    /** A simulated crash of the process. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        private Crash() {
            super("the process is gone");
        }
    }

    private final int limit;
    private int appended;

    /**
     * Creates a store.
     *
     * @param disk the store that survives the crash
     * @param events the number of events after which the process crashes, 1 or more
     */
    public CrashingStore(ThreadStore disk, int events) {
        super(disk);
        this.limit = events;
    }

    @Override
    public Optional<AgentThread> load(String id) {
        requireAlive();
        return super.load(id);
    }

    @Override
    public List<Event> load(String id, int fromPosition) {
        requireAlive();
        return super.load(id, fromPosition);
    }

    @Override
    public AgentThread latest(AgentThread known) {
        requireAlive();
        return super.latest(known);
    }

    @Override
    public void append(Append append) {
        requireAlive();
        super.append(append);
        count(append.events().size());
        requireAlive();
    }

    @Override
    public Optional<Lease> lease(String id, Duration time) {
        requireAlive();
        return super.lease(id, time);
    }

    private synchronized void count(int events) {
        appended += events;
    }

    private synchronized void requireAlive() {
        if (appended >= limit) {
            throw new Crash();
        }
    }
}

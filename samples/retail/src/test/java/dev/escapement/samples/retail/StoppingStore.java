package dev.escapement.samples.retail;

import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.Optional;

/** A store whose process crashes after a number of stored events, after which only the stored data can be read. */
final class StoppingStore implements ThreadStore {

    /** A simulated crash of the process. */
    static final class Gone extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final ThreadStore disk = new InMemoryThreadStore();
    private final int last;
    private boolean gone;

    /**
     * Creates a store.
     *
     * @param events the number of events that it stores, 1 or more
     */
    StoppingStore(int events) {
        this.last = events - 1;
    }

    /** Returns the stored thread as JSON. */
    String json(String id) {
        return disk.load(id).orElseThrow().toJson();
    }

    @Override
    public Optional<AgentThread> load(String id) {
        requireThere();
        return disk.load(id);
    }

    @Override
    public void append(String id, int position, Event event) {
        requireThere();
        disk.append(id, position, event);
        gone = position == last;
        requireThere();
    }

    @Override
    public Optional<Lease> lease(String id) {
        requireThere();
        return disk.lease(id);
    }

    private void requireThere() {
        if (gone) {
            throw new Gone();
        }
    }
}

package dev.escapement.samples.retail;

import dev.escapement.run.Append;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.testing.ForwardingStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A store whose process crashes after a number of stored events, after which only the stored data can be read. */
final class StoppingStore extends ForwardingStore {

    /** A simulated crash of the process. */
    static final class Gone extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final int last;
    private boolean gone;

    /**
     * Creates a store.
     *
     * @param events the number of events that it stores, 1 or more
     */
    StoppingStore(int events) {
        super(new InMemoryThreadStore());
        this.last = events - 1;
    }

    /** Returns the stored thread as JSON. */
    String json(String id) {
        return super.load(id).orElseThrow().toJson();
    }

    @Override
    public Optional<AgentThread> load(String id) {
        requireThere();
        return super.load(id);
    }

    @Override
    public List<Event> load(String id, int fromPosition) {
        requireThere();
        return super.load(id, fromPosition);
    }

    @Override
    public void append(Append append) {
        requireThere();
        super.append(append);
        gone |= append.position() + append.events().size() > last;
        requireThere();
    }

    @Override
    public Optional<Lease> lease(String id, Duration time) {
        requireThere();
        return super.lease(id, time);
    }

    private void requireThere() {
        if (gone) {
            throw new Gone();
        }
    }
}

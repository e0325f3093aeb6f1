package dev.escapement.samples.retail;

import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.Optional;

/** A store whose process is gone when it has stored a number of events; then one can only look at what is there. */
final class StoppingStore implements ThreadStore {

    /** The process is gone. */
    static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final ThreadStore disk = new InMemoryThreadStore();
    private final int last;
    private boolean gone;

    /**
     * @param events how many it stores, 1 or more
     */
    StoppingStore(int events) {
        this.last = events - 1;
    }

    /** What is stored, as JSON. */
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

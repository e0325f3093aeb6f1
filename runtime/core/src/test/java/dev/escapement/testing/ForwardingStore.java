package dev.escapement.testing;

import dev.escapement.run.Append;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A store that forwards each operation to another one. Tests override operations to add faults. */
public abstract class ForwardingStore implements ThreadStore {

    private final ThreadStore store;

    protected ForwardingStore(ThreadStore store) {
        this.store = store;
    }

    @Override
    public Optional<AgentThread> load(String id) {
        return store.load(id);
    }

    @Override
    public List<Event> load(String id, int fromPosition) {
        return store.load(id, fromPosition);
    }

    @Override
    public AgentThread latest(AgentThread known) {
        return store.latest(known);
    }

    @Override
    public void append(Append append) {
        store.append(append);
    }

    @Override
    public Optional<Lease> lease(String id, Duration time) {
        return store.lease(id, time);
    }

    @Override
    public boolean delete(String id) {
        return store.delete(id);
    }

    @Override
    public boolean erase(String id) {
        return store.erase(id);
    }
}

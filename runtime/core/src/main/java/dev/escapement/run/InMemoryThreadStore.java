package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A store that keeps threads in the memory of this process. The default store of a {@link Runner}. Safe for concurrent
 * use.
 */
public final class InMemoryThreadStore implements ThreadStore {

    private final ConcurrentMap<String, AgentThread> threads = new ConcurrentHashMap<>();

    private final Set<String> leased = ConcurrentHashMap.newKeySet();

    /** Creates an empty store. */
    public InMemoryThreadStore() {}

    @Override
    public Optional<AgentThread> load(String id) {
        return Optional.ofNullable(threads.get(id));
    }

    @Override
    public void append(String id, int position, Event event) {
        threads.compute(id, (key, thread) -> appended(key, thread, position, event));
    }

    @Override
    public AgentThread append(AgentThread known, Event event) {
        return threads.compute(
                known.id(),
                (id, thread) -> known.equals(thread)
                        ? known.with(event)
                        : appended(id, thread, known.events().size(), event));
    }

    @Override
    public Optional<Lease> lease(String id) {
        if (!leased.add(id)) {
            return Optional.empty();
        }
        AtomicBoolean open = new AtomicBoolean(true);
        return Optional.of(() -> {
            if (open.getAndSet(false)) {
                leased.remove(id);
            }
        });
    }

    private static AgentThread appended(String id, @Nullable AgentThread thread, int position, Event event) {
        int size = thread == null ? 0 : thread.events().size();
        if (size != position) {
            throw new ConcurrentRunException(id, position, size);
        }
        return thread == null ? new AgentThread(id, List.of(event)) : thread.with(event);
    }
}

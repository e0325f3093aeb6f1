package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
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
        return Optional.ofNullable(threads.get(Objects.requireNonNull(id, "id")));
    }

    @Override
    public void append(String id, int position, Event event) {
        StoreArguments.requireAppend(id, event);
        threads.compute(id, new Append(null, position, event));
    }

    @Override
    public AgentThread append(AgentThread known, Event event) {
        Objects.requireNonNull(known, "known");
        Objects.requireNonNull(event, "event");
        return threads.compute(known.id(), new Append(known, known.events().size(), event));
    }

    @Override
    public Optional<Lease> lease(String id) {
        Objects.requireNonNull(id, "id");
        return leased.add(id) ? Optional.of(new MemoryLease(leased, id)) : Optional.empty();
    }

    /** The append of an event to the stored version of a thread, which is a known version or has a known size. */
    private record Append(@Nullable AgentThread known, int position, Event event)
            implements BiFunction<String, @Nullable AgentThread, AgentThread> {

        @Override
        public AgentThread apply(String id, @Nullable AgentThread thread) {
            if (known != null && known.equals(thread)) {
                return known.with(event);
            }
            int size = thread == null ? 0 : thread.events().size();
            if (size != position) {
                throw new ConcurrentRunException(id, position, size);
            }
            return thread == null ? new AgentThread(id, List.of(event)) : thread.with(event);
        }
    }

    /** A lease, which is the entry of its thread in a set. */
    private static final class MemoryLease implements Lease {

        private final Set<String> leased;
        private final String id;
        private final AtomicBoolean open = new AtomicBoolean(true);

        MemoryLease(Set<String> leased, String id) {
            this.leased = leased;
            this.id = id;
        }

        @Override
        public void close() {
            if (open.getAndSet(false)) {
                leased.remove(id);
            }
        }
    }
}

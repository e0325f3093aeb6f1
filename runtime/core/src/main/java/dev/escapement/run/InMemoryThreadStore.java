package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
        return Optional.ofNullable(threads.get(Objects.requireNonNull(id, "id")));
    }

    @Override
    public List<Event> load(String id, int fromPosition) {
        AgentThread thread = load(id).orElseThrow(() -> new UnknownThreadException(id));
        List<Event> events = thread.events();
        return events.subList(Math.min(fromPosition, events.size()), events.size());
    }

    @Override
    public void append(Append append) {
        threads.compute(append.threadId(), (id, thread) -> appended(append, thread));
    }

    private static AgentThread appended(Append append, @Nullable AgentThread thread) {
        int size = thread == null ? 0 : thread.events().size();
        if (size != append.position()) {
            throw new ConcurrentRunException(append.threadId(), append.position(), size);
        }
        AgentThread next = thread;
        for (Event event : append.events()) {
            next = next == null ? new AgentThread(append.threadId(), List.of(event)) : next.with(event);
        }
        return Objects.requireNonNull(next);
    }

    @Override
    public boolean delete(String id) {
        return threads.remove(id) != null;
    }

    @Override
    public boolean erase(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Lease> lease(String id, Duration time) {
        Objects.requireNonNull(id, "id");
        return leased.add(id) ? Optional.of(new MemoryLease(leased, id)) : Optional.empty();
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
        public String threadId() {
            return id;
        }

        @Override
        public long token() {
            return 1;
        }

        @Override
        public Instant acquiredAt() {
            return Instant.EPOCH;
        }

        @Override
        public boolean isHeld() {
            return open.get();
        }

        @Override
        public boolean renew() {
            return open.get();
        }

        @Override
        public void close() {
            if (open.getAndSet(false)) {
                leased.remove(id);
            }
        }
    }
}

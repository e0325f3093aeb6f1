package dev.escapement.run;

import dev.escapement.content.ContentStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A store that keeps threads in the memory of this process. The default store of a {@link Runner}. Implements the whole
 * contract of stores; an append and a claim take logarithmic time in the number of threads. Safe for concurrent use.
 *
 * <pre>{@code
 * InMemoryThreadStore store = new InMemoryThreadStore();
 * Runner runner = Runner.of(loop).model(model).store(store).contents(store.contents()).build();
 * }</pre>
 */
public final class InMemoryThreadStore implements ThreadStore, ThreadIndex, ThreadQueue {

    private final InstantSource clock;
    private final MemoryTable table = new MemoryTable();
    private final MemoryIndex index = new MemoryIndex(table);
    private final MemoryQueue queue;
    private final MemoryContents contents;

    /** Creates an empty store that uses the clock of the system. */
    public InMemoryThreadStore() {
        this(Clock.systemUTC());
    }

    /**
     * Creates an empty store.
     *
     * @param clock the clock for due times, the expiry of leases and the times of the index
     */
    public InMemoryThreadStore(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.queue = new MemoryQueue(table, clock);
        this.contents = new MemoryContents(clock);
    }

    /**
     * Returns the store of the files of the threads.
     *
     * @return the same object at each call
     */
    public ContentStore contents() {
        return contents;
    }

    /**
     * Removes the contents that no thread uses. Reads the events of all threads.
     *
     * @param olderThan the time since a content was last put or found by {@link ContentStore#contains}, within which it is
     *     kept, because the event that uses it may not be stored yet; for example 24 hours
     * @return the number of removed contents
     */
    public int collectContents(Duration olderThan) {
        Instant before = clock.instant().minus(olderThan);
        UsedContents used = new UsedContents(contents.putBefore(before));
        for (MemoryRow row : used.unused().isEmpty() ? List.<MemoryRow>of() : table.rows()) {
            if (row.content() != null) {
                row.content().events().forEach(event -> used.search(Event.CODEC.encode(event)));
            }
        }
        return (int) used.unused().stream()
                .filter(hash -> contents.removeIfPutBefore(hash, before))
                .count();
    }

    // The store

    @Override
    public Optional<AgentThread> load(String id) {
        Objects.requireNonNull(id, "id");
        Optional<MemoryRow> row = table.find(id);
        return row.isPresent() ? Optional.of(row.get().thread()) : Optional.empty();
    }

    @Override
    public List<Event> load(String id, int fromPosition) {
        Objects.requireNonNull(id, "id");
        if (fromPosition < 0) {
            throw new IllegalArgumentException("fromPosition must be 0 or more, not " + fromPosition);
        }
        Optional<MemoryRow> row = table.find(id);
        if (row.isEmpty()) {
            throw new UnknownThreadException(id);
        }
        List<Event> events = row.get().thread().events();
        return events.subList(Math.min(fromPosition, events.size()), events.size());
    }

    /** Returns the stored version. A holder that appends to it and then to this store adds each event to one log. */
    @Override
    public AgentThread latest(AgentThread known) {
        Objects.requireNonNull(known, "known");
        Optional<MemoryRow> row = table.find(known.id());
        if (row.isEmpty()) {
            throw new UnknownThreadException(known.id());
        }
        return row.get().thread();
    }

    @Override
    public void append(Append append) {
        Objects.requireNonNull(append, "append");
        Instant now = clock.instant();
        table.append(append, now);
    }

    @Override
    public Optional<Lease> lease(String id, Duration time) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(time, "time");
        return queue.lease(id, time);
    }

    @Override
    public boolean delete(String id) {
        Objects.requireNonNull(id, "id");
        return table.remove(id);
    }

    @Override
    public boolean erase(String id) {
        Objects.requireNonNull(id, "id");
        Instant now = clock.instant();
        return table.change(id, row -> row.erased(now));
    }

    // The index

    @Override
    public Page<QuestionEntry> questions(QuestionQuery query) {
        return index.questions(query);
    }

    @Override
    public Page<ThreadEntry> threads(ThreadQuery query) {
        return index.threads(query);
    }

    @Override
    public int count(ThreadQuery query, int bound) {
        return index.count(query, bound);
    }

    @Override
    public Optional<ThreadEntry> entry(String id) {
        Objects.requireNonNull(id, "id");
        return table.find(id).map(MemoryRow::entry);
    }

    // The queue

    @Override
    public List<Claim> claim(Set<String> agents, int limit, Duration time) {
        return queue.claim(agents, limit, time);
    }

    @Override
    public void renew(Collection<? extends Lease> leases) {
        leases.forEach(Lease::renew);
    }

    @Override
    public void retry(Claim claim, Duration delay) {
        queue.retry(claim, delay);
    }

    @Override
    public void park(Claim claim) {
        queue.park(claim);
    }

    @Override
    public boolean wake(String id) {
        Objects.requireNonNull(id, "id");
        return queue.wake(id);
    }

    @Override
    public Instant time() {
        return clock.instant();
    }

    @Override
    public Instant register(String schedule, String definition, Instant first) {
        return queue.register(schedule, definition, first);
    }

    @Override
    public boolean fire(Tick tick, Append start) {
        return queue.fire(tick, start);
    }
}

package dev.escapement.server.follow;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The replies in progress of all threads, with bounded memory: a reply that is too long is not shown further before it is
 * recorded, and neither are the replies without news for the longest time, if all together are too long. Safe for concurrent
 * use.
 */
public final class ReplyBuffers {
    private static final int MAX_LENGTH = 1 << 18;
    private static final int MAX_TOTAL = 1 << 24;
    private static final int MAX_REPLIES = 10_000;
    private static final long MAX_AGE = Duration.ofMinutes(10).toNanos();

    // guarded by this; the buffer that was updated least recently comes first
    private final Map<String, ReplyBuffer> buffers = new LinkedHashMap<>();
    private long generation;
    private int total;

    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> recordListeners = new CopyOnWriteArrayList<>();

    /**
     * Adds a function that is called with the id of a thread when its reply in progress has changed.
     *
     * @param listener the function, which must not block
     */
    public void onChange(Consumer<String> listener) {
        listeners.add(listener);
    }

    /**
     * Adds a delta from a runner of this process.
     *
     * @param id the id of the thread
     * @param source the identity of the request to the model
     * @param position the number of events of the thread before the reply
     * @param delta the delta
     */
    public void add(String id, String source, int position, DeltaBody delta) {
        synchronized (this) {
            ReplyBuffer buffer = buffer(id, source, position);
            if (buffer == null) {
                return;
            }
            moveToEnd(id, buffer);
            add(buffer, delta);
        }
        listeners.forEach(listener -> listener.accept(id));
    }

    /**
     * Adds deltas from another process. Deltas after a missing one are ignored.
     *
     * @param id the id of the thread
     * @param batch the deltas
     */
    public void add(String id, DeltaBatch batch) {
        synchronized (this) {
            ReplyBuffer buffer = buffer(id, batch.source(), batch.position());
            if (buffer == null) {
                return;
            }
            moveToEnd(id, buffer);
            if (buffer.received() != batch.first()) {
                buffer.cut();
            }
            batch.deltas().forEach(delta -> add(buffer, delta));
        }
        listeners.forEach(listener -> listener.accept(id));
    }

    private void moveToEnd(String id, ReplyBuffer buffer) {
        buffers.remove(id);
        buffers.put(id, buffer);
    }

    /** Adds a delta to the buffer that was updated last. */
    private void add(ReplyBuffer buffer, DeltaBody delta) {
        int before = buffer.length();
        int length = delta.content().length();
        if (!buffer.isCut() && length <= MAX_LENGTH - before) {
            makeRoom(length, buffer);
        }
        buffer.add(delta, Math.min(MAX_LENGTH - before, MAX_TOTAL - total), generation + 1);
        if (delta.isDiscarded()) {
            generation++;
        }
        total += buffer.length() - before;
    }

    /** Empties the buffers that were updated least recently. They remain, so that the rest of their replies is ignored. */
    private void makeRoom(int length, ReplyBuffer kept) {
        Iterator<ReplyBuffer> oldest = buffers.values().iterator();
        while (MAX_TOTAL - total < length && oldest.hasNext()) {
            ReplyBuffer emptied = oldest.next();
            if (emptied != kept && emptied.length() > 0) {
                total -= emptied.length();
                emptied.empty(++generation);
            }
        }
    }

    /** Returns the buffer of a reply, a new one for a new reply; null if a later reply has begun. */
    private @Nullable ReplyBuffer buffer(String id, String source, int position) {
        ReplyBuffer known = buffers.get(id);
        if (known != null && known.isFrom(source)) {
            return known;
        }
        if (known != null && known.position() > position) {
            return null;
        }
        remove(id);
        removeOld();
        ReplyBuffer created = new ReplyBuffer(source, position, ++generation);
        buffers.put(id, created);
        return created;
    }

    private void removeOld() {
        long now = System.nanoTime();
        while (!buffers.isEmpty()) {
            Map.Entry<String, ReplyBuffer> oldest =
                    buffers.entrySet().iterator().next();
            if (buffers.size() < MAX_REPLIES && now - oldest.getValue().updated() < MAX_AGE) {
                return;
            }
            remove(oldest.getKey());
        }
    }

    private void remove(String id) {
        ReplyBuffer removed = buffers.remove(id);
        if (removed != null) {
            total -= removed.length();
        }
    }

    /**
     * Adds a function that is called with the id of a thread when a runner of this process has recorded an event.
     *
     * @param listener the function, which must not block
     */
    public void onRecord(Consumer<String> listener) {
        recordListeners.add(listener);
    }

    /**
     * Handles an event that a runner of this process has recorded.
     *
     * @param thread the thread including the event
     * @param event the event
     */
    public void recorded(AgentThread thread, Event event) {
        if (event.kind().endsRequest()) {
            recorded(thread.id(), thread.events().size());
        }
        recordListeners.forEach(listener -> listener.accept(thread.id()));
    }

    /**
     * Removes the reply in progress of a thread, because it was recorded or has failed.
     *
     * @param id the id of the thread
     * @param size the number of events including the reply
     */
    public synchronized void recorded(String id, int size) {
        ReplyBuffer known = buffers.get(id);
        if (known != null && known.position() < size) {
            remove(id);
        }
    }

    /** {@return the number of events before the reply in progress of a thread; empty if there is none} */
    synchronized OptionalInt position(String id) {
        ReplyBuffer known = buffers.get(id);
        return known == null ? OptionalInt.empty() : OptionalInt.of(known.position());
    }

    /** {@return the deltas of the reply in progress that follow a cursor; empty if there is none} */
    synchronized Optional<DeltaSlice> since(String id, DeltaCursor cursor) {
        return Optional.ofNullable(buffers.get(id)).map(buffer -> buffer.since(cursor));
    }
}

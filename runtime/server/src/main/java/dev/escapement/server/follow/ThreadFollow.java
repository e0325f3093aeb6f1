package dev.escapement.server.follow;

import dev.escapement.run.ErasedThreadException;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.UnknownThreadException;
import dev.escapement.server.http.ServerContext;
import dev.escapement.thread.Event;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** The events of a thread from a position, with the reply in progress, until the thread has ended. */
final class ThreadFollow implements StreamBody {
    private static final int CHUNK = 1 << 16;

    /** A number of events that are loaded for one part. The JSON of as many small events is about as long as a part. */
    private static final int SHORT_BACKLOG = 256;

    private final ServerContext context;
    private final ReplyBuffers replies;
    private final Semaphore loads;
    private final String id;
    private final int start;
    private int position;
    private Iterator<Event> loaded = Collections.emptyIterator();
    private boolean isBegun;
    private DeltaCursor cursor = DeltaCursor.START;
    private boolean isReplyShown;
    private int lastReply;
    private int checkedReply = -1;

    /**
     * Creates a stream.
     *
     * @param context the parts of the application
     * @param replies the replies in progress
     * @param loads the number of streams that may load events at the same time without a backlog
     * @param id the id of the thread
     * @param start the number of events that the client has received
     */
    ThreadFollow(ServerContext context, ReplyBuffers replies, Semaphore loads, String id, int start) {
        this.context = context;
        this.replies = replies;
        this.loads = loads;
        this.id = id;
        this.start = start;
        this.position = start;
    }

    /** {@return the topic of the events and the reply of a thread} */
    static String topic(String threadId) {
        return "thread " + threadId;
    }

    @Override
    public String topic() {
        return topic(id);
    }

    @Override
    public StreamTurn next(boolean readsStore, boolean readsBacklog) {
        if (!isBegun) {
            isBegun = true;
            return new StreamTurn(beginning(), StreamTurn.Kind.MORE);
        }
        if (loaded.hasNext()) {
            return events();
        }
        if (readsStore || replies.position(id).orElse(0) > position) {
            Optional<ThreadIndex.ThreadEntry> entry = context.index().entry(id);
            if (entry.isEmpty() || entry.get().erased() || entry.get().size() < position) {
                return new StreamTurn("", StreamTurn.Kind.ENDED);
            }
            int missing = entry.get().size() - position;
            if (missing > 0 && readsBacklog) {
                return load();
            }
            if (missing > 0) {
                return missing > SHORT_BACKLOG ? new StreamTurn("", StreamTurn.Kind.BACKLOG) : limited(this::loadPart);
            }
            if (entry.get().standing().phase().isEnd()) {
                return new StreamTurn(StreamText.END, StreamTurn.Kind.ENDED);
            }
        }
        return reply();
    }

    /** Returns the first text. A client that continues may have shown a part of a reply, which is sent again as a whole. */
    private String beginning() {
        StringBuilder out = new StringBuilder(StreamText.RETRY);
        if (start > 0) {
            StreamText.appendDelta(out, DeltaBody.DISCARDED);
        }
        return out.toString();
    }

    /** Loads the events from the position, and returns the first part of them. */
    private StreamTurn load() {
        try {
            loaded = context.store().load(id, position).iterator();
        } catch (UnknownThreadException | ErasedThreadException e) {
            return new StreamTurn("", StreamTurn.Kind.ENDED);
        }
        return events();
    }

    /** Returns the first part of the events from the position, and does not keep the others in memory. */
    private StreamTurn loadPart() {
        StreamTurn part = load();
        boolean isLast = !loaded.hasNext();
        release();
        return isLast ? part : new StreamTurn(part.text(), StreamTurn.Kind.BACKLOG);
    }

    /** Loads events while few other streams do, because each of them can have loaded a long thread. */
    private <T> T limited(Supplier<T> task) {
        loads.acquireUninterruptibly();
        try {
            return task.get();
        } finally {
            loads.release();
        }
    }

    @Override
    public void release() {
        loaded = Collections.emptyIterator();
    }

    /** Returns the next loaded events, after which the store is read again. */
    private StreamTurn events() {
        StringBuilder out = new StringBuilder();
        while (loaded.hasNext() && out.length() < CHUNK) {
            Event event = loaded.next();
            StreamText.appendEvent(out, position, Event.CODEC.encode(event));
            position++;
            if (event.kind().endsRequest()) {
                lastReply = position;
                isReplyShown = false;
                replies.recorded(id, position);
            }
        }
        if (!loaded.hasNext()) {
            release(); // does not keep the events in memory
        }
        return new StreamTurn(out.toString(), StreamTurn.Kind.MORE);
    }

    private StreamTurn reply() {
        StringBuilder out = new StringBuilder();
        OptionalInt before = replies.position(id);
        if (before.isPresent() && before.getAsInt() <= position && isCurrent(before.getAsInt())) {
            replies.since(id, cursor).ifPresent(slice -> append(out, slice));
        }
        return new StreamTurn(out.toString(), StreamTurn.Kind.WAITING);
    }

    private void append(StringBuilder out, DeltaSlice slice) {
        if (isReplyShown && slice.next().generation() != cursor.generation()) {
            StreamText.appendDelta(out, DeltaBody.DISCARDED);
            isReplyShown = false;
        }
        slice.deltas().forEach(delta -> StreamText.appendDelta(out, delta));
        isReplyShown |= !slice.deltas().isEmpty();
        cursor = slice.next();
    }

    /** Returns whether the reply in progress is not yet recorded, also if the driver's process could not report that. */
    private boolean isCurrent(int before) {
        if (lastReply > before) {
            return false;
        }
        if (before < start && checkedReply != before) {
            if (limited(() -> hasReply(before))) {
                replies.recorded(id, start);
                return false;
            }
            checkedReply = before;
        }
        return true;
    }

    /** Returns whether an event before the start has ended the request that follows a position. */
    private boolean hasReply(int before) {
        return context.store().load(id, before).stream()
                .limit(start - before)
                .anyMatch(event -> event.kind().endsRequest());
    }
}

package dev.escapement.server.follow;

import dev.escapement.run.ErasedThreadException;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.UnknownThreadException;
import dev.escapement.server.http.ServerContext;
import dev.escapement.thread.Event;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The events of a thread from a position, with the reply in progress, until the thread has ended. */
final class ThreadFollow implements StreamBody {
    private static final int CHUNK = 1 << 16;

    private final ServerContext context;
    private final ReplyBuffers replies;
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
     * @param id the id of the thread
     * @param start the number of events that the client has received
     */
    ThreadFollow(ServerContext context, ReplyBuffers replies, String id, int start) {
        this.context = context;
        this.replies = replies;
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
    public StreamTurn next(boolean readsStore) {
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
            if (entry.get().size() > position) {
                return load() ? events() : new StreamTurn("", StreamTurn.Kind.ENDED);
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

    /** Loads the events from the position. Returns whether the thread still exists. */
    private boolean load() {
        try {
            loaded = context.store().load(id, position).iterator();
            return true;
        } catch (UnknownThreadException | ErasedThreadException e) {
            return false;
        }
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
            loaded = Collections.emptyIterator(); // does not keep the events in memory
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
            List<Event> events = context.store().load(id, before);
            if (events.stream()
                    .limit(start - before)
                    .anyMatch(event -> event.kind().endsRequest())) {
                replies.recorded(id, start);
                return false;
            }
            checkedReply = before;
        }
        return true;
    }
}

package dev.escapement.server.follow;

import java.util.ArrayList;
import java.util.List;

/**
 * The reply in progress of one thread. Consecutive deltas of the same kind are joined, so that a client that joins late receives
 * few long ones. Not safe for concurrent use.
 */
final class ReplyBuffer {
    private final String source;
    private final int position;
    private final List<Segment> segments = new ArrayList<>();
    private long generation;
    private int received;
    private int length;
    private boolean isCut;
    private long updated = System.nanoTime();

    private record Segment(DeltaBody head, StringBuilder content) {}

    /**
     * Creates an empty buffer.
     *
     * @param source the identity of the request to the model
     * @param position the number of events of the thread before the reply
     * @param generation the number of the content of the buffer, unique in the server
     */
    ReplyBuffer(String source, int position, long generation) {
        this.source = source;
        this.position = position;
        this.generation = generation;
    }

    boolean isFrom(String other) {
        return source.equals(other);
    }

    int position() {
        return position;
    }

    int received() {
        return received;
    }

    int length() {
        return length;
    }

    long updated() {
        return updated;
    }

    /** Returns whether further deltas are ignored. */
    boolean isCut() {
        return isCut;
    }

    /** Ignores further deltas until the attempt is discarded, because one is missing. */
    void cut() {
        isCut = true;
    }

    /**
     * Removes the content, and ignores further deltas until the attempt is discarded.
     *
     * @param nextGeneration the number of the content from now on
     */
    void empty(long nextGeneration) {
        segments.clear();
        length = 0;
        isCut = true;
        generation = nextGeneration;
    }

    /**
     * Adds a delta.
     *
     * @param delta the delta; a discarded attempt empties the buffer
     * @param room the number of characters that can be added; a longer delta and all later ones are ignored
     * @param nextGeneration the number of the content after a discarded attempt
     */
    void add(DeltaBody delta, int room, long nextGeneration) {
        received++;
        updated = System.nanoTime();
        if (delta.isDiscarded()) {
            empty(nextGeneration);
            isCut = false;
            return;
        }
        String content = delta.content();
        isCut |= content.length() > room;
        if (isCut) {
            return;
        }
        length += content.length();
        Segment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
        if (last != null && last.head().isContinuedBy(delta)) {
            last.content().append(content);
        } else {
            segments.add(new Segment(delta, new StringBuilder(content)));
        }
    }

    /** Returns the deltas that follow a cursor; all of them for a cursor of other content. */
    DeltaSlice since(DeltaCursor cursor) {
        DeltaCursor from = cursor.generation() == generation ? cursor : new DeltaCursor(generation, 0, 0);
        List<DeltaBody> deltas = new ArrayList<>();
        int segment = from.segment();
        int offset = from.offset();
        while (segment < segments.size()) {
            Segment each = segments.get(segment);
            if (offset == 0 || offset < each.content().length()) {
                deltas.add(each.head().with(each.content().substring(offset)));
            }
            boolean isLast = segment == segments.size() - 1;
            offset = isLast ? each.content().length() : 0;
            if (isLast && offset > 0) {
                break;
            }
            segment++;
        }
        return new DeltaSlice(deltas, new DeltaCursor(generation, segment, offset));
    }
}

package dev.escapement.server.follow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The increments of replies that a driver has received and not yet sent, with bounded memory: after the bound, or when increments
 * were dropped, the rest of the reply is dropped too, because a reply with a gap would be misleading. Safe for concurrent use.
 */
public final class DeltaOutbox {
    private static final int MAX_LENGTH = 1 << 22;
    private static final int MAX_BATCH = 500;
    private static final int OVERHEAD = 64;

    // guarded by this
    private final Map<String, Pending> replies = new LinkedHashMap<>();
    private int length;

    /** The increments of a reply. */
    private static final class Pending {
        private final String source;
        private final int position;
        private final List<DeltaBody> deltas = new ArrayList<>();
        private int first;
        private boolean isDropped;

        private Pending(String source, int position) {
            this.source = source;
            this.position = position;
        }
    }

    /**
     * Adds an increment.
     *
     * @param id the id of the thread
     * @param source the identity of the request to the model
     * @param position the number of events of the thread before the reply
     * @param delta the increment
     */
    public synchronized void add(String id, String source, int position, DeltaBody delta) {
        Pending reply = replies.get(id);
        if (reply == null || !reply.source.equals(source)) {
            reply = new Pending(source, position);
            replies.remove(id);
            replies.put(id, reply);
            removeOldest();
        }
        int size = delta.content().length() + OVERHEAD;
        reply.isDropped |= length + size > MAX_LENGTH;
        if (!reply.isDropped) {
            reply.deltas.add(delta);
            length += size;
        }
    }

    private void removeOldest() {
        if (replies.size() > MAX_BATCH * 2) {
            replies.remove(replies.keySet().iterator().next());
        }
    }

    /**
     * Removes and returns the increments that have not been sent.
     *
     * @return batches with the ids of their threads, in the order in which the replies began
     */
    public synchronized List<Map.Entry<String, DeltaBatch>> take() {
        List<Map.Entry<String, DeltaBatch>> batches = new ArrayList<>();
        replies.forEach((id, reply) -> {
            for (int from = 0; from < reply.deltas.size(); from += MAX_BATCH) {
                List<DeltaBody> part = reply.deltas.subList(from, Math.min(from + MAX_BATCH, reply.deltas.size()));
                batches.add(Map.entry(id, new DeltaBatch(reply.source, reply.position, reply.first + from, part)));
            }
            reply.first += reply.deltas.size();
            reply.deltas.clear();
        });
        length = 0;
        return batches;
    }

    /** Drops all increments, and the rest of the replies in progress. */
    public synchronized void drop() {
        replies.values().forEach(reply -> {
            reply.isDropped = true;
            reply.deltas.clear();
        });
        length = 0;
    }
}

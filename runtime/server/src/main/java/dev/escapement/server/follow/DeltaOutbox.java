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
    private static final int MAX_REPLIES = 1_000;
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
            remove(id);
            reply = new Pending(source, position);
            replies.put(id, reply);
            removeOldest();
        }
        int size = size(delta);
        reply.isDropped |= length + size > MAX_LENGTH;
        if (!reply.isDropped) {
            reply.deltas.add(delta);
            length += size;
        }
    }

    private void removeOldest() {
        if (replies.size() > MAX_REPLIES) {
            remove(replies.keySet().iterator().next());
        }
    }

    private void remove(String id) {
        Pending removed = replies.remove(id);
        if (removed != null) {
            drop(removed);
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
        replies.values().forEach(this::drop);
    }

    /**
     * Drops the rest of one reply in progress.
     *
     * @param id the id of the thread
     * @param source the identity of the request to the model; a later reply of the thread remains
     */
    public synchronized void drop(String id, String source) {
        Pending reply = replies.get(id);
        if (reply != null && reply.source.equals(source)) {
            drop(reply);
        }
    }

    private void drop(Pending reply) {
        reply.isDropped = true;
        reply.deltas.forEach(delta -> length -= size(delta));
        reply.deltas.clear();
    }

    private static int size(DeltaBody delta) {
        return delta.content().length() + OVERHEAD;
    }
}

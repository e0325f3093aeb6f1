package dev.escapement.processor.functional.agent.crash;

import dev.escapement.StepContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The external state that agents read and change, with a journal of every access. It and its clock survive a crash of
 * the process. Thread-safe.
 */
final class World {

    /** A kind of method that an agent called. */
    enum Deed {
        LOOK,
        CHANGE,
        REVIEW,
        FETCH
    }

    /**
     * A call of a method of the agent.
     *
     * @param deed the kind of method
     * @param what the subject of the call
     * @param key the idempotency key of a step; empty for other methods
     */
    record Entry(Deed deed, String what, String key) {}

    private final List<Entry> journal = new ArrayList<>();
    private final Map<String, String> changes = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    /** Reads a subject for a step. The result depends on all previous changes. */
    synchronized String look(String what, StepContext context) {
        journal.add(new Entry(Deed.LOOK, what, context.idempotencyKey()));
        return what + " after " + changes.size();
    }

    /** Changes a subject for a step, once per key, with a constant receipt. */
    synchronized String change(String what, StepContext context) {
        String key = context.idempotencyKey();
        journal.add(new Entry(Deed.CHANGE, what, key));
        changes.putIfAbsent(key, what);
        return what + ", receipt " + List.copyOf(changes.keySet()).indexOf(key);
    }

    /** Records the call of a gate. */
    synchronized void review(String what) {
        journal.add(new Entry(Deed.REVIEW, what, ""));
    }

    /** Records a fetch of context. */
    synchronized String fetch(String what) {
        journal.add(new Entry(Deed.FETCH, what, ""));
        return what + " after " + changes.size();
    }

    /** Returns whether a change was made with a key, which a person checks before deciding about an uncertain step. */
    synchronized boolean hasChanged(String key) {
        return changes.containsKey(key);
    }

    /** Returns all calls, in order. */
    synchronized List<Entry> journal() {
        return List.copyOf(journal);
    }

    /** Returns the changes by key, in order. */
    synchronized Map<String, String> changes() {
        return new LinkedHashMap<>(changes);
    }

    /** Advances the clock. */
    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    /** Returns the clock of the world, which advances by one second at each reading. */
    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return next();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private synchronized Instant next() {
        now = now.plusSeconds(1);
        return now;
    }
}

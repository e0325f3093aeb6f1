package dev.escapement.processor.functional.agent.crash;

import dev.escapement.StepContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

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
        FETCH,
        REQUEST
    }

    /**
     * A call of a method of the agent.
     *
     * @param deed the kind of method
     * @param what the subject of the call
     * @param key the idempotency key of a step; empty for other methods
     */
    record Entry(Deed deed, String what, String key) {}

    /** A moment of a deed. */
    enum Moment {
        BEFORE,
        AFTER
    }

    /** An event in the middle of a method of the agent, for example an exception or a decision of a person. */
    @FunctionalInterface
    interface Disturbance {
        void on(Moment moment, Entry entry);
    }

    private final Collection<Entry> begun = new ConcurrentLinkedQueue<>();
    private final List<Entry> journal = new ArrayList<>();
    private final Collection<Entry> completed = new ConcurrentLinkedQueue<>();
    private final Map<String, String> changes = new LinkedHashMap<>();
    private volatile Disturbance disturbance = (moment, entry) -> {};
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    /** Sets the disturbance of all later deeds. */
    void disturbedBy(Disturbance other) {
        disturbance = other;
    }

    /** Reads a subject for a step. The result depends on all previous changes. */
    String look(String what, StepContext context) {
        return perform(new Entry(Deed.LOOK, what, context.idempotencyKey()), () -> what + " after " + changes.size());
    }

    /** Changes a subject for a step, once per key, with a constant receipt. */
    String change(String what, StepContext context) {
        String key = context.idempotencyKey();
        return perform(new Entry(Deed.CHANGE, what, key), () -> {
            changes.putIfAbsent(key, what);
            return what + ", receipt " + List.copyOf(changes.keySet()).indexOf(key);
        });
    }

    /** Records the call of a gate. */
    void review(String what) {
        perform(new Entry(Deed.REVIEW, what, ""), () -> "");
    }

    /** Records a fetch of context. */
    String fetch(String what) {
        return perform(new Entry(Deed.FETCH, what, ""), () -> what + " after " + changes.size());
    }

    /** Lets the disturbance happen during a request to the model, which is not an entry of the journal. */
    void disturb(String request) {
        disturbance.on(Moment.BEFORE, new Entry(Deed.REQUEST, request, ""));
    }

    private String perform(Entry entry, Supplier<String> deed) {
        begun.add(entry);
        disturbance.on(Moment.BEFORE, entry);
        String result;
        synchronized (this) {
            journal.add(entry);
            result = deed.get();
        }
        disturbance.on(Moment.AFTER, entry);
        completed.add(entry);
        return result;
    }

    /** Returns the number of calls of the step with a key. */
    long begun(String key) {
        return count(begun, key);
    }

    /** Returns the number of effects of the step with a key. */
    synchronized long effects(String key) {
        return journal.stream()
                .filter(entry -> entry.deed() == Deed.CHANGE && entry.key().equals(key))
                .count();
    }

    /** Returns the number of calls of the step with a key that no disturbance ended. */
    long completed(String key) {
        return count(completed, key);
    }

    private static long count(Collection<Entry> entries, String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).count();
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

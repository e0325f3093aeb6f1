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
 * What agents look at and change, with a journal of every time that they did. It is outside of the process that crashes,
 * and so is its clock. Safe for use by many threads.
 */
final class World {

    /** What an agent did: a method of it was called. */
    enum Deed {
        LOOK,
        CHANGE,
        REVIEW,
        FETCH
    }

    /**
     * One call of a method of the agent.
     *
     * @param deed what kind of method
     * @param what what it was about
     * @param key the idempotency key of a step; empty for others
     */
    record Entry(Deed deed, String what, String key) {}

    private final List<Entry> journal = new ArrayList<>();
    private final Map<String, String> changes = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    /** A step looks at something. What it sees depends on all that was changed. */
    synchronized String look(String what, StepContext context) {
        journal.add(new Entry(Deed.LOOK, what, context.idempotencyKey()));
        return what + " after " + changes.size();
    }

    /** A step changes something: once for each key, whose receipt stays the same. */
    synchronized String change(String what, StepContext context) {
        String key = context.idempotencyKey();
        journal.add(new Entry(Deed.CHANGE, what, key));
        changes.putIfAbsent(key, what);
        return what + ", receipt " + List.copyOf(changes.keySet()).indexOf(key);
    }

    /** A gate is asked. */
    synchronized void review(String what) {
        journal.add(new Entry(Deed.REVIEW, what, ""));
    }

    /** Context is fetched. */
    synchronized String fetch(String what) {
        journal.add(new Entry(Deed.FETCH, what, ""));
        return what + " after " + changes.size();
    }

    /** Whether anything was changed under a key: what a person looks up who is asked about a step in doubt. */
    synchronized boolean hasChanged(String key) {
        return changes.containsKey(key);
    }

    /** Everything that was done, in order. */
    synchronized List<Entry> journal() {
        return List.copyOf(journal);
    }

    /** What was changed, under which key, in order. */
    synchronized Map<String, String> changes() {
        return new LinkedHashMap<>(changes);
    }

    /** Time goes by. */
    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    /** The clock of the world, which shows another second each time. */
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

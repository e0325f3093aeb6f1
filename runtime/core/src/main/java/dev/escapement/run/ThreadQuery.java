package dev.escapement.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A filter for threads, with the order and the size of a page. Immutable.
 *
 * @param phases the phases; empty for all
 * @param agents the names of the agents; empty for all
 * @param labels the labels that a thread must have
 * @param sinceBefore the time before which the phase began; empty for any time
 * @param oldestFirst whether the threads whose phase began first come first; otherwise they come last
 * @param after the cursor of a page; empty for the first page
 * @param limit the maximum number of entries of a page, 1 to {@value #MAX_LIMIT}
 */
public record ThreadQuery(
        Set<Standing.Phase> phases,
        List<String> agents,
        Map<String, String> labels,
        Optional<Instant> sinceBefore,
        boolean oldestFirst,
        Optional<String> after,
        int limit) {

    /** The greatest size of a page. */
    public static final int MAX_LIMIT = 1_000;

    private static final int LIMIT = 50;

    private static final ThreadQuery ALL =
            new ThreadQuery(Set.of(), List.of(), Map.of(), Optional.empty(), false, Optional.empty(), LIMIT);

    /**
     * Creates a query.
     *
     * @throws IllegalArgumentException if the limit is out of range
     */
    public ThreadQuery {
        phases = phases.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(phases));
        agents = List.copyOf(agents);
        labels = Map.copyOf(labels);
        Objects.requireNonNull(sinceBefore, "sinceBefore");
        Objects.requireNonNull(after, "after");
        requireLimit(limit);
    }

    static void requireLimit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", not " + limit);
        }
    }

    /**
     * Returns a query for all threads, the newest first, with 50 entries for each page.
     *
     * @return the query
     */
    public static ThreadQuery all() {
        return ALL;
    }

    /**
     * Returns this query with a further permitted phase.
     *
     * @param phase the phase
     * @return a copy
     */
    public ThreadQuery phase(Standing.Phase phase) {
        Set<Standing.Phase> more = EnumSet.of(phase);
        more.addAll(phases);
        return new ThreadQuery(more, agents, labels, sinceBefore, oldestFirst, after, limit);
    }

    /**
     * Returns this query with a further permitted agent.
     *
     * @param agent the name of the agent
     * @return a copy
     */
    public ThreadQuery agent(String agent) {
        List<String> more = new ArrayList<>(agents);
        more.add(agent);
        return new ThreadQuery(phases, more, labels, sinceBefore, oldestFirst, after, limit);
    }

    /**
     * Returns this query with a further required label.
     *
     * @param name the name of the label
     * @param value its value
     * @return a copy
     */
    public ThreadQuery label(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(labels);
        more.put(name, value);
        return new ThreadQuery(phases, agents, more, sinceBefore, oldestFirst, after, limit);
    }

    /**
     * Returns this query for threads whose phase began before a time.
     *
     * @param time the time of the store's clock
     * @return a copy
     */
    public ThreadQuery sinceBefore(Instant time) {
        return new ThreadQuery(phases, agents, labels, Optional.of(time), oldestFirst, after, limit);
    }

    /**
     * Returns this query with the oldest threads first.
     *
     * @return a copy
     */
    public ThreadQuery fromOldest() {
        return new ThreadQuery(phases, agents, labels, sinceBefore, true, after, limit);
    }

    /**
     * Returns this query for the page that follows another one.
     *
     * @param cursor the {@link ThreadIndex.Page#next} of the other page
     * @return a copy
     */
    public ThreadQuery after(String cursor) {
        return new ThreadQuery(phases, agents, labels, sinceBefore, oldestFirst, Optional.of(cursor), limit);
    }

    /**
     * Returns this query with another page size.
     *
     * @param entries the maximum number of entries of a page, 1 to {@value #MAX_LIMIT}
     * @return a copy
     */
    public ThreadQuery limit(int entries) {
        return new ThreadQuery(phases, agents, labels, sinceBefore, oldestFirst, after, entries);
    }
}

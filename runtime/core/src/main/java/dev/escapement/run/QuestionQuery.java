package dev.escapement.run;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A filter for open questions, with the size of a page. Immutable.
 *
 * @param kinds the kinds of questions; empty for all
 * @param agents the names of the agents; empty for all
 * @param labels the labels that the thread must have
 * @param after the cursor of a page; empty for the first page
 * @param limit the maximum number of entries of a page, 1 to {@value ThreadQuery#MAX_LIMIT}
 */
public record QuestionQuery(
        Set<Standing.Kind> kinds, List<String> agents, Map<String, String> labels, Optional<String> after, int limit) {

    private static final int LIMIT = 50;

    private static final QuestionQuery ALL = new QuestionQuery(Set.of(), List.of(), Map.of(), Optional.empty(), LIMIT);

    /**
     * Creates a query.
     *
     * @throws IllegalArgumentException if the limit is out of range
     */
    public QuestionQuery {
        kinds = kinds.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(kinds));
        agents = List.copyOf(agents);
        labels = Map.copyOf(labels);
        Objects.requireNonNull(after, "after");
        ThreadQuery.requireLimit(limit);
    }

    /**
     * Returns a query for all questions, with 50 entries for each page.
     *
     * @return the query
     */
    public static QuestionQuery all() {
        return ALL;
    }

    /**
     * Returns this query with a further permitted kind.
     *
     * @param kind the kind
     * @return a copy
     */
    public QuestionQuery kind(Standing.Kind kind) {
        Set<Standing.Kind> more = EnumSet.of(kind);
        more.addAll(kinds);
        return new QuestionQuery(more, agents, labels, after, limit);
    }

    /**
     * Returns this query with a further permitted agent.
     *
     * @param agent the name of the agent
     * @return a copy
     */
    public QuestionQuery agent(String agent) {
        List<String> more = new ArrayList<>(agents);
        more.add(agent);
        return new QuestionQuery(kinds, more, labels, after, limit);
    }

    /**
     * Returns this query with a further required label.
     *
     * @param name the name of the label
     * @param value its value
     * @return a copy
     */
    public QuestionQuery label(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(labels);
        more.put(name, value);
        return new QuestionQuery(kinds, agents, more, after, limit);
    }

    /**
     * Returns this query for the page that follows another one.
     *
     * @param cursor the {@link ThreadIndex.Page#next} of the other page
     * @return a copy
     */
    public QuestionQuery after(String cursor) {
        return new QuestionQuery(kinds, agents, labels, Optional.of(cursor), limit);
    }

    /**
     * Returns this query with another page size.
     *
     * @param entries the maximum number of entries of a page, 1 to {@value ThreadQuery#MAX_LIMIT}
     * @return a copy
     */
    public QuestionQuery limit(int entries) {
        return new QuestionQuery(kinds, agents, labels, after, entries);
    }
}

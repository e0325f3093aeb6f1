package dev.escapement.jdbc;

import dev.escapement.run.QuestionQuery;
import dev.escapement.run.Standing.Kind;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The texts of the queries of the index. Each phase or kind, and each of a few agents, has a branch of its own with an
 * order and a limit, because a condition on several values would read and sort all rows. A query for a rare label begins
 * with the label and has one branch.
 *
 * @param agents the number of agents in the query, 0 for all
 * @param labels the number of labels
 * @param rare the index of a rare label; -1 if there is none
 */
record IndexSql(int agents, int labels, int rare) {

    /** The number of agents up to which each has a branch. */
    private static final int MAX_BRANCHES = 8;

    /** A limit that separates the subquery from the rest for the planner of PostgreSQL. */
    private static final String NO_LIMIT = " limit 1000000000";

    /** Keeps PostgreSQL from reading all rows of a label that many threads have. */
    private static final String FOR_EACH_ROW = " limit 1 offset 0";

    private static final String AGENTS = " and t.agent IN(:agents)";

    private static final String THREAD =
            "select t.id, t.agent, size, status, due_at, t.since, updated_at, attempts, parked, erased, long_id";

    private static final String QUESTION =
            "select t.thread_id, t.n, t.call_id, t.kind, t.since, t.deadline, t.agent, t.long_call_id";

    /** Returns the query for a page of threads. */
    String threads(ThreadQuery query) {
        String direction = query.oldestFirst() ? "asc" : "desc";
        String order = " order by since " + direction + ", id " + direction + " limit :limit";
        String seek = query.after().isEmpty()
                ? ""
                : " and (t.since, t.id) " + (query.oldestFirst() ? ">" : "<") + " (:since, :key)";
        return union(THREAD, "esc_thread", "t.id", phases(query), before(query) + seek, order, order);
    }

    /** Returns the query for the number of threads, up to a bound. */
    String count(ThreadQuery query) {
        String limit = " limit :limit";
        return "select count(*) from ("
                + union("select t.id", "esc_thread", "t.id", phases(query), before(query), limit, limit) + ") x";
    }

    /** Returns the query for a page of questions. */
    String questions(QuestionQuery query) {
        Collection<Kind> kinds = query.kinds().isEmpty() ? Arrays.asList(Kind.values()) : query.kinds();
        String order = " order by since, thread_id, call_id, n limit :limit";
        String seek = query.after().isEmpty()
                ? ""
                : " and (t.since, t.thread_id, t.call_id, t.n) > (:since, :key, :call, :n)";
        List<String> conditions =
                kinds.stream().map(kind -> "t.kind = " + Codes.of(kind)).toList();
        return union(QUESTION, "esc_question", "t.thread_id", conditions, seek, order, order);
    }

    private static List<String> phases(ThreadQuery query) {
        Collection<Phase> phases = query.phases().isEmpty() ? Arrays.asList(Phase.values()) : query.phases();
        return phases.stream().map(phase -> "t.status = " + Codes.of(phase)).toList();
    }

    private static String before(ThreadQuery query) {
        return query.sinceBefore().isEmpty() ? "" : " and t.since < :before";
    }

    private String union(
            String columns,
            String table,
            String id,
            List<String> branches,
            String conditions,
            String each,
            String all) {
        List<String> filters = rare < 0 ? separate(branches) : together(branches);
        String from = rare < 0
                ? " from " + table + " t where "
                : " from (select l.thread_id as labelled from esc_label l where l.name = :name" + rare
                        + " and l.value = :value" + rare + NO_LIMIT + ") c cross join " + table + " t where " + id
                        + " = c.labelled and ";
        return IntStream.range(0, filters.size())
                .mapToObj(i -> "select * from (" + columns + from + filters.get(i) + labelled(id) + conditions + each
                        + ") b" + i)
                .collect(Collectors.joining(" union all ", "", all));
    }

    /** Returns the conditions of branches that an index reads in order. */
    private List<String> separate(List<String> branches) {
        List<String> filters = new ArrayList<>();
        for (String branch : branches) {
            if (agents == 0 || agents > MAX_BRANCHES) {
                filters.add(branch + (agents == 0 ? "" : AGENTS));
            } else {
                IntStream.range(0, agents)
                        .mapToObj(i -> branch + " and t.agent = :agent" + i)
                        .forEach(filters::add);
            }
        }
        return filters;
    }

    /** Returns the condition of one branch, for rows that are sorted in any case. */
    private List<String> together(List<String> branches) {
        return List.of("(" + String.join(" or ", branches) + ")" + (agents == 0 ? "" : AGENTS));
    }

    private String labelled(String id) {
        return IntStream.range(0, labels)
                .filter(i -> i != rare)
                .mapToObj(i -> " and exists (select 1 from esc_label l where l.thread_id = " + id
                        + " and l.name = :name" + i + " and l.value = :value" + i + FOR_EACH_ROW + ")")
                .collect(Collectors.joining());
    }
}

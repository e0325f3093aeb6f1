package dev.escapement.jdbc;

import dev.escapement.run.QuestionQuery;
import dev.escapement.run.Standing.Kind;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadQuery;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The texts of the queries of the index. Each phase or kind has a branch of its own with an order and a limit, because a
 * condition on several values would read and sort all threads.
 */
final class IndexSql {

    private static final String THREAD =
            "select id, agent, size, status, due_at, since, updated_at, attempts, parked, erased, long_id from esc_thread t";

    private static final String QUESTION =
            "select thread_id, n, call_id, kind, since, deadline, agent, long_call_id from esc_question t";

    private IndexSql() {}

    /** Returns the query for a page of threads. */
    static String threads(ThreadQuery query) {
        String direction = query.oldestFirst() ? "asc" : "desc";
        String order = " order by since " + direction + ", id " + direction + " limit :limit";
        String seek = query.after().isEmpty()
                ? ""
                : " and (since, id) " + (query.oldestFirst() ? ">" : "<") + " (:since, :key)";
        return phases(query).stream()
                .map(phase -> "select * from (" + THREAD + " where status = " + Codes.of(phase) + conditions(query)
                        + seek + order + ") b" + Codes.of(phase))
                .collect(Collectors.joining(" union all ", "", order));
    }

    /** Returns the query for the number of threads, up to a bound. */
    static String count(ThreadQuery query) {
        return phases(query).stream()
                .map(phase -> "select 1 from esc_thread t where status = " + Codes.of(phase) + conditions(query))
                .collect(Collectors.joining(" union all ", "select count(*) from (", " limit :limit) x"));
    }

    private static Collection<Phase> phases(ThreadQuery query) {
        return query.phases().isEmpty() ? Arrays.asList(Phase.values()) : query.phases();
    }

    private static String conditions(ThreadQuery query) {
        return (query.sinceBefore().isEmpty() ? "" : " and since < :before")
                + conditions(query.agents(), query.labels(), "t.id");
    }

    /** Returns the query for a page of questions. */
    static String questions(QuestionQuery query) {
        String order = " order by since, thread_id, call_id, n limit :limit";
        String seek = query.after().isEmpty() ? "" : " and (since, thread_id, call_id, n) > (:since, :key, :call, :n)";
        Collection<Kind> kinds = query.kinds().isEmpty() ? Arrays.asList(Kind.values()) : query.kinds();
        return kinds.stream()
                .map(kind -> "select * from (" + QUESTION + " where kind = " + Codes.of(kind)
                        + conditions(query.agents(), query.labels(), "t.thread_id") + seek + order + ") b"
                        + Codes.of(kind))
                .collect(Collectors.joining(" union all ", "", order));
    }

    private static String conditions(List<String> agents, Map<String, String> labels, String id) {
        StringBuilder conditions = new StringBuilder(agents.isEmpty() ? "" : " and agent IN(:agents)");
        for (int i = 0; i < labels.size(); i++) {
            conditions
                    .append(" and exists (select 1 from esc_label l where l.thread_id = ")
                    .append(id)
                    .append(" and l.name = :name")
                    .append(i)
                    .append(" and l.value = :value")
                    .append(i)
                    .append(")");
        }
        return conditions.toString();
    }
}

package dev.escapement.jdbc;

import dev.escapement.run.QuestionQuery;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadIndex.Page;
import dev.escapement.run.ThreadIndex.QuestionEntry;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.run.ThreadQuery;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The queries of the index. */
final class IndexRows {

    /** The number of threads below which a label is rare. */
    private static final int RARE = 2_000;

    private final JdbcDialect dialect;
    private final TableNames names;
    private final Sql entry;
    private final Sql labels;
    private final Sql questions;
    private final Sql longIds;
    private final Sql labelled;

    IndexRows(JdbcDialect dialect, TableNames names) {
        this.dialect = dialect;
        this.names = names;
        entry = Sql.of(
                "select id, agent, size, status, due_at, since, updated_at, attempts, parked, erased,"
                        + " long_id from esc_thread"
                        + " where id = :id",
                dialect,
                names);
        labels = Sql.of("select thread_id, name, value from esc_label where thread_id IN(:ids)", dialect, names);
        questions = Sql.of(
                "select thread_id, call_id, kind, since, deadline, long_call_id from esc_question where thread_id IN(:ids)"
                        + " order by thread_id, n",
                dialect,
                names);
        labelled = Sql.of(
                "select count(*) from (select 1 from esc_label where name = :name and value = :value limit :limit) x",
                dialect,
                names);
        longIds =
                Sql.of("select id, long_id from esc_thread where id IN(:ids) and long_id is not null", dialect, names);
    }

    /** A row of a thread, without its labels and questions. */
    private record EntryRow(
            String key,
            String id,
            String agent,
            int size,
            int status,
            Optional<Instant> due,
            Instant since,
            Instant updatedAt,
            int attempts,
            boolean parked,
            boolean erased) {

        static EntryRow of(Session.ResultRow row) throws SQLException {
            return new EntryRow(
                    row.text(1),
                    KeyText.original(row.text(1), row.nullableText(11)),
                    KeyText.original(row.text(2)),
                    row.number(3),
                    row.number(4),
                    row.optionalTime(5),
                    row.time(6),
                    row.time(7),
                    row.number(8),
                    row.flag(9),
                    row.flag(10));
        }

        Cursor cursor() {
            return new Cursor(since, 0, List.of(key));
        }
    }

    /** A row of a question, without the labels of its thread. */
    private record QuestionRow(String thread, int number, String callKey, String agent, Standing.Question question) {

        static QuestionRow of(Session.ResultRow row) throws SQLException {
            return new QuestionRow(
                    row.text(1),
                    row.number(2),
                    row.text(3),
                    KeyText.original(row.text(7)),
                    new Standing.Question(
                            KeyText.original(row.text(3), row.nullableText(8)),
                            Codes.kind(row.number(4)),
                            row.time(5),
                            row.optionalTime(6)));
        }

        Cursor cursor() {
            return new Cursor(question.since(), number, List.of(thread, callKey));
        }
    }

    Page<ThreadEntry> threads(Session session, ThreadQuery query) throws SQLException {
        Cursor.PageOrder order =
                query.oldestFirst() ? Cursor.PageOrder.OLDEST_THREADS : Cursor.PageOrder.NEWEST_THREADS;
        Args args = conditions(query).and("limit", query.limit() + 1);
        query.after()
                .map(text -> Cursor.of(text, order))
                .ifPresent(cursor -> args.and("since", cursor.since())
                        .and("key", cursor.keys().get(0)));
        List<EntryRow> rows = session.query(
                Sql.of(sql(session, query.agents(), query.labels()).threads(query), dialect, names),
                args,
                EntryRow::of);
        List<EntryRow> page = rows.subList(0, Math.min(rows.size(), query.limit()));
        return new Page<>(
                entries(session, page),
                next(rows, query.limit(), row -> row.cursor().text(order)));
    }

    int count(Session session, ThreadQuery query, int bound) throws SQLException {
        Args args = conditions(query).and("limit", bound);
        return session.first(
                        Sql.of(sql(session, query.agents(), query.labels()).count(query), dialect, names),
                        args,
                        row -> row.number(1))
                .orElse(0);
    }

    Optional<ThreadEntry> entry(Session session, String key) throws SQLException {
        return entries(session, session.query(entry, Args.of("id", key), EntryRow::of)).stream()
                .findFirst();
    }

    Page<QuestionEntry> questions(Session session, QuestionQuery query) throws SQLException {
        Args args = conditions(query.agents(), query.labels()).and("limit", query.limit() + 1);
        query.after()
                .map(text -> Cursor.of(text, Cursor.PageOrder.QUESTIONS))
                .ifPresent(cursor -> args.and("since", cursor.since())
                        .and("key", cursor.keys().get(0))
                        .and("call", cursor.keys().get(1))
                        .and("n", cursor.number()));
        List<QuestionRow> rows = session.query(
                Sql.of(sql(session, query.agents(), query.labels()).questions(query), dialect, names),
                args,
                QuestionRow::of);
        List<QuestionRow> page = rows.subList(0, Math.min(rows.size(), query.limit()));
        List<String> keys = page.stream().map(QuestionRow::thread).distinct().toList();
        Map<String, Map<String, String>> found = labels(session, keys);
        Map<String, String> complete = longIds(session, keys);
        return new Page<>(
                page.stream()
                        // Another statement reads the complete ids, and the thread may have been deleted before it.
                        .filter(row -> !KeyText.isShortened(row.thread()) || complete.containsKey(row.thread()))
                        .map(row -> new QuestionEntry(
                                KeyText.original(row.thread(), complete.get(row.thread())),
                                row.agent(),
                                row.question(),
                                found.getOrDefault(row.thread(), Map.of())))
                        .toList(),
                next(rows, query.limit(), row -> row.cursor().text(Cursor.PageOrder.QUESTIONS)));
    }

    /** Returns the texts for a query. A label that few threads have is rare. */
    private IndexSql sql(Session session, List<String> agents, Map<String, String> filter) throws SQLException {
        int rare = -1;
        int fewest = RARE;
        int i = 0;
        for (Map.Entry<String, String> label : filter.entrySet()) {
            Args args = Args.of("name", KeyText.stored(label.getKey()))
                    .and("value", KeyText.stored(label.getValue()))
                    .and("limit", RARE);
            int count = session.first(labelled, args, row -> row.number(1)).orElse(0);
            if (count < fewest) {
                fewest = count;
                rare = i;
            }
            i++;
        }
        return new IndexSql((int) agents.stream().distinct().count(), filter.size(), rare);
    }

    private static <R> Optional<String> next(List<R> rows, int limit, Function<R, String> cursor) {
        return rows.size() > limit ? Optional.of(cursor.apply(rows.get(limit - 1))) : Optional.empty();
    }

    private static Args conditions(ThreadQuery query) {
        Args args = conditions(query.agents(), query.labels());
        query.sinceBefore().ifPresent(time -> args.and("before", StoreClock.storedDue(time)));
        return args;
    }

    private static Args conditions(List<String> agents, Map<String, String> labels) {
        List<String> stored = agents.stream().distinct().map(KeyText::stored).toList();
        Args args = Args.of("agents", stored);
        for (int a = 0; a < stored.size(); a++) {
            args.and("agent" + a, stored.get(a));
        }
        int i = 0;
        for (Map.Entry<String, String> label : labels.entrySet()) {
            args.and("name" + i, KeyText.stored(label.getKey())).and("value" + i++, KeyText.stored(label.getValue()));
        }
        return args;
    }

    private List<ThreadEntry> entries(Session session, List<EntryRow> rows) throws SQLException {
        List<String> keys = rows.stream().map(EntryRow::key).toList();
        Map<String, Map<String, String>> labelsOf = labels(session, keys);
        Map<String, List<Standing.Question>> questionsOf = questions(session, keys);
        return rows.stream()
                .map(row -> new ThreadEntry(
                        row.id(),
                        row.agent(),
                        row.size(),
                        new Standing(
                                Codes.phase(row.status()), row.due(), questionsOf.getOrDefault(row.key(), List.of())),
                        row.since(),
                        row.updatedAt(),
                        row.attempts(),
                        row.parked(),
                        labelsOf.getOrDefault(row.key(), Map.of()),
                        row.erased()))
                .toList();
    }

    private Map<String, Map<String, String>> labels(Session session, List<String> keys) throws SQLException {
        Map<String, Map<String, String>> found = new HashMap<>();
        if (!keys.isEmpty()) {
            session.query(
                    labels,
                    Args.of("ids", keys),
                    row -> found.computeIfAbsent(row.text(1), key -> new HashMap<>())
                            .put(KeyText.original(row.text(2)), KeyText.original(row.text(3))));
        }
        return found;
    }

    private Map<String, List<Standing.Question>> questions(Session session, List<String> keys) throws SQLException {
        Map<String, List<Standing.Question>> found = new HashMap<>();
        if (!keys.isEmpty()) {
            session.query(
                    questions,
                    Args.of("ids", keys),
                    row -> found.computeIfAbsent(row.text(1), key -> new ArrayList<>())
                            .add(new Standing.Question(
                                    KeyText.original(row.text(2), row.nullableText(6)),
                                    Codes.kind(row.number(3)),
                                    row.time(4),
                                    row.optionalTime(5))));
        }
        return found;
    }

    /** Returns the complete forms of the ids that are shortened. */
    private Map<String, String> longIds(Session session, List<String> keys) throws SQLException {
        List<String> shortened = keys.stream().filter(KeyText::isShortened).toList();
        Map<String, String> found = new HashMap<>();
        if (!shortened.isEmpty()) {
            session.query(longIds, Args.of("ids", shortened), row -> found.put(row.text(1), row.text(2)));
        }
        return found;
    }
}

package dev.escapement.jdbc;

import dev.escapement.run.Standing.Question;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The statements of PostgreSQL, each of which is one round trip. */
final class PostgresAppends implements AppendStatements {

    private static final String UPDATED = """
            t as (
              update esc_thread set size = size + :count, sum = :sum, updated_at = NOW, attempts = 0, parked = false,
                since = case when status = :status then since else NOW end, status = :status,
                due_at = coalesce(:due::timestamptz, case when :runnable then NOW end)
              where id = :id and size = :position and sum = :previous and not erased
                and (:fence::bigint is null or fence = :fence)
              returning id, agent)
            """;

    /** The first token is the time, which is higher than the tokens of an earlier thread with the same id. */
    private static final String CREATED = """
            t as (
              insert into esc_thread (id, long_id, agent, size, sum, status, since, updated_at, due_at, fence)
              select :id, :longid, :agent, :count, :sum, :status, NOW, NOW,
                coalesce(:due::timestamptz, case when :runnable then NOW end),
                (extract(epoch from NOW) * 1000000)::bigint
              on conflict (id) do nothing returning id, agent)
            """;

    private static final String MOVED = """
            s as (
              update esc_schedule set last_at = next_at, next_at = :following
              where name = :schedule and definition = :definition and next_at = :at and next_at <= NOW returning name)
            """;

    private static final String EVENTS = """
            , e as (
              insert into esc_event (thread_id, position, event, sum)
              select t.id, :position + x.n - 1, x.event, x.sum
              from t, unnest(:events::text[], :sums::text[]) with ordinality x(event, sum, n))
            """;

    private static final String LABELS = """
            , l as (
              insert into esc_label (thread_id, name, value)
              select t.id, x.name, x.value from t, unnest(:names::text[], :values::text[]) x(name, value))
            """;

    private static final String CLOSED = """
            , d as (delete from esc_question q using t where q.thread_id = t.id and q.n >= :questions)
            """;

    private static final String QUESTIONS = """
            , q as (
              insert into esc_question as old (thread_id, n, call_id, long_call_id, kind, since, deadline, agent)
              select t.id, x.n - 1, x.call_id, x.long_call_id, x.kind, x.since, x.deadline, t.agent
              from t, unnest(:calls::text[], :longcalls::text[], :kinds::smallint[], :sinces::timestamptz[],
                :deadlines::timestamptz[]) with ordinality x(call_id, long_call_id, kind, since, deadline, n)
              on conflict (thread_id, n) do update
              set call_id = excluded.call_id, long_call_id = excluded.long_call_id, kind = excluded.kind,
                since = excluded.since, deadline = excluded.deadline
              where (old.call_id, old.kind, old.since, old.deadline)
                is distinct from (excluded.call_id, excluded.kind, excluded.since, excluded.deadline))
            """;

    /** The new time, and the lock, protect an old content from a collection that runs at the same time. */
    private static final String USES = """
            , o as (
              update esc_content c set created_at = NOW from t where c.sha256 = any(:uses::text[]))
            , u as (
              insert into esc_use (sha256, thread_id) select x, t.id from t, unnest(:uses::text[]) x
              on conflict do nothing)
            """;

    private final TableNames names;

    PostgresAppends(TableNames names) {
        this.names = names;
    }

    @Override
    public boolean start(Session session, StoredAppend append) throws SQLException {
        String sql = "with " + CREATED + parts(append) + (append.labels().isEmpty() ? "" : LABELS)
                + "select count(*) from t";
        return count(session, sql, started(append)) > 0;
    }

    @Override
    public boolean append(Session session, StoredAppend append, String previousSum) throws SQLException {
        String sql = "with " + UPDATED + parts(append) + CLOSED + "select count(*) from t";
        return count(session, sql, complete(append, append.args(previousSum))) > 0;
    }

    @Override
    public boolean fire(Session session, Args schedule, StoredAppend append) throws SQLException {
        String created = CREATED.replace("on conflict", "from s on conflict");
        String sql = "with " + MOVED + ", " + created + parts(append)
                + (append.labels().isEmpty() ? "" : LABELS) + "select count(*) from s";
        Args args = started(append);
        for (String name : List.of("schedule", "definition", "at", "following")) {
            args.and(name, schedule.get(name));
        }
        return count(session, sql, args) > 0;
    }

    private int count(Session session, String sql, Args args) throws SQLException {
        return session.first(Sql.of(sql, JdbcDialect.POSTGRESQL, names), args, row -> row.number(1))
                .orElse(0);
    }

    /** Returns the parts of a statement that its events and questions require. */
    private static String parts(StoredAppend append) {
        return (append.texts().isEmpty() ? "" : EVENTS)
                + (append.questions().isEmpty() ? "" : QUESTIONS)
                + (append.uses().isEmpty() ? "" : USES);
    }

    private static Args started(StoredAppend append) {
        List<Map.Entry<String, String>> labels = append.labels();
        return complete(append, append.args(EventSums.initial(append.append().threadId())))
                .and("agent", KeyText.stored(append.agent()))
                .and(
                        "names",
                        labels.stream()
                                .map(label -> KeyText.stored(label.getKey()))
                                .toList())
                .and(
                        "values",
                        labels.stream()
                                .map(label -> KeyText.stored(label.getValue()))
                                .toList());
    }

    private static Args complete(StoredAppend append, Args args) {
        List<Question> questions = append.questions();
        return args.and("uses", append.uses())
                .and(
                        "calls",
                        questions.stream()
                                .map(question -> KeyText.stored(question.callId()))
                                .toList())
                .and("longcalls", array("text", questions, question -> KeyText.complete(question.callId())))
                .and("kinds", array("int2", questions, question -> (short) Codes.of(question.kind())))
                .and("sinces", array("timestamptz", questions, question -> text(question.since())))
                .and(
                        "deadlines",
                        array(
                                "timestamptz",
                                questions,
                                question -> question.deadline()
                                        .map(PostgresAppends::dueText)
                                        .orElse(null)));
    }

    private static Args.ArrayValue array(
            String type,
            List<Question> questions,
            java.util.function.Function<Question, @org.jspecify.annotations.Nullable Object> value) {
        return new Args.ArrayValue(type, questions.stream().map(value).toList());
    }

    private static String text(Instant time) {
        return StoreClock.stored(time).toString();
    }

    private static String dueText(Instant time) {
        return StoreClock.storedDue(time).toString();
    }
}

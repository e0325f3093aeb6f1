package dev.escapement.jdbc;

import dev.escapement.run.Standing.Question;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The statements of SQLite, several in one transaction, because SQLite runs in this process. */
final class SqliteAppends implements AppendStatements {

    private final Sql update;
    private final Sql create;
    private final Sql move;
    private final Sql event;
    private final Sql label;
    private final Sql close;
    private final Sql question;
    private final Sql use;
    private final Sql touch;

    SqliteAppends(TableNames names) {
        update = sql("""
                update esc_thread set size = size + :count, sum = :sum, updated_at = NOW, attempts = 0, parked = 0,
                  since = case when status = :status then since else NOW end, status = :status,
                  due_at = coalesce(:due, case when :runnable then NOW end)
                where id = :id and size = :position and sum = :previous and not erased
                  and (:fence is null or fence = :fence)
                returning agent
                """, names);
        create = sql("""
                insert into esc_thread (id, long_id, agent, size, sum, status, since, updated_at, due_at, fence)
                values (:id, :longid, :agent, :count, :sum, :status, NOW, NOW,
                  coalesce(:due, case when :runnable then NOW end), :first)
                on conflict (id) do nothing
                """, names);
        move = sql("""
                update esc_schedule set last_at = next_at, next_at = :following
                where name = :schedule and definition = :definition and next_at = :at and next_at <= NOW
                """, names);
        event = sql(
                "insert into esc_event (thread_id, position, event, sum) values (:id, :position, :event, :sum)", names);
        label = sql("insert into esc_label (thread_id, name, value) values (:id, :name, :value)", names);
        close = sql("delete from esc_question where thread_id = :id and n >= :questions", names);
        question = sql("""
                insert into esc_question (thread_id, n, call_id, long_call_id, kind, since, deadline, agent)
                values (:id, :n, :call, :longcall, :kind, :since, :deadline, :agent)
                on conflict (thread_id, n) do update
                set call_id = excluded.call_id, long_call_id = excluded.long_call_id, kind = excluded.kind,
                  since = excluded.since, deadline = excluded.deadline
                where (call_id, kind, since) <> (excluded.call_id, excluded.kind, excluded.since)
                  or deadline is not excluded.deadline
                """, names);
        use = sql("insert into esc_use (sha256, thread_id) values (:hash, :id) on conflict do nothing", names);
        // Protects an old content from a collection that runs at the same time.
        touch = sql("update esc_content set created_at = NOW where sha256 = :hash", names);
    }

    private static Sql sql(String text, TableNames names) {
        return Sql.of(text, JdbcDialect.SQLITE, names);
    }

    @Override
    public boolean start(Session session, StoredAppend append) throws SQLException {
        String agent = KeyText.stored(append.agent());
        // Higher than the tokens of an earlier thread with the same id. Not of the store's clock, which can be set.
        long first = StoreClock.micros(Instant.now());
        Args args = append.args(EventSums.initial(append.append().threadId()))
                .and("agent", agent)
                .and("first", first);
        if (session.update(create, args) == 0) {
            return false;
        }
        for (Map.Entry<String, String> entry : append.labels()) {
            session.update(
                    label,
                    Args.of("id", append.key())
                            .and("name", KeyText.stored(entry.getKey()))
                            .and("value", KeyText.stored(entry.getValue())));
        }
        store(session, append, args, agent);
        return true;
    }

    @Override
    public boolean append(Session session, StoredAppend append, String previousSum) throws SQLException {
        Args args = append.args(previousSum);
        List<String> agent = session.query(update, args, row -> row.text(1));
        if (agent.isEmpty()) {
            return false;
        }
        session.update(close, args);
        store(session, append, args, agent.get(0));
        return true;
    }

    @Override
    public boolean fire(Session session, Args schedule, StoredAppend append) throws SQLException {
        if (session.update(move, schedule) == 0) {
            return false;
        }
        start(session, append);
        return true;
    }

    private void store(Session session, StoredAppend append, Args args, String agent) throws SQLException {
        List<?> sums = (List<?>) args.get("sums");
        for (int i = 0; i < append.texts().size(); i++) {
            session.update(
                    event,
                    Args.of("id", append.key())
                            .and("position", append.position() + i)
                            .and("event", append.texts().get(i))
                            .and("sum", sums == null ? null : sums.get(i)));
        }
        for (int n = 0; n < append.questions().size(); n++) {
            Question open = append.questions().get(n);
            session.update(
                    question,
                    Args.of("id", append.key())
                            .and("n", n)
                            .and("call", KeyText.stored(open.callId()))
                            .and("longcall", KeyText.complete(open.callId()))
                            .and("kind", Codes.of(open.kind()))
                            .and("since", StoreClock.stored(open.since()))
                            .and(
                                    "deadline",
                                    open.deadline().map(StoreClock::storedDue).orElse(null))
                            .and("agent", agent));
        }
        for (String hash : append.uses()) {
            Args used = Args.of("hash", hash).and("id", append.key());
            session.update(use, used);
            session.update(touch, used);
        }
    }
}

package dev.escapement.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The queue of due threads, and the schedules. */
final class QueueRows {

    /** A claimed thread. */
    record Claimed(
            String key,
            String id,
            String agent,
            int attempts,
            int size,
            Instant wakeAt,
            LeaseRows.AcquiredLease lease) {}

    /**
     * A due thread on SQLite.
     *
     * @param holder the holder of a lease that has not expired
     */
    private record DueThread(String key, Instant since, Optional<String> holder) {}

    private final JdbcDialect dialect;
    private final Sql due;
    private final Sql claim;
    private final Sql time;
    private final Sql register;
    private final Sql schedule;

    QueueRows(JdbcDialect dialect, TableNames names) {
        this.dialect = dialect;
        due = Sql.of(dueSql(), dialect, names);
        claim = Sql.of(
                switch (dialect) {
                    // A subquery that is not materialized may run again and exceed the limit.
                    case POSTGRESQL -> """
                        with c as materialized (
                          select id, wake_at from esc_thread where wake_at <= NOW and agent IN(:agents)
                          order by wake_at limit :limit SKIP_LOCKED)
                        update esc_thread t set fence = t.fence + 1, holder = :holder, lease_until = AFTER(:time)
                        from c where t.id = c.id
                        returning t.id, t.agent, t.attempts, c.wake_at, t.fence, NOW, t.long_id, t.size
                        """;
                    case SQLITE -> """
                        update esc_thread set fence = fence + 1, holder = :holder, lease_until = AFTER(:time)
                        where id IN(:ids) returning id, agent, attempts, NOW, fence, NOW, long_id, size
                        """;
                },
                dialect,
                names);
        time = Sql.of("select NOW", dialect, names);
        register = Sql.of("""
                insert into esc_schedule as s (name, definition, next_at) values (:name, :definition, :first)
                on conflict (name) do update set definition = excluded.definition, next_at = excluded.next_at
                where s.definition <> excluded.definition
                """, dialect, names);
        schedule = Sql.of("select next_at from esc_schedule where name = :name", dialect, names);
    }

    /** Returns the query for due threads on SQLite; also those with a lease, because its holder may have ended. */
    private static String dueSql() {
        return """
                select * from (
                  select id, wake_at, null from esc_thread indexed by idx_thread_wake
                  where wake_at <= NOW and agent IN(:agents)
                  order by wake_at limit :limit) a
                union all
                select id, due_at, holder from esc_thread indexed by idx_thread_holder
                where holder is not null and due_at <= NOW and wake_at > NOW and agent IN(:agents)
                """;
    }

    /** Returns the statement that finds due threads on PostgreSQL and acquires their leases. */
    Sql claim() {
        return claim;
    }

    /** Returns the query for due threads on SQLite. */
    Sql due() {
        return due;
    }

    /** Acquires the leases of due threads, the longest due first. */
    List<Claimed> claim(DatabaseAccess database, List<String> agents, int limit, Duration time, String holder)
            throws SQLException {
        Args args = Args.of("agents", agents)
                .and("limit", limit)
                .and("time", StoreClock.micros(time))
                .and("holder", holder);
        return switch (dialect) {
            case POSTGRESQL ->
                database.write(session -> session.query(claim, args, row -> claimed(row, row.time(4)))).stream()
                        .sorted(Comparator.comparing(Claimed::wakeAt))
                        .toList();
            // A query without due threads does not wait for the writer.
            case SQLITE ->
                database.read(session -> due(session, args, limit)).isEmpty()
                        ? List.of()
                        : database.write(session -> claimDue(session, args, limit));
        };
    }

    private List<Claimed> claimDue(Session session, Args args, int limit) throws SQLException {
        List<String> keys = due(session, args, limit);
        if (keys.isEmpty()) {
            return List.of();
        }
        Map<String, Claimed> claimed =
                session.query(claim, args.and("ids", keys), row -> claimed(row, row.time(4))).stream()
                        .collect(Collectors.toMap(Claimed::key, Function.identity()));
        return keys.stream().map(claimed::get).toList();
    }

    /** Returns the keys of due threads on SQLite, the longest due first. */
    private List<String> due(Session session, Args args, int limit) throws SQLException {
        Map<HolderProcess, Boolean> dead = new HashMap<>();
        List<DueThread> found = session.query(
                due, args, row -> new DueThread(row.text(1), row.time(2), Optional.ofNullable(row.nullableText(3))));
        return found.stream()
                .filter(thread -> thread.holder().isEmpty()
                        || HolderProcess.in(thread.holder().get())
                                .filter(process -> dead.computeIfAbsent(process, HolderProcess::isDead))
                                .isPresent())
                .sorted(Comparator.comparing(DueThread::since))
                .limit(limit)
                .map(DueThread::key)
                .toList();
    }

    private static Claimed claimed(Session.ResultRow row, Instant wakeAt) throws SQLException {
        return new Claimed(
                row.text(1),
                KeyText.original(row.text(1), row.nullableText(7)),
                KeyText.original(row.text(2)),
                row.number(3),
                row.number(8),
                wakeAt,
                new LeaseRows.AcquiredLease(row.longNumber(5), row.time(6)));
    }

    /** Returns the time of the clock. */
    Instant time(Session session) throws SQLException {
        return session.first(time, Args.none(), row -> row.time(1)).orElseThrow();
    }

    /** Registers a schedule unless it exists with the same definition, and returns its next tick. */
    Instant register(Session session, String name, String definition, Instant first) throws SQLException {
        Args args = Args.of("name", KeyText.stored(name))
                .and("definition", KeyText.stored(definition))
                .and("first", StoreClock.storedDue(first));
        session.update(register, args);
        return session.first(schedule, args, row -> row.time(1)).orElseThrow();
    }
}

package dev.escapement.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The queue of due threads, and the schedules. */
final class QueueRows {

    /** A claimed thread. */
    record Claimed(String key, String id, String agent, int attempts, Instant wakeAt, LeaseRows.AcquiredLease lease) {}

    private final JdbcDialect dialect;
    private final Sql due;
    private final Sql claim;
    private final Sql register;
    private final Sql schedule;

    QueueRows(JdbcDialect dialect, TableNames names) {
        this.dialect = dialect;
        due = Sql.of(
                "select id, wake_at from esc_thread where wake_at <= NOW and agent IN(:agents) order by wake_at limit :limit",
                dialect,
                names);
        claim = Sql.of(
                switch (dialect) {
                    // A subquery that is not materialized may run again and exceed the limit.
                    case POSTGRESQL -> """
                        with c as materialized (
                          select id, wake_at from esc_thread where wake_at <= NOW and agent IN(:agents)
                          order by wake_at limit :limit SKIP_LOCKED)
                        update esc_thread t set fence = t.fence + 1, holder = :holder, lease_until = AFTER(:time)
                        from c where t.id = c.id
                        returning t.id, t.agent, t.attempts, c.wake_at, t.fence, NOW, t.long_id
                        """;
                    case SQLITE -> """
                        update esc_thread set fence = fence + 1, holder = :holder, lease_until = AFTER(:time)
                        where id IN(:ids) returning id, agent, attempts, NOW, fence, NOW, long_id
                        """;
                },
                dialect,
                names);
        register = Sql.of(
                "insert into esc_schedule (name, next_at) values (:name, :first) on conflict (name) do nothing",
                dialect,
                names);
        schedule = Sql.of("select next_at from esc_schedule where name = :name", dialect, names);
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
                database.read(session -> due(session, args)).isEmpty()
                        ? List.of()
                        : database.write(session -> claimDue(session, args));
        };
    }

    private List<Claimed> claimDue(Session session, Args args) throws SQLException {
        List<Map.Entry<String, Instant>> found = due(session, args);
        if (found.isEmpty()) {
            return List.of();
        }
        List<String> keys = found.stream().map(Map.Entry::getKey).toList();
        Map<String, Claimed> claimed =
                session.query(claim, args.and("ids", keys), row -> claimed(row, row.time(4))).stream()
                        .collect(Collectors.toMap(Claimed::key, Function.identity()));
        return keys.stream().map(claimed::get).toList();
    }

    private List<Map.Entry<String, Instant>> due(Session session, Args args) throws SQLException {
        return session.query(due, args, row -> Map.entry(row.text(1), row.time(2)));
    }

    private static Claimed claimed(Session.ResultRow row, Instant wakeAt) throws SQLException {
        return new Claimed(
                row.text(1),
                KeyText.original(row.text(1), row.nullableText(7)),
                KeyText.original(row.text(2)),
                row.number(3),
                wakeAt,
                new LeaseRows.AcquiredLease(row.longNumber(5), row.time(6)));
    }

    /** Registers a schedule unless it exists, and returns its next tick. */
    Instant register(Session session, String name, Instant first) throws SQLException {
        Args args = Args.of("name", KeyText.stored(name)).and("first", StoreClock.storedDue(first));
        session.update(register, args);
        return session.first(schedule, args, row -> row.time(1)).orElseThrow();
    }
}

package dev.escapement.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The leases in the rows of threads. A holder is the name of one acquisition, which identifies the lease; a token never
 * decreases, and only appends depend on it.
 */
final class LeaseRows {

    /**
     * An acquired lease.
     *
     * @param token the token
     * @param at the time of the database
     */
    record AcquiredLease(long token, Instant at) {}

    /** The key of a thread whose lease was renewed, and the holder. */
    private record Renewed(String key, String holder) {}

    private static final String OWN = " where id = :id and holder = :holder";

    private final JdbcDialect dialect;
    private final Sql acquire;
    private final Sql holder;
    private final Sql renew;
    private final Sql release;
    private final Sql advance;
    private final Sql retry;
    private final Sql park;
    private final Sql wake;

    LeaseRows(JdbcDialect dialect, TableNames names) {
        this.dialect = dialect;
        // The condition on the holder lets a repetition succeed after the loss of the connection. A late duplicate must
        // not supersede its own lease, and therefore keeps the token.
        acquire = Sql.of("""
                update esc_thread set fence = case when holder = :holder then fence else fence + 1 end, holder = :holder,
                  lease_until = AFTER(:time)
                where id = :id and (lease_until is null or lease_until <= NOW or holder = :holder or holder = :dead)
                returning fence, NOW
                """, dialect, names);
        holder = Sql.of("select holder from esc_thread where id = :id and holder is not null", dialect, names);
        renew = Sql.of(
                switch (dialect) {
                    case POSTGRESQL -> """
                        update esc_thread t set lease_until = NOW + x.time * interval '1 microsecond'
                        from unnest(:ids::text[], :holders::text[], :times::bigint[]) x(id, holder, time)
                        where t.id = x.id and t.holder = x.holder and t.lease_until is not null
                        returning t.id, t.holder
                        """;
                    case SQLITE -> """
                        update esc_thread set lease_until = AFTER(:time)
                        where id = :id and holder = :holder and lease_until is not null
                        returning id, holder
                        """;
                },
                dialect,
                names);
        release = Sql.of("update esc_thread set lease_until = null, holder = null" + OWN, dialect, names);
        advance = Sql.of(
                "update esc_thread set fence = :fence + 1 where id = :id and fence in (:fence, :fence + 1)"
                        + " and holder = :holder returning fence",
                dialect,
                names);
        // An event that the failed execution does not know, such as a decision, keeps the thread due.
        retry = Sql.of(
                "update esc_thread set lease_until = null, holder = null,"
                        + " attempts = case when size = :size then attempts + 1 else attempts end,"
                        + " due_at = case when size = :size then AFTER(:delay) else due_at end" + OWN,
                dialect,
                names);
        park = Sql.of(
                "update esc_thread set lease_until = null, holder = null,"
                        + " attempts = case when size = :size then attempts + 1 else attempts end,"
                        + " parked = case when size = :size then true else parked end,"
                        + " due_at = case when size = :size then null else due_at end" + OWN,
                dialect,
                names);
        wake = Sql.of(
                "update esc_thread set due_at = NOW, attempts = 0, parked = false"
                        + " where id = :id and status <= 1 and not erased",
                dialect,
                names);
    }

    /**
     * Acquires the lease of a thread. On SQLite, whose processes are on one machine, the lease of a process that has ended
     * is free.
     */
    Optional<AcquiredLease> acquire(Session session, String key, String name, Duration time) throws SQLException {
        Args args = Args.of("id", key).and("holder", name).and("dead", name).and("time", StoreClock.micros(time));
        Optional<AcquiredLease> acquired = acquire(session, args);
        if (acquired.isPresent() || dialect != JdbcDialect.SQLITE) {
            return acquired;
        }
        Optional<String> dead = session.first(holder, args, row -> row.text(1))
                .filter(other ->
                        HolderProcess.in(other).filter(HolderProcess::isDead).isPresent());
        return dead.isPresent() ? acquire(session, args.and("dead", dead.get())) : acquired;
    }

    private Optional<AcquiredLease> acquire(Session session, Args args) throws SQLException {
        return session.first(acquire, args, row -> new AcquiredLease(row.longNumber(1), row.time(2)));
    }

    /** Renews leases, and returns those that were renewed. The others were superseded or released. */
    Set<JdbcLease> renew(Session session, Collection<JdbcLease> leases) throws SQLException {
        Set<Renewed> rows = switch (dialect) {
            case POSTGRESQL -> Set.copyOf(session.query(renew, arrays(leases), LeaseRows::renewed));
            case SQLITE -> renewEach(session, leases);
        };
        return leases.stream()
                .filter(lease -> rows.contains(new Renewed(lease.key(), lease.holder())))
                .collect(Collectors.toSet());
    }

    private Set<Renewed> renewEach(Session session, Collection<JdbcLease> leases) throws SQLException {
        Set<Renewed> renewed = new HashSet<>();
        for (JdbcLease lease : leases) {
            Args args = own(lease).and("time", StoreClock.micros(lease.time()));
            renewed.addAll(session.query(renew, args, LeaseRows::renewed));
        }
        return renewed;
    }

    private static Renewed renewed(Session.ResultRow row) throws SQLException {
        return new Renewed(row.text(1), row.text(2));
    }

    private static Args arrays(Collection<JdbcLease> leases) {
        return Args.of("ids", leases.stream().map(JdbcLease::key).toList())
                .and("holders", leases.stream().map(JdbcLease::holder).toList())
                .and(
                        "times",
                        new Args.ArrayValue(
                                "bigint",
                                leases.stream()
                                        .map(lease -> StoreClock.micros(lease.time()))
                                        .toList()));
    }

    void release(Session session, JdbcLease lease) throws SQLException {
        session.update(release, own(lease));
    }

    /**
     * Replaces the token by a new one, so that a statement that was sent under the old one cannot take effect any more.
     * Waits for the transaction of such a statement.
     *
     * @return the new token; empty if the lease was superseded
     */
    Optional<Long> advance(Session session, JdbcLease lease) throws SQLException {
        return session.first(advance, own(lease).and("fence", lease.token()), row -> row.longNumber(1));
    }

    void retry(Session session, JdbcLease lease, int size, Duration delay) throws SQLException {
        session.update(retry, own(lease).and("size", size).and("delay", StoreClock.micros(delay)));
    }

    void park(Session session, JdbcLease lease, int size) throws SQLException {
        session.update(park, own(lease).and("size", size));
    }

    boolean wake(Session session, String key) throws SQLException {
        return session.update(wake, Args.of("id", key)) > 0;
    }

    private static Args own(JdbcLease lease) {
        return Args.of("id", lease.key()).and("holder", lease.holder());
    }
}

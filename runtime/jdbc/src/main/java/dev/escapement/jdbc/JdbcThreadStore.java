package dev.escapement.jdbc;

import dev.escapement.run.Append;
import dev.escapement.run.QuestionQuery;
import dev.escapement.run.StoreException;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQuery;
import dev.escapement.run.ThreadQueue;
import dev.escapement.run.ThreadStore;
import dev.escapement.run.TransactionalStore;
import dev.escapement.run.UnknownThreadException;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * A store that keeps threads in SQLite or PostgreSQL. Safe for concurrent use, also by several processes.
 *
 * <pre>{@code
 * JdbcThreadStore store = JdbcThreadStore.sqlite(Path.of("agents.db"));   // or JdbcThreadStore.postgres(dataSource)
 * Runner runner = Runner.of(loop).model(model).store(store).build();
 * }</pre>
 *
 * <p>The store creates its tables, whose names begin with {@code esc_}. When {@link #append} returns, the events are
 * committed. If the connection is lost during an append, the store determines the outcome before the method returns:
 * under a lease, it first replaces the {@linkplain ThreadStore.Lease#token token}, so that a late statement cannot take
 * effect.
 *
 * <p>On SQLite, the lease of a process that has ended is free at once if that process and this one are on the same machine
 * and see each other's process ids; otherwise, and on PostgreSQL, at the end of its time.
 *
 * <p>The clock of leases and of due times is that of the database on PostgreSQL, and that of this process on SQLite. Times
 * are stored in microseconds. Ids are ordered by code points; of ids with more than 1,000 bytes in UTF-8, the first 300 characters count.
 *
 * <p>All methods throw {@link StoreException} if the database fails.
 */
public final class JdbcThreadStore implements TransactionalStore, ThreadIndex, ThreadQueue, AutoCloseable {

    private final Operations operations;
    private final Tables tables;
    private final LeaseTable leases;
    private final ThreadAppender appender;
    private final Transactions transactions;
    private final SumCache sums = new SumCache();
    private final JdbcContentStore contents;

    JdbcThreadStore(DatabaseAccess database, Tables tables, Optional<JdbcTransactions> framework) {
        this.operations = new Operations(database);
        this.tables = tables;
        this.leases = new LeaseTable(operations, tables.leases());
        this.appender = new ThreadAppender(operations, tables.appends(), tables.threads(), tables.form(), sums);
        this.transactions = new Transactions(operations, appender, tables.threads(), framework.orElse(null));
        this.contents = new JdbcContentStore(operations, tables.contents());
    }

    /**
     * Returns a store in an SQLite file, which is created if it does not exist.
     *
     * @param file the file, on a local file system
     * @return the store; to be closed at the end of the application
     */
    public static JdbcThreadStore sqlite(Path file) {
        return of(file).build();
    }

    /**
     * Returns a store in PostgreSQL.
     *
     * @param dataSource the data source, usually a pool; it is not closed by the store
     * @return the store
     */
    public static JdbcThreadStore postgres(DataSource dataSource) {
        return of(dataSource).build();
    }

    /**
     * Returns a builder of a store in SQLite or PostgreSQL.
     *
     * @param dataSource the data source, which is not closed by the store. The store detects the database
     * @return a builder
     */
    public static JdbcStoreBuilder of(DataSource dataSource) {
        return new JdbcStoreBuilder(Objects.requireNonNull(dataSource, "dataSource"));
    }

    /**
     * Returns a builder of a store in an SQLite file.
     *
     * @param file the file, on a local file system
     * @return a builder
     */
    public static JdbcStoreBuilder of(Path file) {
        return new JdbcStoreBuilder(SqliteFile.source(Objects.requireNonNull(file, "file")));
    }

    /**
     * Returns the statements that create the tables, for databases in which this process must not create any.
     *
     * @param dialect the database
     * @return the statements, each of which ends with a semicolon
     */
    public static String ddl(JdbcDialect dialect) {
        return TableSchema.of(dialect, TableNames.DEFAULT).ddl();
    }

    @Override
    public Optional<AgentThread> load(String id) {
        Objects.requireNonNull(id, "id");
        return loaded(id, 0).map(loaded -> new AgentThread(id, loaded.events()));
    }

    @Override
    public List<Event> load(String id, int fromPosition) {
        Objects.requireNonNull(id, "id");
        if (fromPosition < 0) {
            throw new IllegalArgumentException("fromPosition must be 0 or more, not " + fromPosition);
        }
        return loaded(id, fromPosition)
                .orElseThrow(() -> new UnknownThreadException(id))
                .events();
    }

    private Optional<ThreadRows.Loaded> loaded(String id, int first) {
        Optional<ThreadRows.Loaded> loaded =
                operations.read("load", id, session -> tables.threads().load(session, id, first));
        loaded.map(ThreadRows.Loaded::state)
                .ifPresent(state -> sums.put(KeyText.stored(id), state.size(), state.sum()));
        return loaded;
    }

    @Override
    public void append(Append append) {
        appender.append(Objects.requireNonNull(append, "append"));
    }

    @Override
    public Optional<Lease> lease(String id, Duration time) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(time, "time");
        return leases.acquire(id, time).map(lease -> lease);
    }

    @Override
    public boolean delete(String id) {
        String key = KeyText.stored(Objects.requireNonNull(id, "id"));
        // Also true if an execution whose commit was not confirmed deleted the thread.
        AtomicBoolean found = new AtomicBoolean();
        operations.transaction("delete", id, session -> {
            found.compareAndSet(false, tables.removals().delete(session, key));
            return true;
        });
        sums.remove(key);
        return found.get();
    }

    @Override
    public boolean erase(String id) {
        String key = KeyText.stored(Objects.requireNonNull(id, "id"));
        return operations.transaction("erase", id, session -> {
            tables.removals().erase(session, id);
            return tables.threads().state(session, key).isPresent();
        });
    }

    /**
     * Verifies the checksums of a thread. Also possible for an erased thread.
     *
     * @param id the id of the thread
     * @throws UnknownThreadException if the thread is not stored
     * @throws dev.escapement.run.CorruptThreadException if an event was changed, removed, added or moved
     */
    public void verify(String id) {
        Objects.requireNonNull(id, "id");
        if (!operations.read("verify", id, session -> tables.threads().verify(session, id))) {
            throw new UnknownThreadException(id);
        }
    }

    @Override
    public <T> T inTransaction(Work<T> work) throws Exception {
        return transactions.run(Objects.requireNonNull(work, "work"));
    }

    /**
     * Returns the store of files in the same database.
     *
     * @return the store
     */
    public JdbcContentStore contents() {
        return contents;
    }

    /**
     * Removes the contents that no thread uses. Call it daily, for example.
     *
     * @param olderThan the time since a content was last put or used by an append, within which it is kept, because the
     *     event that uses it may not be stored yet; for example 24 hours
     * @return the number of removed contents
     */
    public int collectContents(Duration olderThan) {
        return contents.collect(Objects.requireNonNull(olderThan, "olderThan"));
    }

    @Override
    public Page<QuestionEntry> questions(QuestionQuery query) {
        Objects.requireNonNull(query, "query");
        return operations.read("list questions", null, session -> tables.index().questions(session, query));
    }

    @Override
    public Page<ThreadEntry> threads(ThreadQuery query) {
        Objects.requireNonNull(query, "query");
        return operations.read("list threads", null, session -> tables.index().threads(session, query));
    }

    @Override
    public int count(ThreadQuery query, int bound) {
        Objects.requireNonNull(query, "query");
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be 1 or more, not " + bound);
        }
        return operations.read("count threads", null, session -> tables.index().count(session, query, bound));
    }

    @Override
    public Optional<ThreadEntry> entry(String id) {
        String key = KeyText.stored(Objects.requireNonNull(id, "id"));
        return operations.read(
                "read the entry of", id, session -> tables.index().entry(session, key));
    }

    @Override
    public List<Claim> claim(Set<String> agents, int limit, Duration time) {
        LeaseTable.requirePositive(Objects.requireNonNull(time, "time"));
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more, not " + limit);
        }
        List<String> names = agents.stream().map(KeyText::stored).sorted().toList();
        if (names.isEmpty()) {
            return List.of();
        }
        String holder = leases.newHolder();
        long since = System.nanoTime();
        // Not repeated after the loss of a connection: threads that were claimed are due again after the time of a
        // lease.
        List<QueueRows.Claimed> claimed = operations.once(
                "claim threads", () -> tables.queue().claim(operations.database(), names, limit, time, holder));
        return claimed.stream()
                .map(thread -> {
                    Lease lease = new JdbcLease(leases, thread.id(), holder, time, thread.lease(), since);
                    return new Claim(lease, thread.agent(), thread.attempts(), thread.size());
                })
                .toList();
    }

    @Override
    public void renew(Collection<? extends Lease> held) {
        leases.renew(held.stream().map(leases::own).toList());
    }

    @Override
    public void retry(Claim claim, Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay must be 0 or more, not " + delay);
        }
        leases.retry(leases.own(claim.lease()), claim.size(), delay);
    }

    @Override
    public void park(Claim claim) {
        leases.park(leases.own(claim.lease()), claim.size());
    }

    @Override
    public boolean wake(String id) {
        return leases.wake(Objects.requireNonNull(id, "id"));
    }

    @Override
    public Instant time() {
        return operations.read("read the time", null, session -> tables.queue().time(session));
    }

    @Override
    public Instant register(String schedule, String definition, Instant first) {
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(first, "first");
        return operations.write(
                "register a schedule", null, session -> tables.queue().register(session, schedule, definition, first));
    }

    @Override
    public boolean fire(Tick tick, Append start) {
        return appender.fire(Objects.requireNonNull(tick, "tick"), Objects.requireNonNull(start, "start"));
    }

    /** Closes the connections of a store in SQLite. Has no effect on the data source of a store in PostgreSQL. */
    @Override
    public void close() {
        operations.database().close();
    }
}

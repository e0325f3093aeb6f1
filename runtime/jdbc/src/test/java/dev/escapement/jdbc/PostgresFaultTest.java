package dev.escapement.jdbc;

import static dev.escapement.jdbc.StoreExamples.lease;
import static dev.escapement.jdbc.StoreExamples.message;
import static dev.escapement.jdbc.StoreExamples.messages;
import static dev.escapement.jdbc.StoreExamples.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.escapement.run.Append;
import dev.escapement.run.StoreException;
import dev.escapement.run.StoreException.Reason;
import dev.escapement.run.ThreadStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests the failures of PostgreSQL. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
@Timeout(120)
class PostgresFaultTest {

    private PostgresDatabases.Fixture fixture;
    private JdbcThreadStore store;

    @BeforeEach
    void openStore(PostgresDatabases databases) throws Exception {
        fixture = databases.newSchema();
        store = fixture.builder().build();
    }

    @AfterEach
    void removeStore() throws Exception {
        fixture.close();
    }

    private static Reason reason(Runnable operation) {
        return assertThrows(StoreException.class, operation::run).reason();
    }

    /** Returns a pool whose connections begin with a statement. */
    private HikariDataSource pool(String initial) {
        return pool(initial, 2, 30_000);
    }

    /**
     * Returns a pool whose connections begin with a statement.
     *
     * @param size the number of connections
     * @param millis the longest time to wait for a connection
     */
    private HikariDataSource pool(String initial, int size, long millis) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(fixture.pool().getJdbcUrl());
        pool.setConnectionInitSql(initial);
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(millis);
        return pool;
    }

    /** Waits until a statement of a backend waits for a lock. */
    private void awaitWaiting() throws Exception {
        while (waiting() == 0) {
            Thread.sleep(5);
        }
    }

    private int waiting() throws SQLException {
        return Integer.parseInt(fixture.query("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                + " and datname = current_database()"));
    }

    private void terminateAppend(Append append) throws Exception {
        try (Connection blocker = fixture.pool().getConnection();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("select 1 from " + fixture.schema() + ".esc_thread where id = 't1' for update");
            Thread appender = new Thread(() -> store.append(append));
            Thread killer = new Thread(() -> {
                try {
                    awaitWaiting();
                    fixture.query(
                            "select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'"
                                    + " and datname = current_database()");
                    blocker.rollback();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            killer.start();
            FailureOf.running(appender);
            killer.join();
        }
    }

    @Test
    void terminatedAppendOfDecisionIsStoredOnce() throws Exception {
        start(store, "t1");

        terminateAppend(Append.of("t1", 1, message("a")));

        assertEquals(List.of("a"), messages(store, "t1"));
    }

    @Test
    void terminatedAppendUnderLeaseIsStoredOnce() throws Exception {
        start(store, "t1");
        ThreadStore.Lease lease = lease(store, "t1");
        long token = lease.token();

        terminateAppend(Append.of("t1", 1, message("a")).under(lease));

        assertEquals(List.of("a"), messages(store, "t1"));
        assertTrue(lease.token() > token);
        store.append(Append.of("t1", 2, message("b")).under(lease));
    }

    /** Repeats an append as long as the server cannot be reached and the thread lacks the event, as a driver does. */
    private void appendPatiently(Append append) {
        for (boolean stored = false; !stored; ) {
            try {
                if (store.load(append.threadId(), append.position()).isEmpty()) {
                    store.append(append);
                }
                stored = true;
            } catch (StoreException e) {
                assertEquals(Reason.UNAVAILABLE, e.reason());
            }
        }
    }

    @Test
    void restartOfServerLosesNothing(PostgresServer server) throws Exception {
        int threads = 4;
        int events = 60;
        CountDownLatch begun = new CountDownLatch(threads * 5);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        List<Future<?>> appenders = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            String id = "t" + t;
            start(store, id);
            ThreadStore.Lease lease = lease(store, id);
            appenders.add(executor.submit(() -> {
                for (int i = 0; i < events; i++) {
                    begun.countDown();
                    appendPatiently(Append.of(id, i + 1, message("m" + i)).under(lease));
                    Thread.sleep(2);
                }
                return true;
            }));
        }
        begun.await();
        server.stop("QUIT");
        server.start();

        for (Future<?> appender : appenders) {
            appender.get();
        }
        executor.shutdown();
        for (int t = 0; t < threads; t++) {
            assertEquals(events, messages(store, "t" + t).size());
            store.verify("t" + t);
        }
    }

    @Test
    void unreachableServerIsReported(PostgresServer server) throws Exception {
        start(store, "t1");
        server.stop("INT");
        try {
            assertEquals(Reason.UNAVAILABLE, reason(() -> store.append(Append.of("t1", 1, message("a")))));
        } finally {
            server.start();
        }

        store.append(Append.of("t1", 1, message("b")));
        assertEquals(List.of("b"), messages(store, "t1"));
    }

    @Test
    void readOnlyServerCanBeRead() throws Exception {
        start(store, "t1");
        try (HikariDataSource pool = pool("set default_transaction_read_only = on")) {
            JdbcThreadStore readOnly =
                    JdbcThreadStore.of(pool).schema(fixture.schema()).build();

            assertEquals(Reason.READ_ONLY, reason(() -> readOnly.append(Append.of("t1", 1, message("a")))));
            assertEquals(List.of(), messages(readOnly, "t1"));
        }
    }

    @Test
    void lockedThreadIsBusy() throws Exception {
        start(store, "t1");
        try (HikariDataSource pool = pool("set lock_timeout = '50ms'");
                Connection blocker = fixture.pool().getConnection();
                Statement statement = blocker.createStatement()) {
            JdbcThreadStore impatient =
                    JdbcThreadStore.of(pool).schema(fixture.schema()).build();
            blocker.setAutoCommit(false);
            statement.execute("select 1 from " + fixture.schema() + ".esc_thread where id = 't1' for update");

            assertEquals(Reason.BUSY, reason(() -> impatient.append(Append.of("t1", 1, message("a")))));
            assertEquals(List.of(), messages(impatient, "t1"));
            blocker.rollback();
        }
    }

    @Test
    void exhaustedPoolIsReported() throws Exception {
        start(store, "t1");
        try (HikariDataSource pool = pool("select 1", 1, 500)) {
            JdbcThreadStore small =
                    JdbcThreadStore.of(pool).schema(fixture.schema()).build();
            try (Connection only = pool.getConnection()) {
                assertTrue(only.isValid(10));
                assertEquals(Reason.UNAVAILABLE, reason(() -> small.append(Append.of("t1", 1, message("a")))));
            }
        }
    }

    @Test
    void missingTablesAreReported() throws Exception {
        start(store, "t1");
        fixture.execute("drop table " + fixture.schema() + ".esc_event");

        assertEquals(Reason.FORMAT, reason(() -> store.load("t1")));
    }

    @Test
    void strictIsolationOfPoolIsSupported() throws Exception {
        try (HikariDataSource pool = pool("select 1")) {
            pool.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
            JdbcThreadStore strict =
                    JdbcThreadStore.of(pool).schema(fixture.schema()).build();
            start(strict, "t1");
            int appenders = 2;
            AtomicInteger stored = new AtomicInteger();
            ExecutorService executor = Executors.newFixedThreadPool(appenders);
            List<Future<?>> results = new ArrayList<>();
            for (int a = 0; a < appenders; a++) {
                results.add(executor.submit(() -> {
                    for (int i = 0; i < 50; i++) {
                        try {
                            strict.append(Append.of("t1", i + 1, message("m")));
                            stored.incrementAndGet();
                        } catch (dev.escapement.run.ConcurrentRunException lost) {
                            assertTrue(lost.size() > lost.position());
                        }
                    }
                }));
            }
            for (Future<?> result : results) {
                result.get();
            }
            executor.shutdown();
            assertEquals(50, stored.get());
        }
    }

    @Test
    void tablesAreCreatedOnceByManyProcesses() throws Exception {
        fixture.execute("create schema many_" + fixture.schema());
        ExecutorService executor = Executors.newFixedThreadPool(8);
        List<Future<JdbcThreadStore>> stores = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            stores.add(executor.submit(
                    () -> fixture.builder().schema("many_" + fixture.schema()).build()));
        }
        for (Future<JdbcThreadStore> opened : stores) {
            opened.get().lease("unknown", Duration.ofSeconds(1));
        }
        executor.shutdown();

        assertEquals("1", fixture.query("select count(*) from many_" + fixture.schema() + ".esc_schema"));
    }

    @Test
    void newerTablesAreRefused() throws Exception {
        fixture.execute("insert into " + fixture.schema() + ".esc_schema (version) values (2)");

        assertEquals(Reason.FORMAT, reason(() -> fixture.builder().build()));
    }

    @Test
    void printedStatementsCreateTheTables() throws Exception {
        String schema = "printed_" + fixture.schema();
        fixture.execute("create schema " + schema);
        JdbcStoreBuilder builder = fixture.builder().schema(schema).createTables(false);
        assertEquals(Reason.FORMAT, reason(builder::build));

        fixture.execute(builder.ddl(JdbcDialect.POSTGRESQL));

        JdbcThreadStore printed = builder.build();
        start(printed, "t1");
        assertEquals(List.of(), messages(printed, "t1"));
    }

    @Test
    void openingIsRepeatedAfterLoss() {
        ObservedDataSource source = new ObservedDataSource(fixture.pool());
        source.lose(ObservedDataSource.Loss.BEFORE, "esc_schema");

        JdbcThreadStore opened =
                JdbcThreadStore.of(source).schema(fixture.schema()).build();

        assertTrue(opened.load("t1").isEmpty(), "the creation of the tables must be repeated after a lost connection");
    }
}

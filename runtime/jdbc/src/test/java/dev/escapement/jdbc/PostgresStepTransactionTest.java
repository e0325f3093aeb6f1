package dev.escapement.jdbc;

import static dev.escapement.jdbc.StoreExamples.lease;
import static dev.escapement.jdbc.StoreExamples.message;
import static dev.escapement.jdbc.StoreExamples.messages;
import static dev.escapement.jdbc.StoreExamples.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.StoreException;
import dev.escapement.run.ThreadStore;
import dev.escapement.testkit.TransactionalFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests the transactions of steps on PostgreSQL. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class PostgresStepTransactionTest extends StepTransactionContract {

    private final PostgresDatabases databases;
    private PostgresDatabases.Fixture schema;
    private JdbcThreadStore store;

    PostgresStepTransactionTest(PostgresDatabases databases) {
        this.databases = databases;
    }

    @Override
    TransactionalFixture newFixture() throws Exception {
        schema = databases.newSchema();
        return schema;
    }

    @BeforeEach
    void openSecondStore() {
        store = schema.builder().build();
    }

    private void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void deadlockedStepsRunAgain() throws Exception {
        schema.execute("insert into " + schema.schema() + ".app_row values ('1'), ('2')");
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger executions = new AtomicInteger();
        ExecutorService executor = Executors.newFixedThreadPool(2);
        Future<Boolean> first = executor.submit(() -> updateBoth("d1", "1", "2", both, executions));
        Future<Boolean> second = executor.submit(() -> updateBoth("d2", "2", "1", both, executions));

        assertTrue(first.get(60, TimeUnit.SECONDS) && second.get(60, TimeUnit.SECONDS));
        executor.shutdown();

        assertEquals(3, executions.get(), "one of the two steps must run again");
        assertEquals(List.of("a"), messages(store, "d1"));
        assertEquals(List.of("a"), messages(store, "d2"));
    }

    private boolean updateBoth(String id, String one, String other, CyclicBarrier both, AtomicInteger executions)
            throws Exception {
        start(store, id);
        ThreadStore.Lease lease = lease(store, id);
        return store.inTransaction(transaction -> {
            int execution = executions.incrementAndGet();
            Connection connection =
                    transaction.resources().find(Connection.class).orElseThrow();
            String update = "update " + schema.schema() + ".app_row set value = value where value = '";
            execute(connection, update + one + "'");
            if (execution <= 2) {
                both.await(30, TimeUnit.SECONDS);
            }
            execute(connection, update + other + "'");
            transaction.append(Append.of(id, 1, message("a")).under(lease));
            return true;
        });
    }

    @Test
    void conflictThatStepHidesIsRepeated() throws Exception {
        start(store, "t2");
        ThreadStore.Lease lease = lease(store, "t2");
        AtomicInteger executions = new AtomicInteger();

        store.inTransaction(transaction -> {
            Connection connection =
                    transaction.resources().find(Connection.class).orElseThrow();
            if (executions.incrementAndGet() < 3) {
                assertThrows(
                        SQLException.class, () -> execute(connection, "do $$ begin raise sqlstate '40001'; end $$"));
            }
            transaction.append(Append.of("t2", 1, message("a")).under(lease));
            return true;
        });

        assertEquals(3, executions.get());
        assertEquals(List.of("a"), messages(store, "t2"));
    }

    @Test
    void permanentConflictIsBounded() throws Exception {
        AtomicInteger executions = new AtomicInteger();

        StoreException failed = assertThrows(
                StoreException.class,
                () -> store.inTransaction(transaction -> {
                    executions.incrementAndGet();
                    Connection connection =
                            transaction.resources().find(Connection.class).orElseThrow();
                    execute(connection, "do $$ begin raise sqlstate '40P01'; end $$");
                    return true;
                }));

        assertEquals(StoreException.Reason.BUSY, failed.reason());
        assertEquals(5, executions.get());
    }

    @Test
    void failureThatStepHidesIsReported() throws Exception {
        start(store, "t2");
        ThreadStore.Lease lease = lease(store, "t2");

        SQLException failed = assertThrows(
                SQLException.class,
                () -> store.inTransaction(transaction -> {
                    schema.insertRow(transaction.resources(), "row");
                    Connection connection =
                            transaction.resources().find(Connection.class).orElseThrow();
                    assertThrows(SQLException.class, () -> execute(connection, "select 1 / 0"));
                    transaction.append(Append.of("t2", 1, message("a")).under(lease));
                    return true;
                }));

        assertTrue(failed.getMessage().contains("savepoint"), failed::getMessage);
        assertEquals(List.of(), messages(store, "t2"));
        assertEquals(0, schema.countRows());
    }

    @Test
    void failureThatStepHidesIsReportedWithoutAppend() throws Exception {
        assertThrows(
                SQLException.class,
                () -> store.inTransaction(transaction -> {
                    schema.insertRow(transaction.resources(), "row");
                    Connection connection =
                            transaction.resources().find(Connection.class).orElseThrow();
                    assertThrows(SQLException.class, () -> execute(connection, "select 1 / 0"));
                    return true;
                }));

        assertEquals(0, schema.countRows());
    }

    @Test
    void savepointKeepsTransaction() throws Exception {
        start(store, "t2");
        ThreadStore.Lease lease = lease(store, "t2");

        store.inTransaction(transaction -> {
            schema.insertRow(transaction.resources(), "row");
            Connection connection =
                    transaction.resources().find(Connection.class).orElseThrow();
            var savepoint = connection.setSavepoint();
            assertThrows(SQLException.class, () -> execute(connection, "select 1 / 0"));
            connection.rollback(savepoint);
            transaction.append(Append.of("t2", 1, message("a")).under(lease));
            return true;
        });

        assertEquals(List.of("a"), messages(store, "t2"));
        assertEquals(1, schema.countRows());
    }

    @Test
    void lostConnectionOfStepIsFailureOfStore() throws Exception {
        start(store, "t2");
        ThreadStore.Lease lease = lease(store, "t2");

        StoreException failed = assertThrows(
                StoreException.class,
                () -> store.inTransaction(transaction -> {
                    Connection connection =
                            transaction.resources().find(Connection.class).orElseThrow();
                    execute(connection, "select pg_terminate_backend(pg_backend_pid())");
                    return true;
                }));

        assertEquals(StoreException.Reason.UNAVAILABLE, failed.reason());
        store.append(Append.of("t2", 1, message("a")).under(lease));
    }

    @Test
    void violationAtCommitRollsBack() throws Exception {
        schema.execute("alter table " + schema.schema()
                + ".app_row add constraint once unique (value) deferrable initially deferred");
        start(store, "t2");
        ThreadStore.Lease lease = lease(store, "t2");

        assertThrows(
                SQLException.class,
                () -> store.inTransaction(transaction -> {
                    schema.insertRow(transaction.resources(), "same");
                    schema.insertRow(transaction.resources(), "same");
                    transaction.append(Append.of("t2", 1, message("a")).under(lease));
                    return true;
                }));

        assertEquals(List.of(), messages(store, "t2"));
        assertEquals(0, schema.countRows());
        store.append(Append.of("t2", 1, message("b")).under(lease));
    }
}

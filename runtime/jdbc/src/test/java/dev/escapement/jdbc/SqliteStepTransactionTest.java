package dev.escapement.jdbc;

import static dev.escapement.jdbc.StoreExamples.lease;
import static dev.escapement.jdbc.StoreExamples.message;
import static dev.escapement.jdbc.StoreExamples.messages;
import static dev.escapement.jdbc.StoreExamples.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.run.Append;
import dev.escapement.run.ThreadStore;
import dev.escapement.run.TransactionalStore;
import dev.escapement.testkit.TransactionalFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the transactions of steps on SQLite. */
class SqliteStepTransactionTest extends StepTransactionContract {

    @Override
    TransactionalFixture newFixture() throws Exception {
        return new SqliteFixture();
    }

    /** A step that ignores the exception of a statement with which SQLite rolls back. */
    private static void hideRollback(SqliteFixture fixture, TransactionalStore.Transaction transaction)
            throws SQLException {
        fixture.insertRow(transaction.resources(), "first");
        Connection connection = transaction.resources().find(Connection.class).orElseThrow();
        try (Statement statement = connection.createStatement()) {
            assertThrows(
                    SQLException.class,
                    () -> statement.execute("insert or rollback into app_row (value) values ('first')"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rollbackThatStepHidesStoresNothing(boolean framework) throws Exception {
        SqliteFixture fixture = new SqliteFixture();
        try {
            fixture.execute("create unique index app_once on app_row (value)");
            JdbcStoreBuilder builder = fixture.builder();
            JdbcThreadStore store = fixture.opened(
                    (framework ? builder.transactions(new PlainTransactions(fixture)) : builder).build());
            start(store, "t1");
            ThreadStore.Lease lease = lease(store, "t1");

            assertThrows(
                    SQLException.class,
                    () -> store.inTransaction(transaction -> {
                        hideRollback(fixture, transaction);
                        transaction.append(Append.of("t1", 1, message("a")).under(lease));
                        return true;
                    }));
            assertThrows(
                    SQLException.class,
                    () -> store.inTransaction(transaction -> {
                        hideRollback(fixture, transaction);
                        return true;
                    }),
                    "without an append");

            assertThrows(
                    SQLException.class,
                    () -> store.inTransaction(transaction -> {
                        hideRollback(fixture, transaction);
                        fixture.insertRow(transaction.resources(), "after the rollback");
                        transaction.append(Append.of("t1", 1, message("a")).under(lease));
                        return true;
                    }),
                    "with a later statement");

            assertEquals(List.of(), messages(store, "t1"));
            assertEquals(0, fixture.countRows());
            store.inTransaction(transaction -> {
                fixture.insertRow(transaction.resources(), "second");
                transaction.append(Append.of("t1", 1, message("b")).under(lease));
                return true;
            });
            assertEquals(List.of("b"), messages(store, "t1"));
            assertEquals(1, fixture.countRows());
        } finally {
            fixture.close();
        }
    }

    @Test
    void failureWithoutRollbackKeepsTransaction() throws Exception {
        SqliteFixture fixture = new SqliteFixture();
        try {
            fixture.execute("create unique index app_once on app_row (value)");
            JdbcThreadStore store = fixture.open();
            start(store, "t1");
            ThreadStore.Lease lease = lease(store, "t1");

            store.inTransaction(transaction -> {
                fixture.insertRow(transaction.resources(), "first");
                assertThrows(SQLException.class, () -> fixture.insertRow(transaction.resources(), "first"));
                fixture.insertRow(transaction.resources(), "second");
                transaction.append(Append.of("t1", 1, message("a")).under(lease));
                return true;
            });

            assertEquals(List.of("a"), messages(store, "t1"));
            assertEquals(2, fixture.countRows());
        } finally {
            fixture.close();
        }
    }

    /** The transactions of a framework with the connections of a fixture. */
    private static final class PlainTransactions implements JdbcTransactions {

        private final SqliteFixture fixture;
        private Connection connection;

        PlainTransactions(SqliteFixture fixture) {
            this.fixture = fixture;
        }

        @Override
        public <T> T run(BoundWork<T> work) throws Exception {
            try (Connection opened = fixture.connect()) {
                opened.setAutoCommit(false);
                connection = opened;
                boolean completed = false;
                try {
                    T result = work.run();
                    opened.commit();
                    completed = true;
                    return result;
                } finally {
                    if (!completed) {
                        rollback(opened);
                    }
                }
            }
        }

        private static void rollback(Connection connection) {
            try {
                connection.rollback();
            } catch (SQLException alreadyRolledBack) {
                // As by many frameworks.
            }
        }

        @Override
        public Connection connection() {
            return connection;
        }

        @Override
        public void beforeAppend() {}
    }

    @Test
    void savepointOfStepDoesNotChangeConnection() throws Exception {
        SqliteFixture fixture = new SqliteFixture();
        try {
            JdbcThreadStore store = fixture.open();
            start(store, "t1");
            ThreadStore.Lease lease = lease(store, "t1");

            store.inTransaction(transaction -> {
                Connection connection =
                        transaction.resources().find(Connection.class).orElseThrow();
                fixture.insertRow(transaction.resources(), "kept");
                Savepoint savepoint = connection.setSavepoint();
                fixture.insertRow(transaction.resources(), "undone");
                connection.rollback(savepoint);
                transaction.append(Append.of("t1", 1, message("a")).under(lease));
                return true;
            });
            store.append(Append.of("t1", 2, message("b")).under(lease));

            assertEquals(List.of("a", "b"), messages(store, "t1"));
            assertEquals(1, fixture.countRows());
        } finally {
            fixture.close();
        }
    }

    @Test
    void useOfStoreInStepIsRefused() throws Exception {
        SqliteFixture fixture = new SqliteFixture();
        try {
            JdbcThreadStore store = fixture.open();
            start(store, "t1");
            ThreadStore.Lease lease = lease(store, "t1");

            store.inTransaction(transaction -> {
                assertThrows(
                        IllegalStateException.class,
                        () -> start(store, "t2"),
                        "an ordinary append must not join the transaction");
                transaction.append(Append.of("t1", 1, message("a")).under(lease));
                return true;
            });
        } finally {
            fixture.close();
        }
    }
}

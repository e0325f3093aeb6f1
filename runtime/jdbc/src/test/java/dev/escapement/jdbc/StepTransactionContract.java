package dev.escapement.jdbc;

import static dev.escapement.jdbc.StoreExamples.lease;
import static dev.escapement.jdbc.StoreExamples.message;
import static dev.escapement.jdbc.StoreExamples.messages;
import static dev.escapement.jdbc.StoreExamples.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.ThreadStore;
import dev.escapement.run.TransactionalStore.Transaction;
import dev.escapement.testkit.TransactionalFixture;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the connection that a step receives, on each database. */
abstract class StepTransactionContract {

    private TransactionalFixture fixture;
    private JdbcThreadStore store;
    private ThreadStore.Lease lease;

    abstract TransactionalFixture newFixture() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        fixture = newFixture();
        store = (JdbcThreadStore) fixture.open();
        start(store, "t1");
        lease = lease(store, "t1");
    }

    @AfterEach
    void removeStore() throws Exception {
        fixture.close();
    }

    /** An action of a step. */
    @FunctionalInterface
    interface Action {
        void run(Connection connection) throws Exception;
    }

    private static Connection connection(Transaction transaction) {
        return transaction.resources().find(Connection.class).orElseThrow();
    }

    private void append(Transaction transaction) {
        transaction.append(Append.of("t1", 1, message("a")).under(lease));
    }

    private void refuses(Action action) throws Exception {
        store.inTransaction(transaction -> {
            fixture.insertRow(transaction.resources(), "row");
            assertThrows(SQLException.class, () -> action.run(connection(transaction)));
            throw new InterruptedException("the end of the test");
        });
    }

    private void assertRefused(Action action) throws Exception {
        assertThrows(InterruptedException.class, () -> refuses(action));
        assertEquals(0, fixture.countRows(), "a refused call must not commit");
    }

    @Test
    void commitIsRefused() throws Exception {
        assertRefused(Connection::commit);
    }

    @Test
    void rollbackIsRefused() throws Exception {
        assertRefused(Connection::rollback);
    }

    @Test
    void closeIsRefused() throws Exception {
        assertRefused(Connection::close);
    }

    @Test
    void autoCommitIsRefused() throws Exception {
        assertRefused(connection -> connection.setAutoCommit(true));
    }

    @Test
    void connectionOfStatementIsGuarded() throws Exception {
        assertRefused(connection -> {
            try (Statement statement = connection.createStatement()) {
                assertSame(connection, statement.getConnection());
                statement.getConnection().commit();
            }
        });
    }

    @Test
    void guardCannotBeBypassed() throws Exception {
        store.inTransaction(transaction -> {
            Connection connection = connection(transaction);
            assertSame(connection, connection.unwrap(Connection.class));
            assertSame(connection, connection.getMetaData().getConnection());
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("select 1")) {
                assertSame(statement, result.getStatement());
                assertSame(statement, statement.unwrap(Statement.class));
                assertTrue(result.next());
            }
            append(transaction);
            return true;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"commit", " COMMIT work", "/* now */ rollback", "-- now\nend", "begin", "rollback; savepoint a"})
    void statementThatEndsTransactionIsRefused(String sql) throws Exception {
        assertRefused(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
        assertRefused(connection -> connection.prepareStatement(sql));
    }

    @Test
    void secondStatementThatCommitsIsRefused() throws Exception {
        assertRefused(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("insert into app_row (value) values ('a;b'); commit");
            }
        });
    }

    @Test
    void savepointInSqlIsAccepted() throws Exception {
        store.inTransaction(transaction -> {
            try (Statement statement = connection(transaction).createStatement()) {
                statement.execute("savepoint a");
                fixture.insertRow(transaction.resources(), "row");
                statement.execute("rollback to savepoint a");
            }
            append(transaction);
            return true;
        });

        assertEquals(0, fixture.countRows());
        assertEquals(List.of("a"), messages(store, "t1"));
    }

    @Test
    void statementEndsWithAppend() throws Exception {
        store.inTransaction(transaction -> {
            try (Statement statement = connection(transaction).createStatement()) {
                append(transaction);
                assertThrows(SQLException.class, () -> statement.execute("select 1"));
            }
            return true;
        });
    }

    @Test
    void connectionEndsWithAppend() throws Exception {
        store.inTransaction(transaction -> {
            Connection connection = connection(transaction);
            assertFalse(connection.getAutoCommit());
            assertFalse(connection.isClosed());
            append(transaction);
            assertThrows(SQLException.class, connection::createStatement, "the append must be the last statement");
            assertThrows(IllegalStateException.class, () -> append(transaction));
            return true;
        });

        assertEquals(List.of("a"), messages(store, "t1"));
    }

    @Test
    void appendWithoutLeaseIsRefused() throws Exception {
        assertThrows(
                IllegalArgumentException.class,
                () -> store.inTransaction(transaction -> {
                    transaction.append(Append.of("t1", 1, message("a")));
                    return true;
                }));

        assertEquals(List.of(), messages(store, "t1"));
    }

    @Test
    void otherResourcesAreAbsent() throws Exception {
        store.inTransaction(transaction -> {
            assertFalse(transaction.resources().find(String.class).isPresent());
            append(transaction);
            return true;
        });
    }

    @Test
    void exceptionOfStepIsPassedOn() throws Exception {
        SQLException failure = new SQLException("declared by the step", "P0001");

        SQLException thrown = assertThrows(
                SQLException.class,
                () -> store.inTransaction(transaction -> {
                    throw failure;
                }));

        assertSame(failure, thrown);
    }
}

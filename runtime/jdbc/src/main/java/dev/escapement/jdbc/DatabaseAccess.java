package dev.escapement.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** The connections to a database. Safe for concurrent use. */
interface DatabaseAccess extends AutoCloseable {

    /** An operation on a connection. */
    @FunctionalInterface
    interface SessionWork<T> {
        T run(Session session) throws SQLException;
    }

    /** Work of an application in a transaction. */
    @FunctionalInterface
    interface TransactionalWork<T> {
        T run(Session session) throws Exception;
    }

    JdbcDialect dialect();

    /** Executes a query. */
    <T> T read(SessionWork<T> work) throws SQLException;

    /** Executes work that consists of one statement on PostgreSQL, and that is a transaction on SQLite. */
    <T> T write(SessionWork<T> work) throws SQLException;

    /** Executes several statements in a transaction. */
    <T> T transaction(SessionWork<T> work) throws SQLException;

    /**
     * Executes work of an application in a transaction. Rolls back if it throws an exception.
     *
     * @param onCommit called before the commit is sent
     */
    <T> T open(TransactionalWork<T> work, Runnable onCommit) throws Exception;

    /** Returns a session on a connection that the application provides. */
    Session session(Connection connection);

    @Override
    void close();
}

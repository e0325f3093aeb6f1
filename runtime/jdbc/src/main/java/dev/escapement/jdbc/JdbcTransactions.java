package dev.escapement.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The transactions of a framework, which the store joins to execute {@link dev.escapement.Effect#TRANSACTIONAL
 * transactional} steps. Without it, the store opens a transaction on a connection of its data source.
 *
 * <p>For Spring, use {@code dev.escapement.spring.SpringTransactions} of {@code escapement-spring-boot-starter}.
 *
 * <p>The isolation of the transactions must be READ COMMITTED, and their connections must belong to the database of the
 * store. Ordinary appends do not join a transaction: if the data source of the store enlists connections in the
 * transaction of the Java thread, as those of application servers do, give the store a data source that does not.
 * Implementations must be safe for concurrent use.
 */
public interface JdbcTransactions {

    /**
     * Executes work in a new transaction that is bound to the Java thread, commits it, and returns the result. Rolls back
     * if the work throws an exception, and throws that exception.
     *
     * @param work the work
     * @param <T> the type of the result
     * @return the result of the work after the commit
     * @throws Exception the exception of the work after the rollback, or the failure of the commit
     */
    <T> T run(BoundWork<T> work) throws Exception;

    /**
     * Returns the connection of the transaction that is bound to the Java thread. The store does not close it.
     *
     * @return the connection
     * @throws SQLException if there is none
     */
    Connection connection() throws SQLException;

    /**
     * Sends pending writes to the database, such as those of a persistence context. The event of the step must be the last
     * statement of the transaction.
     *
     * @throws Exception if the transaction must be rolled back
     */
    void beforeAppend() throws Exception;

    /**
     * Work in a transaction.
     *
     * @param <T> the type of the result
     */
    @FunctionalInterface
    interface BoundWork<T> {

        /**
         * Executes the work.
         *
         * @return the result
         * @throws Exception if the transaction must be rolled back
         */
        T run() throws Exception;
    }
}

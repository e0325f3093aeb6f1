package dev.escapement.run;

import dev.escapement.StepContext;
import dev.escapement.thread.Event;
import java.util.List;

/**
 * A store that shares a database with the application, so that the writes of a {@link dev.escapement.Effect#TRANSACTIONAL
 * transactional} step and the events of its outcome commit together.
 */
public interface TransactionalStore extends ThreadStore {

    /**
     * Executes work in one transaction, which commits if the work returns and rolls back if it throws. If the database
     * reports a serialization failure or a deadlock, the transaction is rolled back and the work runs again, a bounded
     * number of times.
     *
     * @param work the step and the append of its outcome
     * @param <T> the type of the result
     * @return the result of the work after the commit
     * @throws Exception the exception of the work after the rollback, or a checked exception of the database if it rolled
     *     back because of the work, such as for a violated constraint
     * @throws LeaseLostException if the commit failed and the lease was superseded
     * @throws StoreException if the storage fails; the transaction was then rolled back
     */
    <T> T inTransaction(Work<T> work) throws Exception;

    /**
     * Work in a transaction.
     *
     * @param <T> the type of the result
     */
    @FunctionalInterface
    interface Work<T> {

        /**
         * Executes the work. Called again if the database requires that the transaction be repeated.
         *
         * @param transaction the transaction, valid until the method returns
         * @return the result
         * @throws Exception if the transaction must be rolled back
         */
        T run(Transaction transaction) throws Exception;
    }

    /** A transaction of the database. For use by the Java thread that executes the work. */
    interface Transaction {

        /**
         * Returns the resources for the step, such as the connection of the transaction.
         *
         * @return the resources
         */
        StepContext.Resources resources();

        /**
         * Reads events of a thread in the transaction.
         *
         * @param id the id of the thread
         * @param fromPosition the number of events to skip
         * @return the events that follow
         */
        List<Event> load(String id, int fromPosition);

        /**
         * Appends events in the transaction. Must be the last statement of the transaction; after a {@link
         * ConcurrentRunException} it can be repeated with the new position.
         *
         * @param append the events, under the lease of the thread
         * @throws ConcurrentRunException if the thread has another number of events
         * @throws LeaseLostException if the lease was superseded
         */
        void append(Append append);
    }
}

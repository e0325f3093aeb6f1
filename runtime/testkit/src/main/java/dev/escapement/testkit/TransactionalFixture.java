package dev.escapement.testkit;

import dev.escapement.StepContext;
import dev.escapement.run.TransactionalStore;

/** The storage of one test of a {@link TransactionalStore}, with a table of the application, initially empty. */
public interface TransactionalFixture extends StoreFixture {

    @Override
    TransactionalStore open() throws Exception;

    /**
     * Inserts a row into the table of the application.
     *
     * @param resources the resources of the transaction, for example with a {@code java.sql.Connection}
     * @param value the value of the row, a short text
     * @throws Exception if the row cannot be inserted
     */
    void insertRow(StepContext.Resources resources, String value) throws Exception;

    /**
     * Executes a statement on the table that fails, in the way that does most harm to the transaction: after some failures,
     * a database rolls the transaction back by itself. The default suits a database that only rejects the statement.
     *
     * @param resources the resources of the transaction
     * @throws Exception the failure, always
     */
    default void failRow(StepContext.Resources resources) throws Exception {
        throw new Exception("rejected");
    }

    /**
     * Counts the committed rows, outside the transactions of the store.
     *
     * @return the number of rows
     * @throws Exception if the rows cannot be counted
     */
    int countRows() throws Exception;
}

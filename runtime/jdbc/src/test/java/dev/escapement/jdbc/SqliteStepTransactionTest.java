package dev.escapement.jdbc;

import static dev.escapement.jdbc.StoreExamples.lease;
import static dev.escapement.jdbc.StoreExamples.message;
import static dev.escapement.jdbc.StoreExamples.start;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.run.Append;
import dev.escapement.run.ThreadStore;
import dev.escapement.testkit.TransactionalFixture;
import org.junit.jupiter.api.Test;

/** Tests the transactions of steps on SQLite. */
class SqliteStepTransactionTest extends StepTransactionContract {

    @Override
    TransactionalFixture newFixture() throws Exception {
        return new SqliteFixture();
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

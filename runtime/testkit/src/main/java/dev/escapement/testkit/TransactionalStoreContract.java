package dev.escapement.testkit;

import static dev.escapement.testkit.Samples.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.run.Append;
import dev.escapement.run.ConcurrentRunException;
import dev.escapement.run.LeaseLostException;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadStore;
import dev.escapement.run.TransactionalStore;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link TransactionalStore}: rows of the application and events commit together or not at all. */
public abstract class TransactionalStoreContract extends StoreContract {

    private static final int STEPS = 10;

    /** Creates the tests. */
    protected TransactionalStoreContract() {}

    @Override
    protected abstract TransactionalFixture fixture() throws Exception;

    @BeforeEach
    final void startThread() {
        start("t1");
    }

    // Commit

    @Test
    void rowsAndEventsCommitTogether() throws Exception {
        ThreadStore.Lease lease = lease(store(), "t1", LONG);

        String result = transactional().inTransaction(transaction -> {
            insert(transaction, "row 1");
            insert(transaction, "row 2");
            transaction.append(Append.of("t1", 1, message("a"), message("b")).under(lease));
            return "done";
        });

        assertEquals("done", result, "inTransaction must return the result of the work");
        assertStored(2, "a", "b");
    }

    @Test
    void standingCommitsWithEvents() throws Exception {
        ThreadStore.Lease lease = lease(store(), "t1", LONG);

        transactional().inTransaction(transaction -> {
            transaction.append(Append.of("t1", 1, message("a")).under(lease).with(Standing.of(Standing.Phase.WAITING)));
            return true;
        });

        assertPhase(Standing.Phase.WAITING);
    }

    @Test
    void appendsFollowEachOther() throws Exception {
        ThreadStore.Lease lease = lease(store(), "t1", LONG);
        for (int i = 0; i < 3; i++) {
            int position = i + 1;
            transactional().inTransaction(transaction -> {
                insert(transaction, "row " + position);
                transaction.append(
                        Append.of("t1", position, message("m" + position)).under(lease));
                return true;
            });
        }

        assertStored(3, "m1", "m2", "m3");
        other().append(Append.of("t1", 4, message("d")));
        assertStored(3, "m1", "m2", "m3", "d");
    }

    @Test
    void transactionReadsEvents() throws Exception {
        append("t1", 1, message("a"), message("b"));

        List<String> read = transactional()
                .inTransaction(transaction ->
                        transaction.load("t1", 1).stream().map(Samples::text).toList());

        assertEquals(List.of("a", "b"), read, "load in a transaction must return the events from the position");
    }

    @Test
    void concurrentStepsCommitIndependently() throws Exception {
        for (int i = 0; i < STEPS; i++) {
            start("s" + i);
        }

        ConcurrentCalls.of(STEPS, index -> {
            ThreadStore.Lease lease = lease(store(index), "s" + index, LONG);
            return ((TransactionalStore) store(index)).inTransaction(transaction -> {
                insert(transaction, "row " + index);
                transaction.append(Append.of("s" + index, 1, message("a")).under(lease));
                return true;
            });
        });

        for (int i = 0; i < STEPS; i++) {
            assertEquals(List.of("a"), messages("s" + i), "each concurrent transaction must store its event once");
        }
        assertStored(STEPS);
    }

    // Position

    @Test
    void movedPositionCanBeRepeatedInTransaction() throws Exception {
        ThreadStore.Lease lease = lease(store(), "t1", LONG);
        other().append(Append.of("t1", 1, message("decision")));

        transactional().inTransaction(transaction -> {
            insert(transaction, "row");
            ConcurrentRunException moved = assertThrows(
                    ConcurrentRunException.class,
                    () -> transaction.append(Append.of("t1", 1, message("a")).under(lease)),
                    "append in a transaction must be refused at a taken position");
            assertEquals(2, moved.size(), "the exception must have the actual number of events");
            assertEquals(
                    List.of("decision"),
                    transaction.load("t1", 1).stream().map(Samples::text).toList(),
                    "load in a transaction must return the event that took the position");
            transaction.append(Append.of("t1", 2, message("a")).under(lease));
            return true;
        });

        assertStored(1, "decision", "a");
    }

    @Test
    void movedPositionRollsBack() throws Exception {
        ThreadStore.Lease lease = lease(store(), "t1", LONG);
        other().append(Append.of("t1", 1, message("decision")));

        assertThrows(
                ConcurrentRunException.class,
                () -> transactional().inTransaction(transaction -> {
                    insert(transaction, "row");
                    transaction.append(Append.of("t1", 1, message("a")).under(lease));
                    return true;
                }),
                "inTransaction must pass the ConcurrentRunException of the work on");

        assertStored(0, "decision");
    }

    // Lease

    @Test
    void supersededLeaseRollsBack() throws Exception {
        ThreadStore.Lease expired = expiredLease(store(), "t1");
        lease(other(), "t1", LONG);

        assertThrows(
                LeaseLostException.class,
                () -> transactional().inTransaction(transaction -> {
                    insert(transaction, "row");
                    transaction.append(Append.of("t1", 1, message("a")).under(expired));
                    return true;
                }),
                "append in a transaction under a superseded lease must throw LeaseLostException");

        assertStored(0);
    }

    @Test
    void expiredLeaseStillCommits() throws Exception {
        ThreadStore.Lease expired = expiredLease(store(), "t1");

        transactional().inTransaction(transaction -> {
            insert(transaction, "row");
            transaction.append(Append.of("t1", 1, message("a")).under(expired));
            return true;
        });

        assertStored(1, "a");
    }

    // Exceptions

    @Test
    void exceptionBeforeAppendRollsBack() throws Exception {
        Exception failure = new Exception("declared");

        Exception thrown = assertThrows(
                Exception.class,
                () -> transactional().inTransaction(transaction -> {
                    insert(transaction, "row");
                    throw failure;
                }),
                "inTransaction must pass the exception of the work on");

        assertSame(failure, thrown, "inTransaction must pass the exception of the work on");
        assertStored(0);
    }

    @Test
    void exceptionAfterAppendRollsBack() throws Exception {
        ThreadStore.Lease lease = lease(store(), "t1", LONG);

        assertThrows(
                IllegalStateException.class,
                () -> transactional().inTransaction(transaction -> {
                    insert(transaction, "row");
                    transaction.append(
                            Append.of("t1", 1, message("a")).under(lease).with(Standing.of(Standing.Phase.FINISHED)));
                    throw new IllegalStateException("late");
                }),
                "inTransaction must pass the exception of the work on");

        assertStored(0);
        assertPhase(Standing.Phase.RUNNABLE);
        store().append(Append.of("t1", 1, message("b")).under(lease));
        assertStored(0, "b");
    }

    @Test
    void errorRollsBack() throws Exception {
        ThreadStore.Lease lease = lease(store(), "t1", LONG);

        assertThrows(
                StackOverflowError.class,
                () -> transactional().inTransaction(transaction -> {
                    insert(transaction, "row");
                    transaction.append(Append.of("t1", 1, message("a")).under(lease));
                    throw new StackOverflowError();
                }),
                "inTransaction must pass the error of the work on");

        assertStored(0);
    }

    @Test
    void storeIsUsableAfterRollback() throws Exception {
        ThreadStore.Lease lease = lease(store(), "t1", LONG);
        for (int i = 0; i < 20; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> transactional().inTransaction(transaction -> {
                        insert(transaction, "row");
                        throw new IllegalStateException("again");
                    }));
        }

        transactional().inTransaction(transaction -> {
            insert(transaction, "row");
            transaction.append(Append.of("t1", 1, message("a")).under(lease));
            return true;
        });

        assertStored(1, "a");
    }

    // Failures that the work swallows

    @Test
    void transactionWithoutAppendCommitsRows() throws Exception {
        transactional().inTransaction(transaction -> {
            insert(transaction, "row");
            return true;
        });

        assertStored(1);
    }

    @Test
    void swallowedFailureCommitsAllOrNothing() throws Exception {
        ThreadStore.Lease lease = lease(store(), "t1", LONG);

        boolean committed = returns(transaction -> {
            insert(transaction, "row");
            failRow(transaction);
            transaction.append(Append.of("t1", 1, message("a")).under(lease));
            return true;
        });

        assertCommitted(committed, "a");
        store().append(Append.of("t1", committed ? 2 : 1, message("b")).under(lease));
    }

    @Test
    void swallowedFailureBetweenRowsCommitsAllOrNothing() throws Exception {
        ThreadStore.Lease lease = lease(store(), "t1", LONG);

        boolean committed = returns(transaction -> {
            failRow(transaction);
            insert(transaction, "row");
            transaction.append(Append.of("t1", 1, message("a")).under(lease));
            return true;
        });

        assertCommitted(committed, "a");
    }

    @Test
    void swallowedFailureWithoutAppendCommitsOrThrows() throws Exception {
        boolean committed = returns(transaction -> {
            insert(transaction, "row");
            failRow(transaction);
            return true;
        });

        assertCommitted(committed);
    }

    private void failRow(TransactionalStore.Transaction transaction) {
        assertThrows(
                Exception.class, () -> table().failRow(transaction.resources()), "failRow of the fixture must throw");
    }

    /** Returns whether a transaction returned, which claims that it was committed, instead of throwing an exception. */
    private boolean returns(TransactionalStore.Work<Boolean> work) {
        try {
            return transactional().inTransaction(work);
        } catch (Exception rolledBack) {
            return false;
        }
    }

    private void assertCommitted(boolean committed, String... messages) throws Exception {
        if (committed) {
            assertStored(1, messages);
        } else {
            assertStored(0);
        }
    }

    private TransactionalStore transactional() {
        return (TransactionalStore) store();
    }

    private TransactionalFixture table() {
        return (TransactionalFixture) opened();
    }

    private void insert(TransactionalStore.Transaction transaction, String value) throws Exception {
        table().insertRow(transaction.resources(), value);
    }

    private void assertStored(int rows, String... messages) throws Exception {
        assertEquals(
                rows, table().countRows(), "the rows of a transaction must be committed exactly if its events are");
        assertEquals(
                List.of(messages), messages("t1"), "the events of a transaction must be stored exactly if it commits");
    }

    private void assertPhase(Standing.Phase expected) {
        if (other() instanceof ThreadIndex index) {
            assertEquals(
                    expected,
                    index.entry("t1").orElseThrow().standing().phase(),
                    "the standing must change exactly if the transaction commits");
        }
    }
}

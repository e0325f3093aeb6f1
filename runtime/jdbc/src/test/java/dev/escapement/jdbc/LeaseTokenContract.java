package dev.escapement.jdbc;

import static dev.escapement.jdbc.StoreExamples.LONG;
import static dev.escapement.jdbc.StoreExamples.lease;
import static dev.escapement.jdbc.StoreExamples.message;
import static dev.escapement.jdbc.StoreExamples.messages;
import static dev.escapement.jdbc.StoreExamples.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.LeaseLostException;
import dev.escapement.run.StoreException;
import dev.escapement.run.ThreadStore;
import dev.escapement.testkit.TransactionalFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of the tokens of leases, on each database. */
abstract class LeaseTokenContract {

    private TransactionalFixture fixture;
    private JdbcThreadStore store;

    abstract TransactionalFixture newFixture() throws Exception;

    /** Returns connections to the database of the fixture. */
    abstract DatabaseAccess database();

    abstract TableNames names();

    @BeforeEach
    void openStore() throws Exception {
        fixture = newFixture();
        store = (JdbcThreadStore) fixture.open();
        start(store, "t1");
    }

    @AfterEach
    void removeStore() throws Exception {
        fixture.close();
    }

    private LeaseRows rows() {
        return Tables.of(database().dialect(), names(), null).leases();
    }

    @Test
    void leaseDoesNotSurviveDeletion() {
        ThreadStore.Lease old = lease(store, "t1");
        store.delete("t1");
        start(store, "t1");
        ThreadStore.Lease current = lease(store, "t1");

        assertThrows(
                LeaseLostException.class,
                () -> store.append(Append.of("t1", 1, message("old")).under(old)));
        assertFalse(old.renew());
        assertTrue(current.renew());
        store.append(Append.of("t1", 1, message("new")).under(current));
        assertEquals(List.of("new"), messages(store, "t1"));
    }

    @Test
    void lateDuplicateOfAcquisitionKeepsToken() throws Exception {
        LeaseRows rows = rows();
        try (DatabaseAccess database = database()) {
            Optional<LeaseRows.AcquiredLease> first =
                    database.write(session -> rows.acquire(session, "t1", "holder", LONG));
            Optional<LeaseRows.AcquiredLease> duplicate =
                    database.write(session -> rows.acquire(session, "t1", "holder", LONG));

            assertEquals(first.orElseThrow().token(), duplicate.orElseThrow().token());
            assertTrue(database.write(session -> rows.acquire(session, "t1", "other", LONG))
                    .isEmpty());
        }
    }

    @Test
    void lateDuplicateOfAdvanceKeepsToken() throws Exception {
        LeaseRows rows = rows();
        try (DatabaseAccess database = database()) {
            LeaseTable table = new LeaseTable(new Operations(database), rows);
            JdbcLease lease = table.acquire("t1", LONG).orElseThrow();
            long token = lease.token();

            assertEquals(Optional.of(token + 1), database.write(session -> rows.advance(session, lease)));
            assertEquals(Optional.of(token + 1), database.write(session -> rows.advance(session, lease)));
            assertTrue(lease.advance());
            assertTrue(lease.advance());
            assertEquals(token + 2, lease.token());
            assertTrue(lease.renew());
        }
    }

    @Test
    void renewalDuringAdvanceKeepsLease() throws Exception {
        try (InterleavedDatabase database = new InterleavedDatabase(database())) {
            LeaseTable table = new LeaseTable(new Operations(database), rows());
            JdbcLease lease = table.acquire("t1", LONG).orElseThrow();
            database.interleaved.add(() -> assertTrue(lease.advance()));

            assertTrue(lease.renew());

            assertTrue(database.interleaved.isEmpty());
            assertFalse(lease.isLost());
            store.append(Append.of("t1", 1, message("a")));
            assertTrue(lease.renew());
        }
    }

    @Test
    void renewalAfterLossLosesLease() throws Exception {
        try (InterleavedDatabase database = new InterleavedDatabase(database())) {
            LeaseTable table = new LeaseTable(new Operations(database), rows());
            JdbcLease lease = table.acquire("t1", LONG).orElseThrow();
            database.interleaved.add(() -> store.delete("t1"));

            assertFalse(lease.renew());
        }
    }

    /** Fails an append and the replacement of its token, which takes effect in the database. */
    private JdbcThreadStore failingStore(InterleavedDatabase database) {
        return new JdbcThreadStore(database, Tables.of(database.dialect(), names(), null), Optional.empty());
    }

    private static ThreadStore.Lease leaseWithUnknownToken(JdbcThreadStore failing, InterleavedDatabase database) {
        ThreadStore.Lease lease = lease(failing, "t1");
        database.failures.add(new Fault(false, true));
        database.failures.add(new Fault(true, true));
        database.failures.add(new Fault(false, false));

        StoreException failure = assertThrows(
                StoreException.class,
                () -> failing.append(Append.of("t1", 1, message("a")).under(lease)));

        assertEquals(StoreException.Reason.OTHER, failure.reason(), "the third failure ends the repetitions");
        assertTrue(database.failures.isEmpty());
        return lease;
    }

    @Test
    void appendAfterUnknownAdvanceIsStored() throws Exception {
        try (InterleavedDatabase database = new InterleavedDatabase(database())) {
            JdbcThreadStore failing = failingStore(database);
            ThreadStore.Lease lease = leaseWithUnknownToken(failing, database);

            failing.append(Append.of("t1", 1, message("a")).under(lease));
            failing.append(Append.of("t1", 2, message("b")).under(lease));

            assertEquals(List.of("a", "b"), messages(store, "t1"));
            assertTrue(lease.renew());
        }
    }

    @Test
    void renewalAfterUnknownAdvanceKeepsLease() throws Exception {
        try (InterleavedDatabase database = new InterleavedDatabase(database())) {
            ThreadStore.Lease lease = leaseWithUnknownToken(failingStore(database), database);

            assertTrue(lease.renew());
            assertTrue(lease.isHeld());
        }
    }

    @Test
    void releaseAfterUnknownAdvanceTakesEffect() throws Exception {
        try (InterleavedDatabase database = new InterleavedDatabase(database())) {
            ThreadStore.Lease lease = leaseWithUnknownToken(failingStore(database), database);

            lease.close();

            assertTrue(store.lease("t1", LONG).isPresent());
        }
    }

    @Test
    void stepAfterUnknownAdvanceIsStored() throws Exception {
        try (InterleavedDatabase database = new InterleavedDatabase(database())) {
            JdbcThreadStore failing = failingStore(database);
            ThreadStore.Lease lease = leaseWithUnknownToken(failing, database);

            failing.inTransaction(transaction -> {
                transaction.append(Append.of("t1", 1, message("a")).under(lease));
                return true;
            });

            assertEquals(List.of("a"), messages(store, "t1"));
        }
    }

    /**
     * The failure of a statement.
     *
     * @param executed whether the statement takes effect
     * @param lost whether the connection is lost, after which the statement is repeated
     */
    private record Fault(boolean executed, boolean lost) {

        SQLException exception() {
            return lost ? new SQLNonTransientConnectionException("lost") : new SQLException("refused");
        }
    }

    /** Connections that execute an action before the next statement, or fail it. */
    private record InterleavedDatabase(DatabaseAccess target, Deque<Runnable> interleaved, Deque<Fault> failures)
            implements DatabaseAccess {

        InterleavedDatabase(DatabaseAccess target) {
            this(target, new ArrayDeque<>(), new ArrayDeque<>());
        }

        @Override
        public JdbcDialect dialect() {
            return target.dialect();
        }

        @Override
        public <T> T read(SessionWork<T> work) throws SQLException {
            return target.read(work);
        }

        @Override
        public <T> T write(SessionWork<T> work) throws SQLException {
            Runnable action = interleaved.poll();
            if (action != null) {
                action.run();
            }
            Fault fault = failures.poll();
            if (fault == null) {
                return target.write(work);
            } else if (fault.executed()) {
                target.write(work);
            }
            throw fault.exception();
        }

        @Override
        public <T> T transaction(SessionWork<T> work) throws SQLException {
            return target.transaction(work);
        }

        @Override
        public <T> T open(TransactionalWork<T> work, Runnable onCommit) throws Exception {
            return target.open(work, onCommit);
        }

        @Override
        public Session session(Connection connection) {
            return target.session(connection);
        }

        @Override
        public void close() {
            target.close();
        }
    }
}

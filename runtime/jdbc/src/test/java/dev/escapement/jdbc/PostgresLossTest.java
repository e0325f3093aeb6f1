package dev.escapement.jdbc;

import static dev.escapement.jdbc.StoreExamples.lease;
import static dev.escapement.jdbc.StoreExamples.message;
import static dev.escapement.jdbc.StoreExamples.messages;
import static dev.escapement.jdbc.StoreExamples.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.escapement.jdbc.ObservedDataSource.Loss;
import dev.escapement.run.Append;
import dev.escapement.run.ConcurrentRunException;
import dev.escapement.run.LeaseLostException;
import dev.escapement.run.ThreadQueue;
import dev.escapement.run.ThreadStore;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that the outcome of an operation is right when the connection is lost during it. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class PostgresLossTest {

    private PostgresDatabases.Fixture fixture;
    private ObservedDataSource source;
    private JdbcThreadStore store;

    @BeforeEach
    void openStore(PostgresDatabases databases) throws Exception {
        fixture = databases.newSchema();
        source = new ObservedDataSource(fixture.pool());
        store = JdbcThreadStore.of(source).schema(fixture.schema()).build();
    }

    @AfterEach
    void removeStore() throws Exception {
        fixture.close();
    }

    /** Loses the connection at the next statement that appends. */
    private void loseAppend(Loss loss) {
        source.lose(loss, "esc_event (thread_id, position, event, sum)");
    }

    private void assertStoredOnce(String... texts) throws Exception {
        source.deliver();
        assertTrue(source.isLost(), "the fault must occur");
        assertEquals(List.of(texts), messages(store, "t1"), "each event must be stored once");
        store.verify("t1");
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void appendUnderLeaseIsStoredOnce(Loss loss) throws Exception {
        start(store, "t1");
        ThreadStore.Lease lease = lease(store, "t1");
        long before = lease.token();
        loseAppend(loss);

        store.append(Append.of("t1", 1, message("a")).under(lease));

        assertStoredOnce("a");
        assertTrue(lease.token() > before, "the token must move on before the outcome is read");
        store.append(Append.of("t1", 2, message("b")).under(lease));
        assertStoredOnce("a", "b");
        assertTrue(lease.renew(), "the lease must remain valid");
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void decisionIsStoredOnce(Loss loss) throws Exception {
        start(store, "t1");
        loseAppend(loss);

        store.append(Append.of("t1", 1, message("a"), message("b")));

        assertStoredOnce("a", "b");
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void startIsStoredOnce(Loss loss) throws Exception {
        loseAppend(loss);

        start(store, "t1");

        assertStoredOnce();
    }

    @Test
    void othersDecisionAtThePositionIsReported() throws Exception {
        start(store, "t1");
        fixture.builder().build().append(Append.of("t1", 1, message("other")));
        loseAppend(Loss.BEFORE);

        assertThrows(ConcurrentRunException.class, () -> store.append(Append.of("t1", 1, message("mine"))));

        assertStoredOnce("other");
    }

    @Test
    void supersededHolderLearnsFromResolution() throws Exception {
        start(store, "t1");
        ThreadStore.Lease lease = lease(store, "t1");
        fixture.execute("update " + fixture.schema()
                + ".esc_thread set fence = fence + 1, holder = 'other', lease_until = now() + interval '1 hour'");
        loseAppend(Loss.BEFORE);

        assertThrows(
                LeaseLostException.class,
                () -> store.append(Append.of("t1", 1, message("a")).under(lease)));

        assertStoredOnce();
    }

    @Test
    void tokenMovesOnceMoreIfResolutionIsLost() throws Exception {
        start(store, "t1");
        ThreadStore.Lease lease = lease(store, "t1");
        loseAppend(Loss.AFTER);
        source.lose(Loss.AFTER, "set fence = ? + 1");

        store.append(Append.of("t1", 1, message("a")).under(lease));

        assertStoredOnce("a");
        store.append(Append.of("t1", 2, message("b")).under(lease));
        assertStoredOnce("a", "b");
    }

    @ParameterizedTest
    @EnumSource(
            value = Loss.class,
            names = {"BEFORE", "AFTER"})
    void lostCommitOfStepIsResolved(Loss loss) throws Exception {
        start(store, "t1");
        ThreadStore.Lease lease = lease(store, "t1");
        source.lose(loss, "commit");

        String result = store.inTransaction(transaction -> {
            fixture.insertRow(transaction.resources(), "row");
            transaction.append(Append.of("t1", 1, message("a")).under(lease));
            return "done";
        });

        assertEquals("done", result);
        assertStoredOnce("a");
        assertEquals(1, fixture.countRows(), "the writes of the step must be committed once");
    }

    @Test
    void lateCommitOfStepIsAwaited() throws Exception {
        start(store, "t1");
        ThreadStore.Lease lease = lease(store, "t1");
        source.lose(Loss.LATE, "commit");
        Thread network = new Thread(() -> {
            try {
                Thread.sleep(500);
                source.deliver();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });

        store.inTransaction(transaction -> {
            fixture.insertRow(transaction.resources(), "row");
            transaction.append(Append.of("t1", 1, message("a")).under(lease));
            network.start();
            return "done";
        });
        network.join();

        assertEquals(List.of("a"), messages(store, "t1"));
        assertEquals(1, fixture.countRows(), "the resolution must wait for the transaction of the lost connection");
    }

    @ParameterizedTest
    @EnumSource(
            value = Loss.class,
            names = {"BEFORE", "AFTER"})
    void leaseIsAcquiredOnce(Loss loss) {
        start(store, "t1");
        source.lose(loss, "holder = ");

        ThreadStore.Lease lease = lease(store, "t1");

        assertTrue(source.isLost());
        store.append(Append.of("t1", 1, message("a")).under(lease));
        assertEquals(List.of("a"), messages(store, "t1"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Loss.class,
            names = {"BEFORE", "AFTER"})
    void deletionReportsThread(Loss loss) {
        start(store, "t1");
        source.lose(loss, "commit");

        assertTrue(store.delete("t1"));
        assertTrue(store.load("t1").isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = Loss.class,
            names = {"BEFORE", "AFTER"})
    void scheduleFiresOnce(Loss loss) throws Exception {
        Instant at = store.register("daily", "0 9 * * * UTC", Instant.parse("2026-01-01T00:00:00Z"));
        ThreadQueue.Tick tick = new ThreadQueue.Tick("daily", "0 9 * * * UTC", at, at.plusSeconds(1));
        source.lose(loss, "esc_schedule");

        assertTrue(store.fire(tick, Append.of("t1", 0, StoreExamples.started())));
        assertEquals("1", fixture.query("select count(*) from " + fixture.schema() + ".esc_thread"));
        assertEquals(at.plusSeconds(1), store.register("daily", "0 9 * * * UTC", at));
    }

    @Test
    void readsAreRepeated() throws Exception {
        start(store, "t1");
        source.lose(Loss.BEFORE, "left join");

        assertEquals(1, store.load("t1").orElseThrow().events().size());
    }

    @Test
    void poolWithoutAutoCommitIsSupported() throws Exception {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(fixture.pool().getJdbcUrl());
            pool.setAutoCommit(false);
            JdbcThreadStore manual =
                    JdbcThreadStore.of(pool).schema(fixture.schema()).build();

            start(manual, "t1");
            manual.append(Append.of("t1", 1, message("a")));

            assertEquals(List.of("a"), messages(store, "t1"), "an append must commit");
        }
    }
}

package dev.escapement.jdbc;

import static dev.escapement.jdbc.StoreExamples.AGENT;
import static dev.escapement.jdbc.StoreExamples.LONG;
import static dev.escapement.jdbc.StoreExamples.message;
import static dev.escapement.jdbc.StoreExamples.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.LeaseLostException;
import dev.escapement.run.ThreadQueue.Claim;
import dev.escapement.run.ThreadStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that a lease on SQLite ends with the process of its holder. */
class SqliteDeadHolderTest {

    private SqliteFixture fixture;
    private JdbcThreadStore store;
    private Process other;

    @BeforeEach
    void leaseByAnotherProcess() throws Exception {
        fixture = new SqliteFixture();
        store = fixture.open();
        start(store, "t1");
        // Reads its input until it is killed.
        other = new ProcessBuilder("cat").start();
    }

    @AfterEach
    void removeFixture() throws Exception {
        kill();
        fixture.close();
    }

    private void kill() throws Exception {
        other.destroyForcibly().waitFor();
    }

    private ThreadStore.Lease held(HolderProcess process) throws Exception {
        ThreadStore.Lease lease = store.lease("t1", LONG).orElseThrow();
        fixture.execute("update esc_thread set holder = '" + process.prefix() + "x-1'");
        return lease;
    }

    private List<Claim> claim() {
        return store.claim(Set.of(AGENT), 10, LONG);
    }

    @Test
    void leaseOfLiveProcessIsHeld() throws Exception {
        held(HolderProcess.of(other.pid()));

        assertTrue(store.lease("t1", LONG).isEmpty());
        assertEquals(List.of(), claim());
    }

    @Test
    void leaseOfKilledProcessIsFree() throws Exception {
        ThreadStore.Lease before = held(HolderProcess.of(other.pid()));
        kill();

        ThreadStore.Lease lease = store.lease("t1", LONG).orElseThrow();

        assertTrue(lease.token() > before.token());
        assertThrows(
                LeaseLostException.class,
                () -> store.append(Append.of("t1", 1, message("late")).under(before)));
        store.append(Append.of("t1", 1, message("a")).under(lease));
    }

    @Test
    void threadOfKilledProcessIsClaimedOnce() throws Exception {
        held(HolderProcess.of(other.pid()));
        kill();

        List<Claim> claimed = claim();

        assertEquals(
                List.of("t1"),
                claimed.stream().map(claim -> claim.lease().threadId()).toList());
        assertEquals(List.of(), claim());
        assertTrue(store.lease("t1", LONG).isEmpty());
    }

    @Test
    void expiredAndDeadAreClaimedInOrder() throws Exception {
        held(HolderProcess.of(other.pid()));
        kill();
        fixture.advance(Duration.ofSeconds(1));
        start(store, "t2");
        start(store, "t3");

        List<Claim> claimed = store.claim(Set.of(AGENT), 2, LONG);

        assertEquals(
                List.of("t1", "t2"),
                claimed.stream().map(claim -> claim.lease().threadId()).toList());
    }

    @Test
    void reusedProcessIdIsAnotherProcess() throws Exception {
        HolderProcess current = HolderProcess.of(other.pid());
        held(new HolderProcess(current.machine(), current.pid(), current.start() + 1));

        assertTrue(store.lease("t1", LONG).isPresent());
    }

    @Test
    void processOfAnotherMachineIsNotJudged() throws Exception {
        HolderProcess process = HolderProcess.of(other.pid());
        kill();
        held(new HolderProcess("elsewhere", process.pid(), process.start()));

        assertTrue(store.lease("t1", LONG).isEmpty());
        assertEquals(List.of(), claim());
    }

    @Test
    void waitingThreadOfKilledProcessIsNotClaimed() throws Exception {
        held(HolderProcess.of(other.pid()));
        fixture.execute("update esc_thread set status = 1, due_at = null");
        kill();

        assertEquals(List.of(), claim());
    }

    @Test
    void foreignNamesOfHoldersAreNotProcesses() {
        for (String name : List.of("", "worker-7", "a/b/c/d", "m/99999999999999999999/1/x")) {
            assertTrue(HolderProcess.in(name).isEmpty(), name);
        }
        HolderProcess current = HolderProcess.current();
        assertEquals(current, HolderProcess.in(current.prefix() + "x-1").orElseThrow());
        assertFalse(current.isDead());
    }
}

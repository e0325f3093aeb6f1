package dev.escapement.testkit;

import static dev.escapement.testkit.Samples.message;
import static dev.escapement.testkit.Samples.started;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.LeaseLostException;
import dev.escapement.run.Standing;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadQueue.Claim;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.Start;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link dev.escapement.run.ThreadQueue#claim} and {@link dev.escapement.run.ThreadQueue#renew}. {@link
 * QueueRetryContract} tests failed executions, {@link ScheduleContract} schedules.
 */
public abstract class ThreadQueueContract extends QueueContract {

    private static final Duration SOON = Duration.ofMillis(100);

    /** Creates the tests. */
    protected ThreadQueueContract() {}

    // Due threads

    @Test
    void emptyQueueHasNoClaims() {
        assertNotDue("claim must be empty for an empty store");
    }

    @Test
    void runnableThreadIsClaimed() {
        append("t1", 0, started("com.example.Till", Start.of("hello")));

        List<Claim> claims = queue().claim(Set.of("com.example.Till"), 1, LONG);

        assertEquals(List.of("t1"), ids(claims), "a runnable thread without due time must be due at once");
        assertEquals("com.example.Till", claims.get(0).agent(), "the agent of the claim");
        assertEquals(0, claims.get(0).attempts(), "the attempts of a thread without failed executions");
    }

    @Test
    void claimHasSizeOfThread() {
        append("t1", 0, started("hello"));
        append("t1", 1, message("a"), message("b"));

        Claim first = claim("t1", LONG);
        assertEquals(3, first.size(), "the size of a claim must be the number of events");
        store().append(Append.of("t1", 3, message("c")).under(first.lease()));
        first.lease().close();

        assertEquals(4, claim("t1", LONG).size(), "the size of a claim must include the events of earlier claims");
    }

    @Test
    void claimAcquiresLease() {
        start("t1");
        Claim claim = claim("t1", LONG);

        assertTrue(claim.lease().isHeld(), "isHeld must return true for the lease of a new claim");
        assertEquals(Optional.empty(), other().lease("t1", LONG), "the lease of a claimed thread must not be free");
        store().append(Append.of("t1", 1, message("a")).under(claim.lease()));
        assertTrue(claim.lease().renew(), "renew must return true for the lease of a claim");
    }

    @Test
    void claimHasGreaterToken() {
        start("t1");
        ThreadStore.Lease first = lease(store(), "t1", LONG);
        first.close();
        Claim claim = claim("t1", LONG);
        claim.lease().close();
        ThreadStore.Lease third = lease(other(), "t1", LONG);

        assertTrue(first.token() < claim.lease().token(), "claim must use a greater token than earlier leases");
        assertTrue(claim.lease().token() < third.token(), "lease must use a greater token than earlier claims");
    }

    @Test
    void otherPhasesAreNotDue() {
        start("t1", Standing.of(Phase.WAITING));
        start("t2", Standing.of(Phase.FINISHED));
        start("t3", Standing.of(Phase.STOPPED));

        assertNotDue("threads that wait without a due time or have ended must not be due");
    }

    @Test
    void threadIsNotDueBeforeItsTime() {
        start("t1", dueIn(Phase.RUNNABLE, LONG));
        start("t2", dueIn(Phase.WAITING, LONG));

        assertNotDue("threads must not be due before their due time");
    }

    @Test
    void threadIsDueAtItsTime() throws Exception {
        start("t1", dueIn(Phase.RUNNABLE, SOON));
        start("t2", dueIn(Phase.WAITING, SOON.plusMillis(10)));
        advance(SOON.plusMillis(20));

        assertEquals(
                List.of("t1", "t2"),
                ids(claims()),
                "runnable threads and deadlines of waiting threads must be due when their time has passed");
    }

    @Test
    void lastStandingDecidesDueTime() {
        start("t1");
        store().append(Append.of("t1", 1, message("a")).with(dueIn(Phase.RUNNABLE, LONG)));
        start("t2");
        store().append(Append.of("t2", 1).with(Standing.of(Phase.WAITING)));
        start("t3", Standing.of(Phase.WAITING));
        append("t3", 1, message("a"));

        assertEquals(List.of("t3"), ids(claims()), "the standing of the last append must decide when a thread is due");
    }

    @Test
    void endedParentCanBeDue() throws Exception {
        start("t1", dueIn(Phase.FINISHED, SOON));
        start("t2", dueIn(Phase.STOPPED, SOON.plusMillis(10)));
        advance(SOON.plusMillis(20));

        assertEquals(List.of("t1", "t2"), ids(claims()), "ended threads with a due time must be due at that time");
    }

    @Test
    void erasedThreadIsNotDue() {
        start("t1");
        store().erase("t1");

        assertNotDue("an erased thread must not be due");
    }

    @Test
    void deletedThreadIsNotDue() {
        start("t1");
        store().delete("t1");

        assertNotDue("a deleted thread must not be due");
    }

    // Selection

    @Test
    void longestDueIsClaimedFirst() {
        start("t1", dueIn(Phase.RUNNABLE, Duration.ofMinutes(-2)));
        start("t2", dueIn(Phase.WAITING, Duration.ofMinutes(-3)));
        start("t3", dueIn(Phase.RUNNABLE, Duration.ofMinutes(-1)));

        assertEquals(List.of("t2"), ids(queue().claim(AGENTS, 1, LONG)), "claim must take the longest due thread");
        assertEquals(List.of("t1", "t3"), ids(claims()), "claim must return the longest due thread first");
    }

    @Test
    void threadsOfOtherAgentsAreNotClaimed() {
        for (String agent : List.of("A", "B", "C")) {
            append("t-" + agent, 0, started(agent, Start.of("hello")));
        }

        assertEquals(List.of(), ids(queue().claim(Set.of(), 10, LONG)), "claim without agents must be empty");
        assertEquals(List.of("t-B"), ids(queue().claim(Set.of("B", "D"), 10, LONG)), "claim must select by agent");
        assertEquals(
                Set.of("t-A", "t-C"),
                Set.copyOf(ids(queue().claim(Set.of("A", "B", "C"), 10, LONG))),
                "claim must select by agent");
    }

    @Test
    void claimHasAtMostLimit() {
        for (int i = 0; i < 5; i++) {
            start("t" + i);
        }

        assertEquals(3, queue().claim(AGENTS, 3, LONG).size(), "claim must return as many threads as its limit");
        assertEquals(2, queue().claim(AGENTS, 3, LONG).size(), "claim must return the remaining threads");
    }

    @Test
    void claimOfNoThreadsIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> queue().claim(AGENTS, 0, LONG), "claim must refuse a limit of 0");
        assertThrows(
                IllegalArgumentException.class,
                () -> queue().claim(AGENTS, 1, Duration.ZERO),
                "claim must refuse leases without a time");
    }

    @Test
    void leasedThreadIsNotClaimed() {
        start("t1");
        ThreadStore.Lease lease = lease(store(), "t1", LONG);
        append("t1", 1, message("a"));

        assertNotDue("a thread whose lease is held must not be claimed, also after a decision");

        lease.close();
        assertEquals(List.of("t1"), ids(claims()), "a runnable thread must be due again when its lease is released");
    }

    @Test
    void claimedThreadIsNotClaimedAgain() {
        start("t1");
        claim("t1", LONG);

        assertNotDue("a thread must not be claimed while the lease of a claim is held");
    }

    @Test
    void expiredClaimIsTakenOver() throws Exception {
        start("t1");
        Claim claim = claim("t1", shortLease());
        expire();

        List<Claim> next = claims();

        assertEquals(List.of("t1"), ids(next), "a thread whose holder no longer renews must be due again");
        assertThrows(
                LeaseLostException.class,
                () -> store().append(Append.of("t1", 1, message("a")).under(claim.lease())),
                "the earlier claim must be superseded");
        other().append(Append.of("t1", 1, message("b")).under(next.get(0).lease()));
    }

    @Test
    void eightClaimersNeverShareThread() throws Exception {
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < 120; i++) {
            start("t" + i);
            expected.add("t" + i);
        }

        List<List<String>> claimed = ConcurrentCalls.of(8, index -> {
            List<String> mine = new ArrayList<>();
            List<Claim> claims;
            int empty = 0;
            do {
                claims = queue(store(index)).claim(AGENTS, 1 + index, LONG);
                mine.addAll(ids(claims));
                empty = claims.isEmpty() ? empty + 1 : 0;
            } while (empty < 3);
            return mine;
        });

        List<String> all = claimed.stream().flatMap(List::stream).toList();
        assertEquals(expected, new HashSet<>(all), "eight concurrent claimers must claim all threads");
        assertEquals(expected.size(), all.size(), "two of eight concurrent claimers must never claim the same thread");
    }

    // Renewal

    @Test
    void renewalOfSeveralExtendsEach() throws Exception {
        for (int trial = 0; trial < 10; trial++) {
            start("t1");
            start("t2");
            List<ThreadStore.Lease> leases =
                    List.of(lease(store(), "t1", shortLease()), lease(store(), "t2", shortLease()));
            advance(shortLease().dividedBy(2));
            long renewal = System.nanoTime();
            queue().renew(leases);
            boolean held = leases.get(0).isHeld() && leases.get(1).isHeld();
            advance(shortLease().dividedBy(2).plusMillis(5));
            List<String> taken = ids(claims());
            if (System.nanoTime() - renewal < shortLease().toNanos() * 3 / 4) {
                assertTrue(held, "isHeld must return true for leases that renew(leases) extended");
                assertEquals(List.of(), taken, "renew(leases) must extend each lease by its time");
                return;
            }
            store().delete("t1"); // the machine was too slow for this trial
            store().delete("t2");
        }
        throw new AssertionError("the operations take longer than shortLease(); return a longer time from it");
    }

    @Test
    void renewalOfSeveralReportsLostLeases() throws Exception {
        start("t1");
        start("t2");
        ThreadStore.Lease lost = lease(store(), "t1", shortLease());
        ThreadStore.Lease kept = lease(store(), "t2", shortLease());
        expire();
        ThreadStore.Lease next = lease(other(), "t1", LONG);

        queue().renew(List.of(lost, kept));

        assertFalse(lost.isHeld(), "isHeld must return false for a superseded lease after renew(leases)");
        assertEquals(
                Optional.empty(), other().lease("t1", LONG), "renew(leases) must not release the next holder's lease");
        other().append(Append.of("t1", 1, message("a")).under(next));
        store().append(Append.of("t2", 1, message("b")).under(kept));
    }

    @Test
    void renewalOfNoneHasNoEffect() {
        queue().renew(List.of());

        assertNotDue("renew of an empty collection must have no effect");
    }
}

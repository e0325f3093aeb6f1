package dev.escapement.testkit;

import static dev.escapement.testkit.Samples.message;
import static dev.escapement.testkit.Samples.started;
import static dev.escapement.testkit.Samples.thread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.ConcurrentRunException;
import dev.escapement.run.LeaseLostException;
import dev.escapement.run.ThreadStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link dev.escapement.run.ThreadStore#lease} and {@link dev.escapement.run.ThreadStore.Lease}: the
 * token alone protects a thread, and expiry only permits another holder to acquire the lease.
 */
public abstract class LeaseContract extends StoreContract {

    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    private static final int TRIALS = 10;

    /** Creates the tests. */
    protected LeaseContract() {}

    @BeforeEach
    final void startThreads() {
        start("t1");
        start("t2");
    }

    // Exclusion

    @Test
    void unknownThreadHasNoLease() {
        assertEquals(Optional.empty(), store().lease("t3", LONG), "lease must be empty for an id that is not stored");
        assertEquals(Optional.empty(), other().load("t3"), "lease must not create a thread");
    }

    @Test
    void leaseIsExclusive() {
        ThreadStore.Lease lease = lease(store(), "t1", LONG);

        assertEquals("t1", lease.threadId(), "the lease must have the id of the thread");
        assertFree(false, "t1", "a lease must be exclusive");
    }

    @Test
    void leasesOfThreadsAreIndependent() {
        ThreadStore.Lease first = lease(store(), "t1", LONG);
        lease(other(), "t2", LONG);

        first.close();

        assertFree(false, "t2", "closing the lease of t1 must not release that of t2");
    }

    @Test
    void closedLeaseIsFree() {
        lease(store(), "t1", LONG).close();

        assertFree(true, "t1", "a closed lease must be free at once");
    }

    @Test
    void closingTwiceKeepsNextLease() {
        ThreadStore.Lease first = lease(store(), "t1", LONG);
        first.close();
        ThreadStore.Lease second = lease(other(), "t1", LONG);

        first.close();

        assertFree(false, "t1", "the second close of a lease must not release the lease of the next holder");
        assertTrue(second.renew(), "the next holder must be able to renew");
    }

    @Test
    void refusedRequestKeepsLease() {
        ThreadStore.Lease lease = lease(store(), "t1", LONG);

        assertFree(false, "t1", "a lease must be exclusive");
        assertFree(false, "t1", "a refused request must not release the lease");
        store().append(Append.of("t1", 1, message("a")).under(lease));
    }

    @Test
    void leaseCanBeClosedByAnotherJavaThread() throws Exception {
        ThreadStore.Lease lease = lease(store(), "t1", LONG);

        ConcurrentCalls.of(1, index -> {
            lease.close();
            return true;
        });

        assertFree(true, "t1", "a lease must be free after another Java thread closed it");
    }

    @Test
    void oneOfTwentyRequestsSucceeds() throws Exception {
        List<Optional<ThreadStore.Lease>> leases =
                ConcurrentCalls.of(20, index -> store(index).lease("t1", LONG));

        assertEquals(
                1,
                leases.stream().filter(Optional::isPresent).count(),
                "exactly one of 20 concurrent requests must acquire the lease");
    }

    @Test
    void oneOfTwentyTakesOverExpiredLease() throws Exception {
        ThreadStore.Lease expired = expiredLease(store(), "t1");

        List<Optional<ThreadStore.Lease>> leases =
                ConcurrentCalls.of(20, index -> store(index).lease("t1", LONG));

        List<ThreadStore.Lease> acquired =
                leases.stream().flatMap(Optional::stream).toList();
        assertEquals(1, acquired.size(), "exactly one of 20 concurrent requests must take over an expired lease");
        assertGreater(expired, acquired.get(0));
    }

    @Test
    void acquisitionHasTimeOfStore() throws Exception {
        advance(Duration.ofMillis(50));
        Instant before = now();
        Instant acquired = lease(store(), "t1", LONG).acquiredAt();

        assertTrue(
                Duration.between(before, acquired).abs().compareTo(TOLERANCE) < 0,
                () -> "acquiredAt must be the time of the store's clock, about " + before + ", but was " + acquired);
    }

    // Tokens and expiry

    @Test
    void tokensIncrease() {
        ThreadStore.Lease first = lease(store(), "t1", LONG);
        first.close();
        ThreadStore.Lease second = lease(other(), "t1", LONG);
        second.close();
        ThreadStore.Lease third = lease(store(), "t1", LONG);

        assertGreater(first, second);
        assertGreater(second, third);
    }

    @Test
    void expiredLeaseCanBeTakenOver() throws Exception {
        ThreadStore.Lease expired = expiredLease(store(), "t1");

        ThreadStore.Lease next = other().lease("t1", LONG)
                .orElseThrow(() -> new AssertionError("an expired lease must be free for other holders"));

        assertGreater(expired, next);
        assertFree(false, "t1", "a lease that was taken over must be exclusive");
    }

    @Test
    void appendsDoNotExtendLease() throws Exception {
        ThreadStore.Lease lease = lease(store(), "t1", shortLease());
        store().append(Append.of("t1", 1, message("a")).under(lease));
        expire();

        assertFree(true, "t1", "a lease must expire although events were appended under it");
    }

    @Test
    void renewalExtendsLease() throws Exception {
        for (int trial = 0; trial < TRIALS; trial++) {
            ThreadStore.Lease lease = lease(store(), "t1", shortLease());
            advance(shortLease().dividedBy(2));
            long renewal = System.nanoTime();
            assertTrue(lease.renew(), "renew must return true for the newest lease");
            advance(shortLease().dividedBy(2).plusMillis(5));
            boolean free = other().lease("t1", LONG).isPresent();
            if (System.nanoTime() - renewal < shortLease().toNanos()) {
                assertFalse(free, "a renewed lease must be exclusive for its time from the renewal");
                return;
            }
            store().delete("t1"); // the machine was too slow for this trial
            start("t1");
        }
        throw new AssertionError("the operations take longer than shortLease(); return a longer time from it");
    }

    @Test
    void renewalExtendsForItsTimeOnly() throws Exception {
        ThreadStore.Lease lease = lease(store(), "t1", shortLease());
        lease.renew();
        expire();

        assertFree(true, "t1", "a renewed lease must expire after its time");
    }

    // Holders

    @Test
    void holderAppends() {
        ThreadStore.Lease lease = lease(store(), "t1", LONG);

        store().append(Append.of("t1", 1, message("a")).under(lease));
        store().append(Append.of("t1", 2, message("b")).under(lease));

        assertEquals(List.of("a", "b"), messages("t1"), "the holder of a lease must be able to append");
    }

    @Test
    void holderAppendsOnlyAtEnd() {
        ThreadStore.Lease lease = lease(store(), "t1", LONG);
        append("t1", 1, message("a"));

        assertThrows(
                ConcurrentRunException.class,
                () -> store().append(Append.of("t1", 1, message("b")).under(lease)),
                "append under the newest lease at a taken position must be refused as any other");
        assertEquals(List.of("a"), messages("t1"), "a refused append must not store an event");
    }

    @Test
    void decisionsNeedNoLease() {
        ThreadStore.Lease lease = lease(store(), "t1", LONG);

        other().append(Append.of("t1", 1, message("a")));

        assertEquals(List.of("a"), messages("t1"), "append without a lease must succeed while another holder has one");
        assertFree(false, "t1", "an append must not release the lease of another holder");
        store().append(Append.of("t1", 2, message("b")).under(lease));
    }

    @Test
    void expiredLeaseStillAppends() throws Exception {
        ThreadStore.Lease lease = expiredLease(store(), "t1");

        store().append(Append.of("t1", 1, message("a")).under(lease));

        assertEquals(List.of("a"), messages("t1"), "an expired lease that was not taken over must remain valid");
    }

    @Test
    void expiredLeaseCanBeRenewed() throws Exception {
        ThreadStore.Lease lease = lease(store(), "t1", shortLease());
        expire();

        assertTrue(lease.renew(), "renew must return true for an expired lease that was not taken over");
    }

    @Test
    void supersededHolderCannotAppend() throws Exception {
        ThreadStore.Lease expired = expiredLease(store(), "t1");
        ThreadStore.Lease next = lease(other(), "t1", LONG);

        assertLost(expired, 1);
        other().append(Append.of("t1", 1, message("b")).under(next));
        assertLost(expired, 2);

        assertEquals(thread("t1", started("hello"), message("b")), store().load("t1"), "only the next holder appends");
    }

    @Test
    void supersededHolderGetsLeaseLostAtWrongPosition() throws Exception {
        ThreadStore.Lease expired = expiredLease(store(), "t1");
        ThreadStore.Lease next = lease(other(), "t1", LONG);
        other().append(Append.of("t1", 1, message("b")).under(next));

        assertLost(expired, 1);
        assertLost(expired, 9);
    }

    @Test
    void supersededHolderCannotAppendAfterNextClosed() throws Exception {
        ThreadStore.Lease expired = expiredLease(store(), "t1");
        lease(other(), "t1", LONG).close();

        assertLost(expired, 1);
    }

    @Test
    void supersededHolderCannotAppendAfterNextExpired() throws Exception {
        ThreadStore.Lease expired = expiredLease(store(), "t1");
        expiredLease(other(), "t1");

        assertLost(expired, 1);
    }

    @Test
    void supersededHolderCannotRenew() throws Exception {
        ThreadStore.Lease expired = expiredLease(store(), "t1");
        ThreadStore.Lease next = lease(other(), "t1", LONG);

        assertFalse(expired.renew(), "renew must return false for a superseded lease");

        assertFalse(expired.isHeld(), "isHeld must return false after renew returned false");
        assertFree(false, "t1", "the refused renewal must not affect the next holder");
        other().append(Append.of("t1", 1, message("b")).under(next));
    }

    @Test
    void supersededHolderCannotReleaseNext() throws Exception {
        ThreadStore.Lease expired = expiredLease(store(), "t1");
        lease(other(), "t1", LONG);

        expired.close();

        assertFree(false, "t1", "closing a superseded lease must not release the lease of the next holder");
    }

    @Test
    void closedLeaseCannotBeRenewed() {
        ThreadStore.Lease lease = lease(store(), "t1", LONG);
        lease.close();

        assertFalse(lease.renew(), "renew must return false for a closed lease");
        assertFree(true, "t1", "renewing a closed lease must not acquire it");
    }

    // isHeld

    @Test
    void leaseIsHeldUntilClosed() {
        ThreadStore.Lease lease = lease(store(), "t1", LONG);

        assertTrue(lease.isHeld(), "isHeld must return true for a new lease");
        lease.close();
        assertFalse(lease.isHeld(), "isHeld must return false for a closed lease");
    }

    @Test
    void leaseIsHeldForItsTimeOnly() throws Exception {
        Duration time = Duration.ofMillis(100);
        ThreadStore.Lease lease = lease(store(), "t1", time);
        Thread.sleep(time.toMillis()); // isHeld uses a monotonic clock, which cannot be moved

        assertFalse(lease.isHeld(), "isHeld must return false when the time of the lease has passed");
    }

    @Test
    void renewalMakesLeaseHeldAgain() throws Exception {
        ThreadStore.Lease lease = null;
        for (int trial = 0; trial < TRIALS; trial++) {
            lease = lease(store(), "t2", shortLease());
            Thread.sleep(shortLease().toMillis());
            long renewal = System.nanoTime();
            assertTrue(lease.renew(), "renew must return true for the newest lease");
            boolean held = lease.isHeld();
            if (System.nanoTime() - renewal < shortLease().toNanos() / 2) {
                assertTrue(held, "isHeld must return true after renew returned true");
                return;
            }
            lease.close();
        }
        throw new AssertionError("renew takes longer than half of shortLease(); return a longer time from it");
    }

    // Checks

    private static void assertGreater(ThreadStore.Lease earlier, ThreadStore.Lease later) {
        assertTrue(
                earlier.token() < later.token(),
                () -> "each acquisition must have a greater token than all earlier ones, but " + later.token()
                        + " follows " + earlier.token());
    }

    private void assertLost(ThreadStore.Lease lease, int position) {
        List<String> before = messages("t1");
        LeaseLostException refusal = assertThrows(
                LeaseLostException.class,
                () -> store().append(Append.of("t1", position, message("late")).under(lease)),
                () -> "append under a superseded lease must throw LeaseLostException, here at position " + position);
        assertEquals("t1", refusal.threadId(), "the exception must have the id of the thread");
        assertEquals(before, messages("t1"), "a refused append must not store an event");
    }

    /** Checks in both instances whether a lease can be acquired. */
    private void assertFree(boolean expected, String id, String message) {
        for (int i = 0; i < 2; i++) {
            Optional<ThreadStore.Lease> lease = store(i).lease(id, LONG);
            lease.ifPresent(ThreadStore.Lease::close);
            assertEquals(expected, lease.isPresent(), message);
        }
    }
}

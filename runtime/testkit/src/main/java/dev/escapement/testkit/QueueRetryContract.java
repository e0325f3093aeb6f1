package dev.escapement.testkit;

import static dev.escapement.testkit.Samples.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.LeaseLostException;
import dev.escapement.run.Standing;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.run.ThreadQueue.Claim;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.escapement.run.ThreadQueue}: retry, park and wake. */
public abstract class QueueRetryContract extends QueueContract {

    private static final Duration SOON = Duration.ofMillis(100);

    /** Creates the tests. */
    protected QueueRetryContract() {}

    // Retry

    @Test
    void retriedThreadIsNotDueBeforeDelay() {
        start("t1");
        queue().retry(claim("t1", LONG), LONG);

        assertNotDue("a thread must not be due before the delay of retry");
        lease(other(), "t1", LONG); // fails if retry did not release the lease
    }

    @Test
    void retriedThreadIsDueAfterDelay() throws Exception {
        start("t1");
        queue().retry(claim("t1", LONG), SOON);
        advance(SOON.plusMillis(20));

        assertEquals(List.of("t1"), ids(claims()), "a thread must be due after the delay of retry");
    }

    @Test
    void decisionBeforeRetryKeepsThreadDue() {
        start("t1");
        Claim claim = claim("t1", LONG);
        other().append(Append.of("t1", 1, message("decision")));

        queue().retry(claim, LONG);

        assertEquals(0, entry("t1").attempts(), "retry must not count after events that the execution did not know");
        assertEquals(List.of("t1"), ids(claims()), "retry must not delay a decision, but must release the lease");
    }

    @Test
    void decisionBeforeParkKeepsThreadDue() {
        start("t1");
        Claim claim = claim("t1", LONG);
        other().append(Append.of("t1", 1, message("decision")));

        queue().park(claim);

        assertFalse(entry("t1").parked(), "park must not apply after events that the execution did not know");
        assertEquals(List.of("t1"), ids(claims()), "park must not cancel a decision, but must release the lease");
    }

    @Test
    void retryAfterOwnEventsDelaysThread() {
        start("t1");
        Claim claim = claim("t1", LONG);
        store().append(Append.of("t1", 1, message("a")).under(claim.lease()));

        queue().retry(new Claim(claim.lease(), claim.agent(), 0, 2), LONG);

        assertEquals(1, entry("t1").attempts(), "retry must count after events that the execution recorded");
        assertNotDue("a thread must not be due before the delay of retry");
    }

    @Test
    void retryCountsAttempts() {
        start("t1");
        for (int attempts = 0; attempts < 3; attempts++) {
            Claim claim = claim("t1", LONG);
            assertEquals(attempts, claim.attempts(), "claim must return the number of failed executions");
            assertEquals(attempts, entry("t1").attempts(), "entry must return the number of failed executions");
            queue().retry(claim, Duration.ZERO);
        }

        assertEquals(3, entry("t1").attempts(), "each retry must count as a failed execution");
    }

    @Test
    void appendResetsAttempts() {
        start("t1");
        queue().retry(claim("t1", LONG), LONG);
        append("t1", 1, message("a"));

        assertEquals(0, entry("t1").attempts(), "an append must reset the number of failed executions");
        assertEquals(0, claim("t1", LONG).attempts(), "an append must make the thread due in spite of the delay");
    }

    @Test
    void appendWithoutEventsResetsAttempts() {
        start("t1");
        queue().retry(claim("t1", LONG), LONG);
        store().append(Append.of("t1", 1));

        assertEquals(0, claim("t1", LONG).attempts(), "an append without events must reset the failed executions");
    }

    @Test
    void retryKeepsPhaseAndSince() throws Exception {
        start("t1");
        ThreadEntry before = entry("t1");
        advanceClock();
        queue().retry(claim("t1", LONG), LONG);

        assertEquals(Phase.RUNNABLE, entry("t1").standing().phase(), "retry must not change the phase");
        assertEquals(before.since(), entry("t1").since(), "retry must not change the time at which the phase began");
        assertFalse(entry("t1").parked(), "retry must not park the thread");
    }

    @Test
    void supersededClaimCannotRetry() throws Exception {
        start("t1");
        Claim expired = claim("t1", shortLease());
        expire();
        Claim next = claims().get(0);

        queue().retry(expired, Duration.ZERO);

        assertNotDue("retry of a superseded claim must not release the lease of the next holder");
        assertEquals(0, entry("t1").attempts(), "retry of a superseded claim must not count as a failed execution");
        other().append(Append.of("t1", 1, message("a")).under(next.lease()));
    }

    // Park

    @Test
    void parkedThreadIsNotDue() throws Exception {
        start("t1");
        queue().park(claim("t1", LONG));
        advance(SOON);

        assertNotDue("a parked thread must not be due");
        assertTrue(entry("t1").parked(), "the entry of a parked thread must be marked as parked");
        assertEquals(Phase.RUNNABLE, entry("t1").standing().phase(), "the phase of a parked thread");
        lease(other(), "t1", LONG); // fails if park did not release the lease
    }

    @Test
    void appendMakesParkedThreadDue() {
        start("t1");
        queue().park(claim("t1", LONG));
        append("t1", 1, message("a"));

        assertFalse(entry("t1").parked(), "an append must end the parking of a thread");
        assertEquals(0, claim("t1", LONG).attempts(), "an append must reset the number of failed executions");
    }

    @Test
    void supersededClaimCannotPark() throws Exception {
        start("t1");
        Claim expired = claim("t1", shortLease());
        expire();
        Claim next = claims().get(0);

        queue().park(expired);

        assertFalse(entry("t1").parked(), "a superseded claim must not park the thread of the next holder");
        assertTrue(next.lease().renew(), "park of a superseded claim must not release the lease of the next holder");
    }

    @Test
    void claimThatWasRetriedIsReleased() {
        start("t1");
        Claim claim = claim("t1", LONG);
        queue().retry(claim, Duration.ZERO);
        Claim next = claims().get(0);

        assertThrows(
                LeaseLostException.class,
                () -> store().append(Append.of("t1", 1, message("late")).under(claim.lease())),
                "the lease of a retried claim must be superseded by the next one");
        claim.lease().close();
        assertNotDue("closing the lease of a retried claim must not release the next one");
        other().append(Append.of("t1", 1, message("a")).under(next.lease()));
    }

    // Wake

    @Test
    void wokenThreadIsDueAtOnce() {
        start("t1");
        queue().park(claim("t1", LONG));

        assertTrue(queue().wake("t1"), "wake must return true for a thread that has not ended");

        assertFalse(entry("t1").parked(), "wake must end the parking of a thread");
        assertEquals(0, entry("t1").attempts(), "wake must reset the number of failed executions");
        assertEquals(List.of("t1"), ids(claims()), "wake must make a parked thread due");
    }

    @Test
    void wakeEndsDelay() {
        start("t1");
        queue().retry(claim("t1", LONG), LONG);
        start("t2", Standing.of(Phase.WAITING));
        start("t3", dueIn(Phase.RUNNABLE, LONG));

        for (String id : List.of("t1", "t2", "t3")) {
            assertTrue(queue().wake(id), "wake must return true for a thread that has not ended");
            claim(id, LONG);
        }
    }

    @Test
    void wakeDoesNotReleaseLease() {
        start("t1");
        Claim claim = claim("t1", LONG);

        assertTrue(queue().wake("t1"), "wake must return true for a thread that has not ended");

        assertNotDue("wake must not make a thread due whose lease is held");
        store().append(Append.of("t1", 1, message("a")).under(claim.lease()));
    }

    @Test
    void endedThreadIsNotWoken() {
        start("t1", Standing.of(Phase.FINISHED));
        start("t2", Standing.of(Phase.STOPPED));

        assertFalse(queue().wake("t1"), "wake must return false for a finished thread");
        assertFalse(queue().wake("t2"), "wake must return false for a stopped thread");
        assertFalse(queue().wake("t3"), "wake must return false for an id that is not stored");
        assertNotDue("wake must not make an ended thread due");
    }

    private ThreadEntry entry(String id) {
        return ((ThreadIndex) other()).entry(id).orElseThrow();
    }
}

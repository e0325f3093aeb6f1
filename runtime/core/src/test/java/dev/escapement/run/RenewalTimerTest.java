package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fixture.RecordedLog;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests of the timer that starts renewals. */
@Timeout(60)
class RenewalTimerTest {

    private static final long SOON = Duration.ofMillis(1).toNanos();
    private static final long LATER = Duration.ofMillis(300).toNanos();
    private static final long NEVER = Duration.ofDays(1).toNanos();

    private final RenewalTimer timer = new RenewalTimer();

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertTrue(latch.await(60, TimeUnit.SECONDS), "the renewal has not started");
    }

    @Test
    void renewalsStartInTheOrderOfTheirTimes() throws Exception {
        BlockingQueue<String> started = new LinkedBlockingQueue<>();
        Runnable second = () -> started.add("second");
        Runnable first = () -> started.add("first");

        timer.schedule(second, 5 * LATER);
        timer.schedule(first, SOON);

        assertEquals("first", started.poll(60, TimeUnit.SECONDS));
        assertEquals("second", started.poll(60, TimeUnit.SECONDS));
    }

    @Test
    void earlierStartReplacesALaterOne() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Runnable renewal = started::countDown;
        timer.schedule(renewal, NEVER);

        timer.schedule(renewal, SOON);

        await(started);
    }

    @Test
    void cancelledRenewalDoesNotStart() throws Exception {
        BlockingQueue<String> started = new LinkedBlockingQueue<>();
        Runnable cancelled = () -> started.add("cancelled");
        timer.schedule(cancelled, LATER);
        timer.cancel(cancelled);

        timer.schedule(() -> started.add("other"), 2 * LATER);

        assertEquals("other", started.poll(60, TimeUnit.SECONDS));
    }

    @Test
    void failureOfARenewalDoesNotPreventOthers() throws Exception {
        CountDownLatch other = new CountDownLatch(1);
        Error failure = new AssertionError("fails");
        try (RecordedLog log = RecordedLog.of(LeaseKeeper.class)) {
            timer.schedule(other::countDown, 5 * LATER);
            timer.schedule(
                    () -> {
                        throw failure;
                    },
                    SOON);

            await(other);
            assertSame(failure, log.entries().get(0).thrown());
        }
    }

    /** The Java thread ends although the start of another renewal is scheduled. */
    @Test
    void timerThatEndedStartsAgain() throws Exception {
        CompletableFuture<Thread> interrupted = new CompletableFuture<>();
        CountDownLatch started = new CountDownLatch(1);
        Runnable renewal = started::countDown;
        timer.schedule(renewal, LATER);
        timer.schedule(
                () -> {
                    Thread.currentThread().interrupt();
                    interrupted.complete(Thread.currentThread());
                },
                SOON);
        interrupted.get(60, TimeUnit.SECONDS).join();

        timer.schedule(renewal, 2 * LATER);

        await(started);
    }
}

package dev.escapement.server.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.escapement.server.http.RefusalLog;
import dev.escapement.server.http.Watchdog;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestExecutorTest {
    private static final int POOL = 2;
    private static final int TASKS = 10;

    @Test
    void slowHeadersDoNotOccupyTheBusyPool() throws Exception {
        assumeTrue(Runtime.version().feature() < 21, "The pool exists on JVMs before 21 only.");
        CountDownLatch interrupted = new CountDownLatch(TASKS - POOL - POOL);
        try (Watchdog watchdog = Watchdog.start("test-watchdog");
                RequestExecutor executor = new RequestExecutor(
                        watchdog, TASKS, Duration.ofSeconds(10), new RefusalLog(Clock.systemUTC()), POOL)) {
            CountDownLatch first = new CountDownLatch(1);
            for (int i = 0; i < POOL; i++) {
                executor.execute(() -> await(first));
            }
            for (int i = POOL; i < TASKS; i++) {
                executor.execute(() -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                });
            }
            first.countDown();

            assertTrue(interrupted.await(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void busyPoolLimitsHeadersInProportion() {
        assertEquals(
                List.of(Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(3)),
                Stream.of(Duration.ofMillis(100), Duration.ofSeconds(10), Duration.ofMinutes(1))
                        .map(RequestExecutor::busyTime)
                        .toList());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

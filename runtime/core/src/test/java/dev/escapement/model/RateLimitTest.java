package dev.escapement.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the rate limit. The simulated time advances only while a request waits. */
class RateLimitTest {

    private static final ModelRequest REQUEST = new ModelRequest("", List.of(), List.of());

    /** The time of the clock, which overflows during the tests. */
    private long now = Long.MAX_VALUE - 5;

    private final long start = now;
    private final List<Long> begun = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void forgetTheInterrupt() {
        Thread.interrupted();
    }

    @Test
    void asManyMayBeginAtOnceAsTheLimitSays() throws InterruptedException {
        begin(limit(3, 10), 3);

        assertEquals(List.of(0L, 0L, 0L), begun);
    }

    @Test
    void theNextOneBeginsWhenTheFirstIsAPeriodAgo() throws InterruptedException {
        begin(limit(2, 10), 7);

        assertEquals(List.of(0L, 0L, 10L, 10L, 20L, 20L, 30L), begun);
    }

    /**
     * The limit applies to every period, not only to consecutive ones, across whose edges twice as many could start.
     */
    @Test
    void noPeriodWheneverItBeginsHasMore() throws InterruptedException {
        RateLimit limit = limit(2, 10);
        begin(limit, 1);
        now += 9;
        begin(limit, 3);

        assertEquals(List.of(0L, 9L, 10L, 19L), begun);
    }

    @Test
    void nobodyWaitsWhoComesExactlyAPeriodLater() throws InterruptedException {
        RateLimit limit = limit(1, 10);
        begin(limit, 1);
        now += 10;
        begin(limit, 1);

        assertEquals(List.of(0L, 10L), begun);
    }

    @Test
    void aPauseThatEndsEarlyIsWaitedForAgain() throws InterruptedException {
        RateLimit hasty = new RateLimit(1, Duration.ofNanos(10), () -> now, nanos -> now += Math.max(1, nanos / 2));
        begin(hasty, 2);

        assertEquals(List.of(0L, 10L), begun);
    }

    @Test
    void whoIsInterruptedIsNotCounted() throws InterruptedException {
        boolean[] interrupted = {true};
        RateLimit limit = new RateLimit(1, Duration.ofNanos(10), () -> now, nanos -> {
            if (interrupted[0]) {
                throw new InterruptedException();
            }
            now += nanos;
        });
        begin(limit, 1);
        assertThrows(InterruptedException.class, limit::acquire);
        interrupted[0] = false;
        begin(limit, 1);

        assertEquals(List.of(0L, 10L), begun);
    }

    @Test
    void whoIsInterruptedAlreadyDoesNotBegin() {
        Thread.currentThread().interrupt();

        assertThrows(InterruptedException.class, limit(1, 10)::acquire);
    }

    /** Each request waits for those before it, so that every order keeps the limit. */
    @Test
    void manyThreadsTogetherKeepTheLimit() throws InterruptedException {
        RateLimit limit = limit(3, 10);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(new Thread(() -> assertBegins(limit, 50)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        // 400 requests, three per period: the clock has advanced exactly as far as necessary.
        assertEquals(1330, now - start);
    }

    private static void assertBegins(RateLimit limit, int requests) {
        try {
            for (int i = 0; i < requests; i++) {
                limit.acquire();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoCameFirstGoesFirst() throws InterruptedException {
        List<String> turns = new ArrayList<>(); // the waiting request has its turn
        List<Thread> threads = new ArrayList<>();
        RateLimit[] limit = new RateLimit[1];
        limit[0] = new RateLimit(1, Duration.ofNanos(10), () -> now, nanos -> {
            if (turns.isEmpty()) {
                for (String name : List.of("second", "third", "fourth", "fifth")) {
                    threads.add(queued(name, limit[0]));
                }
            }
            turns.add(Thread.currentThread().getName());
            now += nanos;
        });
        limit[0].acquire();
        String first = Thread.currentThread().getName();
        limit[0].acquire();
        for (Thread thread : threads) {
            thread.join();
        }

        assertEquals(List.of(first, "second", "third", "fourth", "fifth"), turns);
    }

    /** Returns a Java thread that waits behind all others. */
    private static Thread queued(String name, RateLimit limit) {
        Thread thread = new Thread(() -> assertBegins(limit, 1), name);
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    @ParameterizedTest
    @CsvSource({"0, PT1S", "-1, PT1S", "1, PT0S", "1, PT-1S"})
    void aLimitAllowsSomethingInSomeTime(int requests, Duration period) {
        assertThrows(IllegalArgumentException.class, () -> RateLimit.of(requests, period));
    }

    @Test
    void aLimitedModelIsAskedWhenItMayBe() {
        RateLimit limit = limit(1, 10);
        Model model = new RateLimitedModel(
                request -> {
                    begun.add(now - start);
                    return ModelReply.text("hello");
                },
                limit);
        model.reply(REQUEST);
        model.reply(REQUEST, delta -> {});

        assertEquals(List.of(0L, 10L), begun);
    }

    @Test
    void aLimitedModelIsTheSameModel() {
        ModelInfo info = new ModelInfo("openai", "m", "localhost", 1);
        List<Delta> deltas = new ArrayList<>();
        Model model = new RateLimitedModel(new StreamingModel(info), limit(1, 10));

        assertEquals("hello", model.reply(REQUEST, deltas::add).text());
        assertEquals(List.of(new Delta.Text("hello")), deltas);
        assertEquals(info, model.info());
    }

    @Test
    void interruptionWhileWaitingIsReportedAndKept() {
        Model model = new RateLimitedModel(new StreamingModel(ModelInfo.UNKNOWN), limit(1, 10));
        Thread.currentThread().interrupt();

        assertThrows(CancellationException.class, () -> model.reply(REQUEST));
        assertTrue(Thread.interrupted());
        assertFalse(Thread.currentThread().isInterrupted());
    }

    private RateLimit limit(int requests, long period) {
        return new RateLimit(requests, Duration.ofNanos(period), () -> now, nanos -> now += nanos);
    }

    private void begin(RateLimit limit, int requests) throws InterruptedException {
        for (int i = 0; i < requests; i++) {
            limit.acquire();
            begun.add(now - start);
        }
    }
}

package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.http.HttpSettings;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelInfo;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A test with 200 concurrent streams, about half of which are interrupted at random times. Afterwards neither the server
 * nor the client has a connection or a Java thread for them. {@code -Dleak.rounds=50} makes the test longer, and
 * {@code -Dleak.seed=…} repeats a failure.
 */
@Timeout(600)
class EndpointLeakTest {

    private static final int STREAMS = 200;
    private static final int MAX_MILLIS = 400;
    private static final int EXTRA_ROUNDS = 4;
    private static final Duration SETTLING = Duration.ofSeconds(60);

    private final AtomicInteger complete = new AtomicInteger();
    private final AtomicInteger interrupted = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    /** Returns a pool whose Java threads end soon after their last task, so that a leaked task is visible. */
    private static ThreadPoolExecutor pool() {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 200, TimeUnit.MILLISECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "leak-test-client-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    @Test
    void interruptedStreamsLeaveNothing() throws Exception {
        long seed = Long.getLong("leak.seed", 20_261_129L);
        int rounds = Integer.getInteger("leak.rounds", 1);
        Random random = new Random(seed);
        ThreadPoolExecutor pool = pool();
        HttpClient client = HttpClient.newBuilder()
                .executor(pool)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        HttpSettings http = HttpSettings.DEFAULT.withHttpClient(client).withRetries(0);
        try (SlowStreamServer server = new SlowStreamServer(seed, MAX_MILLIS)) {
            Endpoint endpoint = new Endpoint(ModelInfo.UNKNOWN, server.uri(), Map.of(), Map.of(), http);
            int done = 0;
            while (done < rounds || (isOneSided() && done < rounds + EXTRA_ROUNDS)) {
                round(endpoint, random);
                done++;
            }

            String seen = "seed " + seed + ": " + complete + " complete, " + interrupted + " interrupted, " + failed
                    + " failed; the server has " + server.open() + " of " + server.accepted()
                    + " connections, the pool "
                    + pool.getPoolSize() + " threads";
            assertEquals(0, failed.get(), seen);
            assertEquals(done * STREAMS, complete.get() + interrupted.get(), seen);
            assertFalse(isOneSided(), seen);
            assertTrue(settles(() -> server.open() == 0), () -> seen + "; connections remain");
            assertTrue(settles(() -> pool.getPoolSize() == 0), () -> seen + "; threads remain");
            assertTrue(settles(() -> threads("leak-test-") == 0), () -> seen + "; threads have not ended");
        } finally {
            pool.shutdownNow();
        }
    }

    /** Returns whether few streams were complete or few were interrupted, as happens on a stalled machine. */
    private boolean isOneSided() {
        return Math.min(complete.get(), interrupted.get()) < STREAMS / 10;
    }

    private void round(Endpoint endpoint, Random random) throws InterruptedException {
        List<Thread> callers = new ArrayList<>();
        List<Integer> delays = new ArrayList<>();
        for (int i = 0; i < STREAMS; i++) {
            Thread caller = new Thread(() -> call(endpoint), "leak-test-caller-" + i);
            callers.add(caller);
            delays.add(random.nextBoolean() ? random.nextInt(MAX_MILLIS) : -1);
        }
        callers.forEach(Thread::start);
        long start = System.nanoTime();
        for (int millis = 0; millis <= MAX_MILLIS; millis++) {
            long left = TimeUnit.MILLISECONDS.toNanos(millis) - (System.nanoTime() - start);
            TimeUnit.NANOSECONDS.sleep(Math.max(0, left));
            for (int i = 0; i < STREAMS; i++) {
                if (delays.get(i) == millis) {
                    callers.get(i).interrupt();
                }
            }
        }
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private void call(Endpoint endpoint) {
        try {
            String text = endpoint.post(RequestBody.of("{}"), delta -> {}, TextReplyReader::new)
                    .text();
            (text.isEmpty() ? failed : complete).incrementAndGet();
        } catch (CancellationException e) {
            (Thread.currentThread().isInterrupted() ? interrupted : failed).incrementAndGet();
        } catch (ModelException e) {
            failed.incrementAndGet();
        }
    }

    private static boolean settles(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + SETTLING.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return condition.getAsBoolean();
    }

    private static long threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .count();
    }
}

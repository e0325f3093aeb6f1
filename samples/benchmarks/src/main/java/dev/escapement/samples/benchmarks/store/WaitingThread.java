package dev.escapement.samples.benchmarks.store;

import dev.escapement.run.Append;
import dev.escapement.run.Standing;
import dev.escapement.run.Standing.Kind;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The start of threads that wait for a person, each with a question and three labels; one in ten has a deadline. */
final class WaitingThread {

    static final String AGENT = "example.Desk";

    /** The number of values of the label {@code tenant}. */
    static final int TENANTS = 100;

    private static final int THREADS_PER_USER = 10;
    private static final int STARTERS = 8;
    private static final Duration DEADLINE = Duration.ofDays(30);

    private WaitingThread() {}

    /** Starts a number of threads and prints the rate. */
    static void start(ThreadStore store, int threads) throws Exception {
        long begin = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        ExecutorService executor = Executors.newFixedThreadPool(STARTERS);
        try {
            List<Future<?>> starters = new ArrayList<>();
            for (int i = 0; i < STARTERS; i++) {
                starters.add(executor.submit(() -> {
                    for (int n = next.getAndIncrement(); n < threads; n = next.getAndIncrement()) {
                        start(store, n, Instant.now());
                    }
                }));
            }
            for (Future<?> starter : starters) {
                starter.get();
            }
        } finally {
            executor.shutdown();
        }
        System.out.printf(
                "%,d threads in %d s%n",
                threads, Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }

    private static void start(ThreadStore store, int number, Instant now) {
        Map<String, String> labels = Map.of(
                "tenant", String.valueOf(number % TENANTS),
                "region", String.valueOf(number % 2),
                "user", String.valueOf(number / THREADS_PER_USER));
        Start start = new Start("The lamp arrived broken", "", "", List.of(), labels);
        Optional<Instant> deadline =
                number % THREADS_PER_USER == 0 ? Optional.of(now.plus(DEADLINE)) : Optional.empty();
        Standing.Question question =
                new Standing.Question("call_1", Kind.values()[number % Kind.values().length], now, deadline);
        store.append(Append.of(
                        String.format("thread-%06d", number), 0, new Event.Started(now, AGENT, start, Budget.UNLIMITED))
                .with(new Standing(Phase.WAITING, deadline, List.of(question))));
    }
}

package dev.escapement.samples.benchmarks.restate;

import dev.escapement.samples.benchmarks.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Rounds that start agent threads, or the objects of a reference, and keep a number of them in flight. */
final class ThreadRounds {

    private static final long LIMIT_SECONDS = 120;
    private static final double NANOS_PER_MICRO = 1_000;

    private final AtomicInteger ids = new AtomicInteger();
    private final Semaphore ended;

    /**
     * Creates the rounds.
     *
     * @param ended receives a permit at the end of each thread
     */
    ThreadRounds(Semaphore ended) {
        this.ended = ended;
    }

    /** The start of a thread. */
    interface ThreadStart {
        void start(String id) throws Exception;
    }

    /**
     * Returns the microseconds of a step: the time of the round divided by all steps.
     *
     * @param inFlight the number of threads at the same time
     * @param threads the number of all threads
     * @param steps the number of steps of each thread
     */
    Sample measure(ThreadStart subject, int inFlight, int threads, int steps) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(inFlight);
        AtomicInteger left = new AtomicInteger(threads);
        List<Future<?>> workers = new ArrayList<>();
        try {
            long begin = System.nanoTime();
            for (int worker = 0; worker < inFlight; worker++) {
                workers.add(executor.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        subject.start("t" + ids.incrementAndGet());
                        awaitEnd();
                    }
                    return null;
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
            return new Sample((System.nanoTime() - begin) / NANOS_PER_MICRO / threads / steps);
        } finally {
            executor.shutdownNow();
        }
    }

    private void awaitEnd() throws InterruptedException {
        if (!ended.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("A thread did not end within " + LIMIT_SECONDS + " s.");
        }
    }
}

package dev.escapement.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Lets several threads of execution do something at the same time. */
public final class Race {

    private Race() {}

    /**
     * What one of the racers does.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Racing<T> {

        /**
         * Does it.
         *
         * @param racer which of them, from 0
         * @return what came of it
         * @throws Exception if it fails
         */
        T run(int racer) throws Exception;
    }

    /**
     * DeskRunners a race.
     *
     * @param racers how many take part
     * @param what what each does
     * @param <T> what comes of it
     * @return what came of it, in the order of the racers
     * @throws Exception if a racer failed
     */
    public static <T> List<T> of(int racers, Racing<T> what) throws Exception {
        CyclicBarrier start = new CyclicBarrier(racers);
        List<Callable<T>> race = new ArrayList<>();
        for (int i = 0; i < racers; i++) {
            int racer = i;
            race.add(() -> {
                start.await(30, TimeUnit.SECONDS);
                return what.run(racer);
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(racers);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(race)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}

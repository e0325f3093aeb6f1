package dev.escapement.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A utility that runs code on several Java threads at the same time. */
public final class Race {

    private Race() {}

    /**
     * The code of one racer.
     *
     * @param <T> the type of the result
     */
    @FunctionalInterface
    public interface Racing<T> {

        /**
         * Runs the code.
         *
         * @param racer the index of the racer, from 0
         * @return the result
         * @throws Exception if it fails
         */
        T run(int racer) throws Exception;
    }

    /**
     * Runs a race.
     *
     * @param racers the number of racers
     * @param what the code of each racer
     * @param <T> the type of the result
     * @return the results, in the order of the racers
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

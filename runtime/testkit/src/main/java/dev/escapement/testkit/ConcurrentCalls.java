package dev.escapement.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Calls on several Java threads that begin at the same time. */
final class ConcurrentCalls {

    private static final int START_SECONDS = 30;

    private ConcurrentCalls() {}

    /**
     * One of the calls.
     *
     * @param <T> the type of the result
     */
    @FunctionalInterface
    interface IndexedCall<T> {
        T call(int index) throws Exception;
    }

    /** Returns the results of the calls in the order of their indexes. Throws the failure of the first failed call. */
    static <T> List<T> of(int count, IndexedCall<T> call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(count);
        List<Callable<T>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int index = i;
            calls.add(() -> {
                start.await(START_SECONDS, TimeUnit.SECONDS);
                return call.call(index);
            });
        }
        ExecutorService executor = Executors.newFixedThreadPool(count);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : executor.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}

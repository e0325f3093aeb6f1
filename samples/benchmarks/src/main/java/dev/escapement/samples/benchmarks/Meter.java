package dev.escapement.samples.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/** A meter of the time and memory allocation of an operation on the current Java thread. */
public final class Meter {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final double NANOS_PER_MICRO = 1_000;

    /** The last result, kept so that the JIT compiler cannot remove the work that produced it. */
    private static volatile Object last = "";

    private Meter() {}

    /**
     * Measures the time and memory allocation of an operation.
     *
     * @param times the number of repetitions, 1 or more
     * @param parts the number of equal parts of one operation: the result is the cost of one part
     * @param operation the operation; it returns a value that depends on all its work
     * @return the microseconds and the bytes of one part of one operation
     * @throws Exception if the operation fails
     */
    public static Sample micros(int times, int parts, Callable<?> operation) throws Exception {
        double count = (double) times * parts;
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            last = operation.call();
        }
        long nanos = System.nanoTime() - start;
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        return new Sample(nanos / NANOS_PER_MICRO / count, allocated / count);
    }

    /**
     * Returns the result of the last measured operation.
     *
     * @return the value that the operation returned
     */
    public static Object lastResult() {
        return last;
    }
}

package dev.escapement.samples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * The use of the processors in the rounds of one subject: the processor time of this process for each operation, and the
 * share of the time of all processors of the machine that any process used. The difference between the two is mainly that
 * of a database server on the same machine. The rounds of all instances must follow each other; use it from one Java thread.
 */
public final class ProcessorUse {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final double NANOS_PER_MICRO = 1_000;
    private static final double PERCENT = 100;

    private long operations;
    private long processNanos;
    private double busySeconds;
    private double seconds;
    private long begunAt;
    private long processBegun;

    /** Creates a measurement without rounds. */
    public ProcessorUse() {}

    /** Begins a round. */
    public void begin() {
        double unused = SYSTEM.getCpuLoad(); // the next result is the load since this call
        processBegun = SYSTEM.getProcessCpuTime();
        begunAt = System.nanoTime();
    }

    /**
     * Ends a round.
     *
     * @param operations the number of operations of the round
     */
    public void end(int operations) {
        double elapsed = (System.nanoTime() - begunAt) / 1e9;
        this.operations += operations;
        processNanos += SYSTEM.getProcessCpuTime() - processBegun;
        busySeconds += SYSTEM.getCpuLoad() * elapsed;
        seconds += elapsed;
    }

    /**
     * Returns the use of the machine by all processes.
     *
     * @return a phrase with the share of the time of all processors
     */
    public String machine() {
        return String.format(Locale.ROOT, "machine %.0f %% busy", busySeconds / seconds * PERCENT);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%,.0f µs of the process, %s", processNanos / NANOS_PER_MICRO / operations, machine());
    }
}

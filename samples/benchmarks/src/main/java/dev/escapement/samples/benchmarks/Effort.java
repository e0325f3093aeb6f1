package dev.escapement.samples.benchmarks;

/** The amount of work that a benchmark performs. */
public enum Effort {
    /** The full amount of work, for a measurement. */
    FULL,

    /** A single iteration, to test that the benchmark runs. Its durations have no meaning. */
    SMOKE;

    /**
     * Returns the number of repetitions for this effort.
     *
     * @param full the number for a measurement
     * @param smoke the number for a test
     * @return one of the numbers
     */
    public int of(int full, int smoke) {
        return this == FULL ? full : smoke;
    }
}

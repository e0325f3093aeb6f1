package dev.escapement.samples.benchmarks;

/** A benchmark of one kind of work. */
@FunctionalInterface
public interface Benchmark {

    /**
     * Measures the work and adds the results to a table.
     *
     * @param effort the amount of work
     * @param table the receiver of the results
     * @throws Exception if a subject fails
     */
    void run(Effort effort, Table table) throws Exception;
}

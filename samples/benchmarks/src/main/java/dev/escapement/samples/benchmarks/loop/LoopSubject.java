package dev.escapement.samples.benchmarks.loop;

/** A library under test that runs a loop with a model and one tool. */
public interface LoopSubject {

    /**
     * Runs one conversation.
     *
     * @param steps the number of calls that the stub model makes
     * @return the number of executions of the tool
     */
    int run(int steps);
}

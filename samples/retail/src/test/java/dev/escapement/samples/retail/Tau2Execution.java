package dev.escapement.samples.retail;

import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import java.util.List;

/** The execution of the thread of a recorded task. */
@FunctionalInterface
interface Tau2Execution {

    /**
     * Starts a thread and executes it, with its sub-agents, until it is at rest.
     *
     * @param runner the agents and their model, without a store
     * @param id the id of the thread
     * @param input the message of the customer
     * @return the thread, followed by those of its sub-agents
     */
    List<AgentThread> run(Runner.Builder runner, String id, String input);

    /** Executes the thread in this process, with a store in memory. */
    static List<AgentThread> inProcess(Runner.Builder runner, String id, String input) {
        ThreadStore store = new InMemoryThreadStore();
        return DeskTreeCase.tree(store, runner.store(store).build().start(id, input));
    }
}

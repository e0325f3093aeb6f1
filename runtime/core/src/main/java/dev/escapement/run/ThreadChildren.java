package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.DelegateStarted;
import java.util.HashSet;
import java.util.Set;

/** The children of one thread under execution. Its driver creates them at once, and ends those that the thread left. */
final class ThreadChildren {

    private final RunnerAgents agents;
    private final RunnerConfig config;
    private final ThreadTree tree;
    private final Set<String> created = new HashSet<>();

    ThreadChildren(RunnerAgents agents, RunnerConfig config) {
        this.agents = agents;
        this.config = config;
        this.tree = new ThreadTree(config.store(), config.clock());
    }

    /**
     * Creates the children for which the thread waits, unless they exist.
     *
     * @return whether events were appended to the thread
     */
    boolean create(AgentThread thread) {
        boolean isChanged = false;
        for (DelegateStarted child : thread.state().delegates().values()) {
            if (ThreadTree.isAwaited(thread, child) && !created.contains(child.threadId())) {
                RunnerConfig agent = agents.find(child.agent()).orElse(null);
                isChanged |= tree.create(config.loop(), thread, child, agent);
                created.add(child.threadId());
            }
        }
        return isChanged;
    }

    /**
     * Performs the actions on children that must precede the next event: an event does not show that a child is not yet
     * created, and the reservation of a child that was left must not end the thread.
     *
     * @return whether events were appended to the thread, after which the method must be called again
     */
    boolean prepare(AgentThread thread) {
        return create(thread) || tree.endLeftChildren(thread);
    }

    /**
     * Performs the actions on other threads that must precede the rest of the thread.
     *
     * @return whether events were appended to the thread, after which the method must be called again
     */
    boolean reconcile(AgentThread thread) {
        if (prepare(thread)) {
            return true;
        }
        if (thread.hasEnded()) {
            tree.report(thread);
        }
        return false;
    }
}

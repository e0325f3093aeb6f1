package dev.escapement.spring;

import dev.escapement.engine.AgentLoop;
import dev.escapement.run.Runner;
import java.util.Objects;

/**
 * The runner of all agents of an application context, from which the runner of each agent is derived. Not a {@link Runner},
 * so that an application with one agent has one bean of that type. Safe for concurrent use.
 */
public final class RunnerRegistry {

    private final Runner all;

    /**
     * Creates a registry.
     *
     * @param all a runner with all agents
     */
    public RunnerRegistry(Runner all) {
        this.all = Objects.requireNonNull(all, "all");
    }

    /**
     * Returns the runner with all agents.
     *
     * @return the runner, which starts threads of any one of the agents
     */
    public Runner all() {
        return all;
    }

    /**
     * Returns the runner that starts the threads of an agent.
     *
     * @param loop the loop of the agent
     * @return the runner
     * @throws IllegalArgumentException if the agent is not one of the runner
     */
    public Runner runner(AgentLoop loop) {
        return all.forAgent(loop.agent());
    }
}

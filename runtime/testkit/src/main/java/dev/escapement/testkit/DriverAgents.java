package dev.escapement.testkit;

import dev.escapement.engine.AgentLoop;
import dev.escapement.model.Model;
import java.util.List;
import java.util.Objects;

/**
 * One release of the agents that a driver executes.
 *
 * @param loops the loops of the agents, one or more. Threads start with the first one, which delegates to the others
 * @param model the model of all agents. It distinguishes them by their prompts, and is safe for concurrent use
 */
public record DriverAgents(List<AgentLoop> loops, Model model) {
    public DriverAgents {
        loops = List.copyOf(loops);
        Objects.requireNonNull(model, "model");
        if (loops.isEmpty()) {
            throw new IllegalArgumentException("A driver requires an agent. Pass one or more loops.");
        }
    }

    /**
     * Returns the agent whose threads the driver starts.
     *
     * @return the first loop
     */
    public AgentLoop first() {
        return loops.get(0);
    }

    /**
     * Returns the agents to which the first one delegates, directly or indirectly.
     *
     * @return all loops except the first one
     */
    public AgentLoop[] more() {
        return loops.subList(1, loops.size()).toArray(AgentLoop[]::new);
    }
}

package dev.escapement.spring;

import dev.escapement.engine.AgentLoop;
import dev.escapement.model.Model;

/** The models of agents. Safe for concurrent use. */
@FunctionalInterface
public interface AgentModels {

    /**
     * Returns the model of an agent.
     *
     * @param loop the loop of the agent
     * @return the model
     */
    Model model(AgentLoop loop);
}

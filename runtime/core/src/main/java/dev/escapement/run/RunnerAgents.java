package dev.escapement.run;

import dev.escapement.engine.AgentLoop;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.DelegateStarted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The agents of a runner with their settings, which have the same store, clock, listener and executor.
 *
 * @param first the settings of the agent whose threads the runner starts
 * @param byName the settings of all agents, by the names of the agents
 */
record RunnerAgents(RunnerConfig first, Map<String, RunnerConfig> byName) {

    /**
     * Returns the agents of a runner.
     *
     * @param configs the settings of the agents, one or more
     */
    static RunnerAgents of(List<RunnerConfig> configs) {
        Map<String, RunnerConfig> byName = new LinkedHashMap<>();
        for (RunnerConfig config : configs) {
            byName.put(config.loop().agent(), config);
        }
        return new RunnerAgents(configs.get(0), byName);
    }

    /** Returns the same agents for a runner that starts threads of another one of them. */
    RunnerAgents startingWith(RunnerConfig config) {
        return new RunnerAgents(config, byName);
    }

    boolean include(AgentThread thread) {
        return byName.containsKey(thread.agent());
    }

    boolean include(DelegateStarted child) {
        return byName.containsKey(child.agent());
    }

    /** Returns the settings for a thread. */
    RunnerConfig of(AgentThread thread) {
        RunnerConfig config = byName.get(thread.agent());
        if (config == null) {
            throw wrongAgent(thread);
        }
        return config;
    }

    Optional<RunnerConfig> find(String agent) {
        return Optional.ofNullable(byName.get(agent));
    }

    WrongAgentException wrongAgent(AgentThread thread) {
        return new WrongAgentException(thread, first.loop().agent());
    }

    Map<String, AgentLoop> loops() {
        Map<String, AgentLoop> loops = new LinkedHashMap<>();
        byName.forEach((name, config) -> loops.put(name, config.loop()));
        return loops;
    }
}

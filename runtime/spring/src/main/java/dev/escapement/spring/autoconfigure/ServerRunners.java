package dev.escapement.spring.autoconfigure;

import dev.escapement.run.Runner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The selection of the runner that starts the threads of each agent. */
final class ServerRunners {

    private ServerRunners() {}

    /**
     * Returns the runners by the names of their agents. The runner of an agent precedes those that also execute its threads.
     *
     * @param runners the runners, by precedence
     */
    static Map<String, Runner> byAgent(List<Runner> runners) {
        Map<String, Runner> byAgent = new LinkedHashMap<>();
        runners.forEach(runner -> byAgent.putIfAbsent(runner.agent(), runner));
        runners.forEach(runner -> runner.agents().forEach(agent -> byAgent.computeIfAbsent(agent, runner::forAgent)));
        return byAgent;
    }
}

package dev.escapement.server.threads;

import dev.escapement.run.Runner;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import dev.escapement.server.http.ServerContext;
import java.util.Optional;

/** The runners that execute the threads of an agent. */
final class AgentRunners {
    private AgentRunners() {}

    /** {@return the runner that starts threads of an agent, or else one that executes them as child threads} */
    static Optional<Runner> of(ServerContext context, String agent) {
        return Optional.ofNullable(context.runners().get(agent))
                .or(() -> context.runners().values().stream()
                        .filter(runner -> runner.agents().contains(agent))
                        .findFirst());
    }

    /**
     * Returns a runner like {@link #of}.
     *
     * @throws ProblemException if the server does not have one
     */
    static Runner require(ServerContext context, String agent) {
        return of(context, agent)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID_CONTENT,
                        "This server does not have a runner for the agent of the thread. Add one with"
                                + " AgentServer.Builder.runner."));
    }
}

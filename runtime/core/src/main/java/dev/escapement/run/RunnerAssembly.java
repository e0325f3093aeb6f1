package dev.escapement.run;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.StepVersions;
import dev.escapement.model.Model;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The creation of a runner from the settings of its builder. */
final class RunnerAssembly {

    private final Runner.Builder builder;
    private final ThreadStore store;
    private final LeaseKeeper leases;

    private RunnerAssembly(Runner.Builder builder) {
        this.builder = builder;
        this.store = builder.store == null ? new InMemoryThreadStore(builder.clock) : builder.store;
        this.leases = new LeaseKeeper(store, builder.leaseTime);
    }

    /**
     * Returns a new runner.
     *
     * @param model the model of the agents without an own model
     * @throws IllegalStateException if a model is set for an agent that the runner does not have
     */
    static Runner runner(Runner.Builder builder, Model model) {
        requireLoops(builder);
        RunnerAssembly assembly = new RunnerAssembly(builder);
        List<RunnerConfig> configs = new ArrayList<>();
        for (AgentLoop loop : builder.loops) {
            configs.add(assembly.config(loop, builder.models.getOrDefault(loop.agent(), model)));
        }
        return new InProcessRunner(RunnerAgents.of(configs), builder.ids);
    }

    private static void requireLoops(Runner.Builder builder) {
        Set<String> agents = new HashSet<>();
        for (AgentLoop loop : builder.loops) {
            agents.add(loop.agent());
        }
        for (String agent : builder.models.keySet()) {
            if (!agents.contains(agent)) {
                throw new IllegalStateException(DriveMessages.modelWithoutLoop(agent));
            }
        }
    }

    private RunnerConfig config(AgentLoop loop, Model model) {
        return new RunnerConfig(
                loop,
                loop.policy().budget().narrowedBy(builder.budget),
                StepVersions.of(loop),
                model,
                store,
                builder.listener,
                builder.deltas,
                InterceptorChain.of(builder.interceptors),
                builder.clock,
                builder.executor,
                builder.contents,
                builder.options,
                new UsageWarnings(),
                leases,
                builder.stepTimeout == null ? null : new StepTimeouts(builder.stepTimeout));
    }
}

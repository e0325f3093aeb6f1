package dev.escapement.spring.autoconfigure;

import dev.escapement.run.Runner;
import dev.escapement.run.ThreadQueue;
import dev.escapement.run.ThreadStore;
import dev.escapement.run.Worker;
import dev.escapement.spring.RunnerRegistry;
import dev.escapement.spring.WorkerLifecycle;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** The worker that executes the threads of all runners in the background, if the store is a queue. */
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@AutoConfiguration(after = RunnerAutoConfiguration.class)
@ConditionalOnBean({Runner.class, ThreadStore.class})
@Conditional(QueueCondition.class)
@ConditionalOnProperty(name = "escapement.worker.enabled", matchIfMissing = true)
@EnableConfigurationProperties(WorkerProperties.class)
public class WorkerAutoConfiguration {

    /** The default of Spring. */
    private static final Duration SHUTDOWN_PHASE = Duration.ofSeconds(30);

    @Bean
    @ConditionalOnMissingBean(Worker.class)
    WorkerLifecycle escapementWorker(
            ThreadStore store,
            ObjectProvider<RunnerRegistry> registry,
            ObjectProvider<Runner> runners,
            WorkerProperties properties,
            Environment environment) {
        List<Runner> all = registry.stream().map(RunnerRegistry::all).toList();
        return new WorkerLifecycle(
                builder(store, all.isEmpty() ? runners.orderedStream().toList() : all)
                        .concurrency(properties.concurrency())
                        .maxAttempts(properties.maxAttempts())
                        .leaseTime(properties.leaseTime())
                        .pollTime(properties.pollTime())
                        .drainTime(properties.drainTimeWithin(shutdownPhase(environment))));
    }

    private static Worker.Builder builder(ThreadStore store, List<Runner> runners) {
        if (!(store instanceof ThreadQueue)) {
            throw SetupFailures.noQueue(store.getClass());
        }
        Set<String> agents = new HashSet<>();
        for (Runner runner : runners) {
            Set<String> own = new TreeSet<>(runner.agents());
            own.add(runner.agent());
            own.stream().filter(agent -> !agents.add(agent)).findFirst().ifPresent(agent -> {
                throw SetupFailures.duplicateRunner(agent);
            });
        }
        try {
            return Worker.of(
                    store, runners.get(0), runners.subList(1, runners.size()).toArray(Runner[]::new));
        } catch (IllegalArgumentException e) {
            throw SetupFailures.workerUnsupported(e);
        }
    }

    private static Duration shutdownPhase(Environment environment) {
        return Binder.get(environment)
                .bind("spring.lifecycle.timeout-per-shutdown-phase", Duration.class)
                .orElse(SHUTDOWN_PHASE);
    }
}

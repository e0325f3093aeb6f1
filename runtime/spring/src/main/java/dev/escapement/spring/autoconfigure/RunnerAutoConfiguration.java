package dev.escapement.spring.autoconfigure;

import dev.escapement.content.ContentStore;
import dev.escapement.engine.AgentLoop;
import dev.escapement.run.DeltaListener;
import dev.escapement.run.Interceptor;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.ThreadListener;
import dev.escapement.run.ThreadStore;
import dev.escapement.spring.AgentModels;
import dev.escapement.spring.RunnerCustomizer;
import dev.escapement.spring.RunnerRegistry;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** The runners of the agents and their inbox. */
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@AutoConfiguration(after = StoreAutoConfiguration.class)
@ConditionalOnBean(AgentLoop.class)
@Import(RunnerRegistrar.class)
public class RunnerAutoConfiguration {

    /** The name of the bean from which the runner beans are derived. */
    static final String REGISTRY = "escapementRunners";

    @Bean(REGISTRY)
    @ConditionalOnMissingBean(Runner.class)
    RunnerRegistry escapementRunners(
            ObjectProvider<AgentLoop> loops,
            ThreadStore store,
            ObjectProvider<AgentModels> models,
            ObjectProvider<ContentStore> contents,
            ObjectProvider<Interceptor> interceptors,
            ObjectProvider<ThreadListener> listeners,
            ObjectProvider<DeltaListener> deltas,
            ObjectProvider<RunnerCustomizer> customizers) {
        List<AgentLoop> agents = loops.orderedStream().toList();
        Runner.Builder builder = Runner.of(agents.get(0), rest(agents)).store(store);
        AgentModels available = models.getIfAvailable();
        if (available == null) {
            throw SetupFailures.modelMissing();
        }
        builder.model(available.model(agents.get(0)));
        agents.forEach(loop -> builder.model(loop, available.model(loop)));
        contents.ifUnique(builder::contents);
        interceptors.orderedStream().forEach(builder::interceptor);
        ListenerFanOut.of(
                        listeners.orderedStream().toList(),
                        all -> (thread, event) -> all.accept(listener -> listener.recorded(thread, event)))
                .ifPresent(builder::listener);
        ListenerFanOut.of(
                        deltas.orderedStream().toList(),
                        all -> (thread, delta) -> all.accept(listener -> listener.arrived(thread, delta)))
                .ifPresent(builder::deltas);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return new RunnerRegistry(builder.build());
    }

    @Bean
    @ConditionalOnMissingBean
    ThreadInbox escapementInbox(
            ThreadStore store, ObjectProvider<AgentLoop> loops, ObjectProvider<ContentStore> contents) {
        List<AgentLoop> all = loops.orderedStream().toList();
        return ThreadInbox.of(store, contents.getIfUnique(ContentStore::none), all.get(0), rest(all));
    }

    private static AgentLoop[] rest(List<AgentLoop> all) {
        return all.subList(1, all.size()).toArray(AgentLoop[]::new);
    }
}

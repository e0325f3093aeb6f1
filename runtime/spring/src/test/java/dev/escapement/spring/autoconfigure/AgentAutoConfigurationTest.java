package dev.escapement.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.escapement.engine.AgentLoop;
import dev.escapement.run.Append;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.ThreadStore;
import dev.escapement.run.Worker;
import dev.escapement.spring.AgentSetupException.Reason;
import dev.escapement.spring.permits.StreetDesk;
import dev.escapement.spring.permits.WaterDesk;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.ThreadStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** Tests the beans that agents receive. */
class AgentAutoConfigurationTest {

    private final ApplicationContextRunner one =
            AgentContexts.inMemory().withUserConfiguration(WaterConfiguration.class);
    private final ApplicationContextRunner two = one.withBean("streetDesk", StreetDesk.agentClass());

    @Configuration(proxyBeanMethods = false)
    static class WaterConfiguration {

        @Bean
        WaterDesk waterDesk() {
            return new WaterDesk();
        }
    }

    @Test
    void agentHasLoopRunnerInboxAndWorker() {
        one.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context).getBean("waterDeskLoop").isInstanceOf(AgentLoop.class);
            assertThat(context).getBean("waterDeskRunner").isInstanceOf(Runner.class);
            assertThat(context).hasSingleBean(Runner.class);
            assertThat(context).hasSingleBean(ThreadInbox.class);
            assertThat(context).hasSingleBean(Worker.class);
        });
    }

    @Test
    void runnerExecutesThreads() {
        one.withPropertyValues("escapement.worker.enabled=false").run(context -> {
            AgentThread thread = context.getBean(Runner.class).start("Is the water hot?");

            assertThat(thread.status()).isEqualTo(ThreadStatus.FINISHED);
        });
    }

    @Test
    void eachAgentHasItsRunner() {
        two.run(context -> {
            assertThat(context.getBean("waterDeskRunner", Runner.class).agent()).isEqualTo("water");
            assertThat(context.getBean("streetDeskRunner", Runner.class).agent())
                    .isEqualTo("streets");
        });
    }

    @Test
    void runnersShareAllAgents() {
        two.run(context -> assertThat(
                        context.getBean("waterDeskRunner", Runner.class).agents())
                .containsExactlyInAnyOrder("water", "streets"));
    }

    @Test
    void parameterNamesSelectRunners() {
        two.withUserConfiguration(InjectionConfiguration.class)
                .run(context -> assertThat(context.getBean("agents")).isEqualTo("streets and water"));
    }

    @Configuration(proxyBeanMethods = false)
    static class InjectionConfiguration {

        @Bean
        String agents(Runner streetDeskRunner, Runner waterDeskRunner) {
            return streetDeskRunner.agent() + " and " + waterDeskRunner.agent();
        }
    }

    @Test
    void contextWithoutAgentsHasNoBeans() {
        AgentContexts.empty().run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context).doesNotHaveBean(Runner.class);
            assertThat(context).doesNotHaveBean(ThreadStore.class);
            assertThat(context).doesNotHaveBean(Worker.class);
        });
    }

    @Test
    void runnerOfTheApplicationReplacesOurs() {
        one.withUserConfiguration(RunnerConfiguration.class).run(context -> {
            assertThat(context).hasSingleBean(Runner.class);
            assertThat(context).hasBean("mine");
            assertThat(context).hasSingleBean(Worker.class);
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class RunnerConfiguration {

        @Bean
        Runner mine(AgentLoop loop, ThreadStore store) {
            return Runner.of(loop).model(AgentContexts.closing()).store(store).build();
        }
    }

    @Test
    void storeThatIsNotAQueueHasNoWorker() {
        AgentContexts.withoutStore()
                .withUserConfiguration(WaterConfiguration.class, EngineConfiguration.class)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(Runner.class)
                        .doesNotHaveBean(Worker.class));
    }

    @Test
    void storeOfAParentContextHasAWorker() {
        try (GenericApplicationContext parent = new GenericApplicationContext()) {
            parent.registerBean("parentStore", InMemoryThreadStore.class);
            parent.refresh();

            AgentContexts.withoutStore()
                    .withUserConfiguration(WaterConfiguration.class)
                    .withParent(parent)
                    .run(context -> assertThat(context).hasNotFailed().hasSingleBean(Worker.class));
        }
    }

    /** A store of an engine, which continues the threads in place of a worker. */
    @Configuration(proxyBeanMethods = false)
    static class EngineConfiguration {

        @Bean
        EngineStore engineStore() {
            return new EngineStore();
        }
    }

    /** A store that is not a queue. Its threads are in memory. */
    static final class EngineStore implements ThreadStore {

        private final ThreadStore threads = new InMemoryThreadStore();

        @Override
        public Optional<AgentThread> load(String id) {
            return threads.load(id);
        }

        @Override
        public List<Event> load(String id, int fromPosition) {
            return threads.load(id, fromPosition);
        }

        @Override
        public void append(Append append) {
            threads.append(append);
        }

        @Override
        public Optional<Lease> lease(String id, Duration time) {
            return threads.lease(id, time);
        }

        @Override
        public boolean delete(String id) {
            return threads.delete(id);
        }

        @Override
        public boolean erase(String id) {
            return threads.erase(id);
        }
    }

    @Test
    void runnerWithAnotherStoreIsAFailure() {
        one.withUserConfiguration(OwnStoreConfiguration.class)
                .run(context -> assertThat(ContextFailures.reason(context)).isEqualTo(Reason.WORKER_UNSUPPORTED));
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnStoreConfiguration {

        @Bean
        Runner mine(AgentLoop loop) {
            return Runner.of(loop)
                    .model(AgentContexts.closing())
                    .store(new InMemoryThreadStore())
                    .build();
        }
    }

    @Test
    void twoRunnersOfAnAgentAreAFailure() {
        one.withUserConfiguration(TwoRunnersConfiguration.class)
                .run(context -> assertThat(ContextFailures.reason(context)).isEqualTo(Reason.DUPLICATE_RUNNER));
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoRunnersConfiguration {

        @Bean
        Runner first(AgentLoop loop, ThreadStore store) {
            return Runner.of(loop).model(AgentContexts.closing()).store(store).build();
        }

        @Bean
        Runner second(AgentLoop loop, ThreadStore store) {
            return Runner.of(loop).model(AgentContexts.closing()).store(store).build();
        }
    }

    @Test
    void storeWithoutAQueueIsAFailureOfTheWorker() {
        one.withUserConfiguration(RunnerConfiguration.class)
                .withBean("store", ThreadStore.class, EngineStore::new)
                .run(context -> assertThat(ContextFailures.reason(context)).isEqualTo(Reason.STORE_UNSUPPORTED));
    }

    @Test
    void secondBeanOfAnAgentIsAFailure() {
        one.withBean("other", WaterDesk.class, WaterDesk::new)
                .run(context -> assertThat(ContextFailures.reason(context)).isEqualTo(Reason.DUPLICATE_AGENT));
    }

    @Test
    void missingModelIsAFailure() {
        AgentContexts.empty()
                .withPropertyValues("escapement.store.type=memory")
                .withUserConfiguration(WaterConfiguration.class)
                .run(context -> assertThat(ContextFailures.reason(context)).isEqualTo(Reason.MODEL_MISSING));
    }

    @Test
    void workerCanBeDisabled() {
        one.withPropertyValues("escapement.worker.enabled=false")
                .run(context ->
                        assertThat(context).doesNotHaveBean(Worker.class).hasSingleBean(Runner.class));
    }
}

package dev.escapement.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.escapement.engine.AgentLoop;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.run.Interceptor;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadListener;
import dev.escapement.run.Worker;
import dev.escapement.spring.RunnerCustomizer;
import dev.escapement.spring.permits.WaterDesk;
import dev.escapement.spring.permits.WaterDeskLoop;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.EventKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Tests the beans of the application that change the runner. */
class RunnerSettingsTest {

    private final ApplicationContextRunner contexts =
            AgentContexts.inMemory().withPropertyValues("escapement.worker.enabled=false");
    private final ApplicationContextRunner water = contexts.withBean("waterDesk", WaterDesk.class, WaterDesk::new);

    @Configuration(proxyBeanMethods = false)
    static class ListenerConfiguration {

        private final List<EventKind> first = new ArrayList<>();
        private final List<EventKind> second = new ArrayList<>();

        @Bean
        ThreadListener firstListener() {
            return (thread, event) -> {
                first.add(event.kind());
                throw new IllegalStateException("The first listener fails.");
            };
        }

        @Bean
        ThreadListener secondListener() {
            return (thread, event) -> second.add(event.kind());
        }
    }

    @Test
    void allListenersReceiveEvents() {
        water.withUserConfiguration(ListenerConfiguration.class).run(context -> {
            context.getBean(Runner.class).start("Hello");

            ListenerConfiguration listeners = context.getBean(ListenerConfiguration.class);
            assertThat(listeners.second).contains(EventKind.STARTED, EventKind.FINISHED);
            assertThat(listeners.first).isEqualTo(listeners.second);
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class InterceptorConfiguration {

        private final List<String> calls = new ArrayList<>();

        @Bean
        @Order(2)
        Interceptor inner() {
            return recording("inner");
        }

        @Bean
        @Order(1)
        Interceptor outer() {
            return recording("outer");
        }

        private Interceptor recording(String name) {
            return new Interceptor() {
                @Override
                public ModelReply ask(AgentThread thread, ModelRequest request, Model next) {
                    calls.add(name);
                    return next.reply(request);
                }
            };
        }
    }

    @Test
    void orderDeterminesTheOuterInterceptor() {
        water.withUserConfiguration(InterceptorConfiguration.class).run(context -> {
            context.getBean(Runner.class).start("Hello");

            assertThat(context.getBean(InterceptorConfiguration.class).calls).containsExactly("outer", "inner");
        });
    }

    @Test
    void customizerChangesTheRunner() {
        water.withBean(RunnerCustomizer.class, () -> builder -> builder.ids(() -> "fixed"))
                .run(context -> assertThat(
                                context.getBean(Runner.class).start("Hello").id())
                        .isEqualTo("fixed"));
    }

    @Configuration(proxyBeanMethods = false)
    static class LoopConfiguration {

        @Bean
        WaterDeskLoop seaLoop() {
            return new WaterDeskLoop(new WaterDesk());
        }
    }

    @Test
    void loopOfTheApplicationReplacesOurs() {
        water.withUserConfiguration(LoopConfiguration.class)
                .run(context ->
                        assertThat(context).getBeanNames(AgentLoop.class).containsExactly("seaLoop"));
    }

    @Test
    void loopWithoutAgentBeanHasRunner() {
        contexts.withUserConfiguration(LoopConfiguration.class)
                .run(context -> assertThat(context).getBeanNames(Runner.class).containsExactly("seaRunner"));
    }

    @Test
    void runnerWithoutStoreBeanHasNoWorker() {
        AgentContexts.empty()
                .withBean(
                        "mine",
                        Runner.class,
                        () -> Runner.of(new WaterDeskLoop(new WaterDesk()))
                                .model(AgentContexts.closing())
                                .build())
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Worker.class));
    }
}

package dev.escapement.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.escapement.engine.AgentLoop;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadStore;
import dev.escapement.run.Worker;
import dev.escapement.spring.permits.FireDesk;
import dev.escapement.spring.permits.StreetDesk;
import dev.escapement.spring.permits.WaterDesk;
import dev.escapement.thread.Start;
import dev.escapement.thread.ThreadStatus;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;

/** Tests proxies and lazy beans as agents and runners. */
@Timeout(60)
class ProxiedAgentTest {

    private final ApplicationContextRunner contexts = AgentContexts.inMemory()
            .withConfiguration(AutoConfigurations.of(AopAutoConfiguration.class))
            .withPropertyValues("escapement.worker.enabled=false");

    private static ThreadStatus start(ApplicationContext context) {
        return context.getBean(Runner.class).start("Hello").status();
    }

    /** An aspect for the whole package of the agents, which also contains their final loops. */
    @Aspect
    static final class CountingAspect {

        private final AtomicInteger prompts = new AtomicInteger();

        @Before("within(dev.escapement.spring.permits..*) && execution(* prompt())")
        void beforePrompt() {
            prompts.incrementAndGet();
        }
    }

    @Test
    void aspectAppliesToPackagePrivateMethods() {
        contexts.withBean(CountingAspect.class)
                .withBean(WaterDesk.class, WaterDesk::new)
                .run(context -> {
                    ThreadStatus status = start(context);

                    assertThat(status).isEqualTo(ThreadStatus.FINISHED);
                    assertThat(AopUtils.isCglibProxy(context.getBean(WaterDesk.class)))
                            .isTrue();
                    assertThat(context.getBean(CountingAspect.class).prompts).hasValue(1);
                });
    }

    @Test
    void proxyOfInterfacesIsAFailure() {
        AtomicReference<BeanFactory> factory = new AtomicReference<>();
        contexts.withPropertyValues("spring.aop.proxy-target-class=false")
                .withBean(CountingAspect.class)
                .withBean("fireDesk", FireDesk.class, FireDesk::new)
                .withInitializer(context -> factory.set(context.getBeanFactory()))
                .run(context -> assertThat(
                                new InterfaceProxyFailureAnalyzer(factory.get()).analyze(context.getStartupFailure()))
                        .isNotNull());
    }

    @Configuration(proxyBeanMethods = false)
    static class LazyConfiguration {

        private final AtomicInteger created = new AtomicInteger();

        @Bean
        @Lazy
        WaterDesk waterDesk() {
            created.incrementAndGet();
            return new WaterDesk();
        }
    }

    @Test
    void lazyAgentIsCreatedWhenItIsUsed() {
        contexts.withUserConfiguration(LazyConfiguration.class).run(context -> {
            AtomicInteger created = context.getBean(LazyConfiguration.class).created;
            context.getBean(Runner.class);
            assertThat(created).hasValue(0);

            start(context);

            assertThat(created).hasValue(1);
        });
    }

    @Test
    void lazyAgentIsOneBeanForInjection() {
        contexts.withUserConfiguration(LazyConfiguration.class)
                .run(context -> assertThat(context.getBean(WaterDesk.class)).isExactlyInstanceOf(WaterDesk.class));
    }

    @Test
    void finalLazyAgentWorks() {
        RootBeanDefinition lazy = new RootBeanDefinition(StreetDesk.agentClass());
        lazy.setLazyInit(true);
        contexts.withInitializer(
                        context -> ((BeanDefinitionRegistry) context).registerBeanDefinition("streetDesk", lazy))
                .run(context -> assertThat(start(context)).isEqualTo(ThreadStatus.FINISHED));
    }

    @Configuration(proxyBeanMethods = false)
    static class LazyRunnerConfiguration {

        @Bean
        RunnerUser runnerUser(@Lazy Runner runner) {
            return new RunnerUser(runner);
        }

        /** Depends on a bean that depends on the runner of the agent. */
        @Bean
        WaterDesk waterDesk(RunnerUser user) {
            return new WaterDesk();
        }
    }

    record RunnerUser(Runner runner) {}

    @Test
    void lazyRunnerCanBeInjectedIntoItsAgent() {
        contexts.withUserConfiguration(LazyRunnerConfiguration.class).run(context -> {
            Runner runner = context.getBean(RunnerUser.class).runner();

            assertThat(AopUtils.isAopProxy(runner)).isTrue();
            assertThat(runner.start("Hello").status()).isEqualTo(ThreadStatus.FINISHED);
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class ScopedAgentConfiguration {

        @Bean
        static RefreshableScope scope() {
            return new RefreshableScope();
        }

        @Bean
        @Scope(value = RefreshableScope.NAME, proxyMode = ScopedProxyMode.TARGET_CLASS)
        WaterDesk waterDesk() {
            return new WaterDesk();
        }
    }

    @Test
    void refreshedAgentIsUsed() {
        contexts.withUserConfiguration(ScopedAgentConfiguration.class).run(context -> {
            start(context);
            context.getBean(RefreshableScope.class).refresh();
            assertThat(context.getBean(WaterDesk.class).prompts()).isZero();

            start(context);

            assertThat(context.getBean(WaterDesk.class).prompts()).isEqualTo(1);
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class ScopedRunnerConfiguration {

        @Bean
        static RefreshableScope scope() {
            return new RefreshableScope();
        }

        @Bean
        WaterDesk waterDesk() {
            return new WaterDesk();
        }

        @Bean
        @Scope(value = RefreshableScope.NAME, proxyMode = ScopedProxyMode.INTERFACES)
        Runner waterDeskRunner(AgentLoop loop, ThreadStore store) {
            return Runner.of(loop).model(AgentContexts.closing()).store(store).build();
        }
    }

    @Test
    void workerUsesScopedRunner() {
        contexts.withPropertyValues("escapement.worker.enabled=true")
                .withUserConfiguration(ScopedRunnerConfiguration.class)
                .run(context -> {
                    context.getBean(RefreshableScope.class).refresh();
                    context.getBean("waterDeskRunner", Runner.class).enqueue("t1", Start.of("Hello"));
                    context.getBean(Worker.class).wake();

                    Waiting.until(() -> context.getBean(ThreadStore.class)
                                    .load("t1")
                                    .orElseThrow()
                                    .status()
                            == ThreadStatus.FINISHED);
                });
    }
}

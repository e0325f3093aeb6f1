package dev.escapement.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.escapement.run.Runner;
import dev.escapement.run.ThreadQueue;
import dev.escapement.run.ThreadStore;
import dev.escapement.run.Worker;
import dev.escapement.spring.WorkerLifecycle;
import dev.escapement.spring.permits.SlowDesk;
import dev.escapement.spring.permits.WaterDesk;
import dev.escapement.thread.Start;
import dev.escapement.thread.ThreadStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Tests the start and the stop of the worker with its context. */
@Timeout(60)
class WorkerLifecycleTest {

    private final ApplicationContextRunner water =
            AgentContexts.inMemory().withBean("waterDesk", WaterDesk.class, WaterDesk::new);
    private final ApplicationContextRunner slow =
            AgentContexts.inMemory().withBean("slowDesk", SlowDesk.class, SlowDesk::new);

    private static void enqueue(ApplicationContext context, String id) {
        context.getBean(Runner.class).enqueue(id, Start.of("Hello"));
    }

    private static boolean isFinished(ThreadStore store, String id) {
        return store.load(id).orElseThrow().status() == ThreadStatus.FINISHED;
    }

    @Test
    void workerExecutesThreads() {
        water.run(context -> {
            enqueue(context, "t1");
            context.getBean(Worker.class).wake();

            Waiting.until(() -> isFinished(context.getBean(ThreadStore.class), "t1"));
        });
    }

    @Test
    void workerDoesNotRunDuringTheRefresh() {
        water.withBean(RefreshObserver.class)
                .run(context -> assertThat(context.getBean(RefreshObserver.class).running)
                        .isFalse());
    }

    /** An observer that is called after all singletons have been created. */
    static final class RefreshObserver implements SmartInitializingSingleton {

        private final WorkerLifecycle worker;
        private boolean running = true;

        RefreshObserver(WorkerLifecycle worker) {
            this.worker = worker;
        }

        @Override
        public void afterSingletonsInstantiated() {
            running = worker.isRunning();
        }
    }

    @Test
    void statusBeforeTheStartHasNoPoll() {
        water.run(context -> {
            WorkerLifecycle worker =
                    new WorkerLifecycle(Worker.of(context.getBean(ThreadStore.class), context.getBean(Runner.class)));
            worker.wake();

            assertThat(worker.status().lastPoll()).isEmpty();
            assertThat(worker.isRunning()).isFalse();
        });
    }

    @Test
    void closeWaitsForTheRunningStep() {
        slow.run(context -> {
            SlowDesk desk = context.getBean(SlowDesk.class);
            ThreadStore store = context.getBean(ThreadStore.class);
            Worker worker = context.getBean(Worker.class);
            enqueue(context, "t1");
            assertThat(desk.entered().await(60, TimeUnit.SECONDS)).isTrue();
            Thread closer = new Thread(context::close);
            closer.start();
            Waiting.until(() -> worker.status().draining());
            assertThat(closer.isAlive()).isTrue();

            desk.permitted().countDown();
            closer.join();

            assertThat(isFinished(store, "t1")).isTrue();
        });
    }

    @Test
    void stepIsInterruptedAfterTheDrainTime() {
        slow.withPropertyValues("escapement.worker.drain-time=10ms").run(context -> {
            SlowDesk desk = context.getBean(SlowDesk.class);
            ThreadStore store = context.getBean(ThreadStore.class);
            enqueue(context, "t1");
            assertThat(desk.entered().await(60, TimeUnit.SECONDS)).isTrue();

            context.close();

            Waiting.until(() -> !((ThreadQueue) store)
                    .claim(Set.of("slow"), 1, Duration.ofSeconds(1))
                    .isEmpty());
        });
    }

    @Test
    void stoppedContextCanBeStartedAgain() {
        water.run(context -> {
            ConfigurableApplicationContext application =
                    context.getSourceApplicationContext(ConfigurableApplicationContext.class);
            application.stop();
            assertThat(context.getBean(WorkerLifecycle.class).isRunning()).isFalse();
            application.start();
            enqueue(context, "t1");

            Waiting.until(() -> isFinished(context.getBean(ThreadStore.class), "t1"));
        });
    }

    @Test
    void workerStartsInLazyContext() {
        water.withPropertyValues("spring.main.lazy-initialization=true")
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> assertThat(
                                context.getBean(WorkerLifecycle.class).isRunning())
                        .isTrue());
    }

    @Test
    void reopenedContextContinuesThreads(@TempDir Path directory) {
        ApplicationContextRunner file =
                AgentContexts.sqlite(directory).withBean("waterDesk", WaterDesk.class, WaterDesk::new);
        file.withPropertyValues("escapement.worker.enabled=false").run(context -> enqueue(context, "t1"));

        file.run(context -> Waiting.until(() -> isFinished(context.getBean(ThreadStore.class), "t1")));
    }

    @Test
    void closedContextLeavesNoJavaThread(@TempDir Path directory) {
        AgentContexts.sqlite(directory)
                .withBean("waterDesk", WaterDesk.class, WaterDesk::new)
                .run(context -> {
                    enqueue(context, "t1");
                    Waiting.until(() -> isFinished(context.getBean(ThreadStore.class), "t1"));
                });

        Waiting.until(() -> javaThreads().isEmpty());
    }

    private static List<String> javaThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("escapement"))
                .toList();
    }

    @Test
    void phaseIsThatOfWebServers() {
        assertThat(WorkerLifecycle.PHASE).isEqualTo(WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE);
    }
}

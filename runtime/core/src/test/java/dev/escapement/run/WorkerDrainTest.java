package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.kinds;
import static dev.escapement.run.WorkerFixture.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.Outcome;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that a worker that is closed ends the executions of the runner after the current command. */
@Timeout(60)
class WorkerDrainTest {

    private final WorkerFixture fixture = new WorkerFixture();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> ran = new ArrayList<>();

    private Runner runner(TestStep step) {
        List<ModelReply> replies = new ArrayList<>(
                List.of(ModelReply.calls(step.call("a", "x"), step.call("b", "y")), ModelReply.text("done")));
        return Runner.of(TestLoop.of(step))
                .model(request -> replies.remove(0))
                .store(fixture.store)
                .clock(fixture.clock)
                .build();
    }

    private void assertReleasedAfterOneStep() {
        assertEquals(List.of("x"), ran);
        assertEquals(
                List.of("AgentUpdated", "ModelReplied", "StepStarted", "StepReturned"),
                kinds(fixture.store.load("t1").orElseThrow()));
        ThreadIndex.ThreadEntry entry = fixture.store.entry("t1").orElseThrow();
        assertEquals(Standing.Phase.RUNNABLE, entry.standing().phase());
        assertEquals(0, entry.attempts());
        assertTrue(fixture.store.lease("t1", Duration.ofSeconds(30)).isPresent());
    }

    @Test
    void executionEndsAfterTheCurrentStep() throws Exception {
        assertEndsAfterTheCurrentStep(UnaryOperator.identity());
    }

    /** Frameworks put proxies in front of the runner, for example Spring for a lazy bean. */
    @Test
    void executionOfAProxyEndsAfterTheCurrentStep() throws Exception {
        assertEndsAfterTheCurrentStep(runner -> (Runner) Proxy.newProxyInstance(
                Runner.class.getClassLoader(), new Class<?>[] {Runner.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(runner, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private void assertEndsAfterTheCurrentStep(UnaryOperator<Runner> proxy) throws Exception {
        TestStep step = TestStep.named("work").body((text, context) -> {
            ran.add(text);
            begun.countDown();
            end.await();
            return Outcome.returned();
        });
        fixture.due("t1");
        PollingWorker worker = fixture.start(proxy.apply(runner(step)));
        begun.await();
        Thread closing = new Thread(worker::close);
        closing.start();
        await(() -> worker.status().draining());

        end.countDown();
        closing.join();

        assertReleasedAfterOneStep();
        assertEquals(0, worker.status().failed());
    }

    @Test
    void ignoredInterruptionDoesNotContinueTheExecution() throws Exception {
        TestStep step = TestStep.named("work").body((text, context) -> {
            ran.add(text);
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                assertFalse(Thread.currentThread().isInterrupted());
            }
            return Outcome.returned();
        });
        fixture.due("t1");
        PollingWorker worker = fixture.start(16, 10, Duration.ZERO, fixture.store, runner(step));
        begun.await();
        try (RecordedLog log = RecordedLog.of(Worker.class)) {
            worker.close();

            assertEquals(
                    WorkerMessages.interrupting(List.of("t1")),
                    log.entries().get(0).message());
        }
        await(() -> worker.status().running().isEmpty());

        assertReleasedAfterOneStep();
    }
}

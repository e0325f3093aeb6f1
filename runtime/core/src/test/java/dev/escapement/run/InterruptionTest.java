package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.Verdict;
import dev.escapement.engine.Outcome;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.thread.Event;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that an interrupted Java thread records nothing more, calls nothing more and throws one exception. */
class InterruptionTest {

    private final TestStep mail = TestStep.named("mail");
    private final TestStep look = TestStep.named("look").effect(Effect.READ);

    @AfterEach
    void clearInterruption() {
        Thread.interrupted();
    }

    /** The ways in which a step can end when its Java thread is interrupted. */
    static Stream<TestStep.Body> interruptions() {
        return Stream.of(
                (text, context) -> {
                    throw new InterruptedException();
                },
                (text, context) -> {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(new InterruptedException());
                },
                (text, context) -> {
                    throw new IllegalStateException(new InterruptedException());
                },
                (text, context) -> Outcome.failed(new InterruptedException()),
                (text, context) -> {
                    Thread.currentThread().interrupt();
                    return Outcome.failed(new ClosedByInterruptException());
                },
                (text, context) -> {
                    Thread.currentThread().interrupt();
                    return Outcome.failed(new Exception("declared"));
                });
    }

    @ParameterizedTest
    @MethodSource("interruptions")
    void interruptedStepRecordsNothing(TestStep.Body body) {
        ScriptedRun run = ScriptedRun.of(
                TestLoop.of(mail.body(body)), ModelReply.calls(mail.call("a", "x"), mail.call("b", "x")));

        DriveInterruptedException thrown = assertThrows(DriveInterruptedException.class, run::start);

        assertTrue(Thread.interrupted());
        assertEquals(run.stored(), thrown.thread());
        assertEquals(List.of("ModelReplied", "StepStarted"), kinds(run.stored()));
        assertEquals(1, run.model().requests().size());
    }

    @ParameterizedTest
    @MethodSource("interruptions")
    void interruptedStepOnAnExecutorRecordsNothing(TestStep.Body body) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            ScriptedRun run = ScriptedRun.of(
                            TestLoop.of(look.body(body)), ModelReply.calls(look.call("a", "x"), look.call("b", "x")))
                    .with(builder -> builder.executor(executor));

            DriveInterruptedException thrown = assertThrows(DriveInterruptedException.class, run::start);

            assertEquals(List.of("ModelReplied", "StepStarted", "StepStarted"), kinds(thrown.thread()));
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void interruptedDriverEndsStepsOnTheExecutor() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        CountDownLatch running = new CountDownLatch(2);
        AtomicInteger interrupted = new AtomicInteger();
        TestStep slow = look.body((text, context) -> {
            running.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.incrementAndGet();
                throw e;
            }
            return Outcome.returned();
        });
        try {
            ScriptedRun run = ScriptedRun.of(
                            TestLoop.of(slow),
                            ModelReply.calls(slow.call("a", "x"), slow.call("b", "x"), slow.call("c", "x")))
                    .with(builder -> builder.executor(task -> {
                        if (running.getCount() > 0) {
                            executor.execute(task);
                        }
                    }));
            Thread driver = Thread.currentThread();
            Thread interrupter = new Thread(() -> {
                awaitUninterruptibly(running);
                driver.interrupt();
            });
            interrupter.start();

            DriveInterruptedException thrown = assertThrows(DriveInterruptedException.class, run::start);
            Thread.interrupted(); // clears the flag, which would end the following wait
            interrupter.join();

            assertTrue(kinds(thrown.thread()).stream().noneMatch("StepReturned"::equals));
            assertTrue(interrupted.get() >= 2, () -> interrupted + " steps were interrupted");
        } finally {
            executor.shutdownNow();
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void resultOfAnInterruptedStepIsRecorded() {
        TestStep step = mail.body((text, context) -> {
            Thread.currentThread().interrupt();
            return Outcome.returned();
        });
        ScriptedRun run = ScriptedRun.of(TestLoop.of(step), ModelReply.calls(mail.call("a", "x"), mail.call("b", "x")));

        assertThrows(DriveInterruptedException.class, run::start);

        Thread.interrupted();
        assertEquals(List.of("ModelReplied", "StepStarted", "StepReturned"), kinds(run.stored()));
    }

    @Test
    void interruptedStepRunsAgainOnResume() {
        List<String> runs = new ArrayList<>();
        TestStep step = mail.body((text, context) -> {
            runs.add(context.idempotencyKey());
            if (runs.size() == 1) {
                throw new InterruptedException();
            }
            return Outcome.returned();
        });
        ScriptedRun run =
                ScriptedRun.of(TestLoop.of(step), ModelReply.calls(mail.call("a", "x")), ModelReply.text("."));
        assertThrows(DriveInterruptedException.class, run::start);
        Thread.interrupted();

        run.runner().resume("t1");

        assertEquals(List.of("t1/1/a", "t1/1/a"), runs);
    }

    @Test
    void interruptedGateRecordsNothing() {
        TestStep gated = mail.gate((text, thread) -> {
            throw new InterruptedException();
        });
        ScriptedRun run = ScriptedRun.of(TestLoop.of(gated), ModelReply.calls(mail.call("a", "x")));

        assertThrows(DriveInterruptedException.class, run::start);

        Thread.interrupted();
        assertEquals(List.of("ModelReplied"), kinds(run.stored()));
    }

    static Stream<Model> interruptedModels() {
        return Stream.of(
                request -> {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(new InterruptedException());
                },
                request -> {
                    Thread.currentThread().interrupt();
                    throw new RequestRejectedException(ModelInfo.UNKNOWN, "aborted", 400, "");
                },
                request -> {
                    Thread.currentThread().interrupt();
                    return null;
                });
    }

    @ParameterizedTest
    @MethodSource("interruptedModels")
    void interruptedModelRecordsNothing(Model model) {
        InMemoryThreadStore store = new InMemoryThreadStore();
        Runner runner =
                DeskRunners.builder(TestLoop.of(mail), model).store(store).build();

        DriveInterruptedException thrown =
                assertThrows(DriveInterruptedException.class, () -> runner.start("t9", "go"));

        Thread.interrupted();
        assertEquals(List.of(), kinds(thrown.thread()));
        assertEquals(List.of(), kinds(store.load("t9").orElseThrow()));
    }

    @Test
    void interruptedCallerRunsNothing() {
        ScriptedRun run = ScriptedRun.of(TestLoop.of(mail), ModelReply.text("."));
        Thread.currentThread().interrupt();

        assertThrows(DriveInterruptedException.class, run::start);

        Thread.interrupted();
        assertEquals(0, run.model().requests().size());
    }

    @Test
    void decisionOfAnInterruptedCallerIsRecorded() {
        TestStep gated = mail.gate((text, thread) -> Verdict.ask("?"));
        ScriptedRun run = ScriptedRun.of(TestLoop.of(gated), ModelReply.calls(mail.call("a", "x")));
        run.start();
        Thread.currentThread().interrupt();

        DriveInterruptedException thrown =
                assertThrows(DriveInterruptedException.class, () -> run.runner().approve("t1", "a", ScriptedRun.ALICE));

        Thread.interrupted();
        assertEquals(Event.Approved.class, thrown.thread().last().getClass());
    }

    @Test
    void rejectingExecutorFallsBackToTheCaller() {
        List<Thread> threads = new ArrayList<>();
        TestStep step = look.body((text, context) -> {
            threads.add(Thread.currentThread());
            return Outcome.returned();
        });
        ScriptedRun run = ScriptedRun.of(
                        TestLoop.of(step),
                        ModelReply.calls(look.call("a", "x"), look.call("b", "x")),
                        ModelReply.text("."))
                .with(builder -> builder.executor(task -> {
                    throw new RejectedExecutionException();
                }));

        run.start();

        assertEquals(List.of(Thread.currentThread(), Thread.currentThread()), threads);
    }
}

package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.run.FakeTransactionalStore.Connection;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a step that exceeds its timeout recovers as after an interruption. */
@Timeout(60)
class StepTimeoutTest {

    private static final Duration TIMEOUT = Duration.ofMillis(50);

    private final FencedStore store = new FencedStore();
    private final List<String> ran = new ArrayList<>();
    private final RecordedLog log = RecordedLog.of(StepInvocation.class);

    /** The end of a step after its interruption. */
    @FunctionalInterface
    private interface Ending {
        Outcome end() throws Exception;
    }

    @AfterEach
    void close() {
        log.close();
        Thread.interrupted();
    }

    /** Returns a step whose first execution waits until it is interrupted, without clearing the flag. */
    private TestStep slow(Effect effect, Ending ending) {
        return TestStep.named("work").effect(effect).body((text, context) -> {
            ran.add(text);
            if (ran.size() > 1) {
                return Outcome.returned();
            }
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            return ending.end();
        });
    }

    private static Outcome interrupted() throws InterruptedException {
        throw new InterruptedException();
    }

    private Runner runner(ThreadStore threads, TestStep step) {
        List<ModelReply> replies =
                new ArrayList<>(List.of(ModelReply.calls(step.call("c", "x")), ModelReply.text("done")));
        return DeskRunners.builder(TestLoop.of(step), request -> replies.remove(0))
                .store(threads)
                .stepTimeout(TIMEOUT)
                .build();
    }

    private static Command.RunStep command(TestStep step) {
        return new Command.RunStep(
                step.call("c", "x"), step.effect(), step.flow(), new StepContext("t1", "c", "t1/1/c"), 1, 1);
    }

    /** The ways in which an interrupted step can fail. */
    static Stream<Ending> failures() {
        return Stream.of(
                StepTimeoutTest::interrupted,
                () -> {
                    Thread.interrupted();
                    throw new IllegalStateException("other");
                },
                () -> Outcome.failed(new Exception("declared")),
                () -> new Outcome.InDoubt(new Exception("declared"), true));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void outcomeIsNotRecorded(Ending ending) {
        TestStep step = slow(Effect.WRITE, ending);
        Runner runner = runner(store, step);

        DriveException thrown = assertThrows(DriveException.class, () -> runner.start("go"));

        assertFalse(Thread.currentThread().isInterrupted());
        assertFalse(thrown instanceof DriveInterruptedException);
        assertInstanceOf(TimeoutException.class, thrown.getCause());
        String message = DriveMessages.timedOut(command(step), TIMEOUT);
        assertEquals(RunMessages.driveFailed("t1", message), thrown.getMessage());
        assertEquals(List.of("ModelReplied", "StepStarted"), kinds(thrown.thread()));
        assertEquals(
                List.of(message),
                log.entries().stream().map(RecordedLog.Entry::message).toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"READ", "IDEMPOTENT", "WRITE"})
    void stepRunsAgainAtTheNextDrive(Effect effect) {
        Runner runner = runner(store, slow(effect, StepTimeoutTest::interrupted));
        assertThrows(DriveException.class, () -> runner.start("go"));

        AgentThread thread = runner.resume("t1");

        assertEquals(List.of("x", "x"), ran);
        assertEquals(
                List.of("ModelReplied", "StepStarted", "StepStarted", "StepReturned", "ModelReplied"), kinds(thread));
    }

    @Test
    void personDecidesAboutADestructiveStep() {
        TestStep step = slow(Effect.DESTRUCTIVE, StepTimeoutTest::interrupted);
        Runner runner = runner(store, step);
        assertThrows(DriveException.class, () -> runner.start("go"));

        runner.resume("t1");

        assertEquals(List.of("x"), ran);
        assertEquals(Standing.Kind.DECISION, store.standing().questions().get(0).kind());
        runner.answer("t1", "c", ALICE, new Answer.RunAgain());
        assertEquals(List.of("x", "x"), ran);
    }

    @Test
    void stepThatReturnsAtTheTimeoutIsRecorded() {
        Runner runner = runner(store, slow(Effect.WRITE, Outcome::returned));

        AgentThread thread = runner.start("go");

        assertFalse(Thread.currentThread().isInterrupted());
        assertEquals(List.of("ModelReplied", "StepStarted", "StepReturned", "ModelReplied"), kinds(thread));
        assertEquals(List.of(), log.entries());
    }

    @Test
    void concurrentStepsAreInterrupted() {
        TestStep read = TestStep.named("look").effect(Effect.READ).body((text, context) -> {
            if (text.equals("slow")) {
                Thread.sleep(60_000);
            }
            return Outcome.returned();
        });
        Runner runner = DeskRunners.builder(
                        TestLoop.of(read), request -> ModelReply.calls(read.call("a", "fast"), read.call("b", "slow")))
                .store(store)
                .stepTimeout(TIMEOUT)
                .executor(task -> new Thread(task).start())
                .build();

        DriveException thrown = assertThrows(DriveException.class, () -> runner.start("go"));

        assertInstanceOf(TimeoutException.class, thrown.getCause());
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void transactionIsRolledBack() {
        FakeTransactionalStore transactional = new FakeTransactionalStore();
        TestStep step = TestStep.named("book").effect(Effect.TRANSACTIONAL).body((text, context) -> {
            context.resource(Connection.class).rows().add(text);
            ran.add(text);
            if (ran.size() == 1) {
                Thread.sleep(60_000);
            }
            return Outcome.returned();
        });
        Runner runner = runner(transactional, step);
        DriveException thrown = assertThrows(DriveException.class, () -> runner.start("go"));
        assertInstanceOf(TimeoutException.class, thrown.getCause());
        assertEquals(List.of(), transactional.rows());

        runner.resume("t1");

        assertEquals(List.of("x"), transactional.rows());
    }

    @Test
    void earlierInterruptionRemains() {
        StepTimeouts timeouts = new StepTimeouts(Duration.ofHours(1));
        StepTimeouts.Watch watch = timeouts.watch();
        Thread.currentThread().interrupt();

        watch.run();

        assertTrue(watch.end());
        assertTrue(Thread.interrupted());
    }

    @Test
    void timeoutCanExceedTheRangeOfTheTimer() {
        StepTimeouts.Watch watch = new StepTimeouts(Duration.ofSeconds(Long.MAX_VALUE)).watch();

        assertFalse(watch.end());
    }

    @Test
    void endedStepIsNotInterrupted() {
        StepTimeouts.Watch watch = new StepTimeouts(Duration.ofHours(1)).watch();
        assertFalse(watch.end());

        watch.run();

        assertFalse(Thread.currentThread().isInterrupted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void timeoutIsPositive(Duration timeout) {
        Runner.Builder builder = DeskRunners.builder(TestLoop.of(), request -> ModelReply.text("done"));

        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> builder.stepTimeout(timeout));

        assertEquals(DriveMessages.STEP_TIMEOUT, thrown.getMessage());
    }
}

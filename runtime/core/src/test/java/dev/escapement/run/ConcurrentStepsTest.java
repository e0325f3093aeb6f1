package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.Verdict;
import dev.escapement.engine.Outcome;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Rendering;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests that the read-only steps of a reply run concurrently on the user's executor. */
class ConcurrentStepsTest {

    private static final ModelReply DONE = ModelReply.text("done");

    private final ExecutorService executor = Executors.newFixedThreadPool(3);

    private final TestStep read = TestStep.named("read").effect(Effect.READ);
    private final TestStep write = TestStep.named("write");

    @AfterEach
    void shutDown() {
        executor.shutdownNow();
    }

    private ScriptedRun trial(TestLoop loop, Call... calls) {
        return trial(executor, loop, calls);
    }

    private static ScriptedRun trial(Executor executor, TestLoop loop, Call... calls) {
        return ScriptedRun.of(loop, ModelReply.calls(calls), DONE).with(builder -> builder.executor(executor));
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertTrue(latch.await(60, TimeUnit.SECONDS), "the other step does not run meanwhile");
    }

    /** Returns the events of each call after the reply, in order. */
    private static List<String> order(AgentThread thread) {
        return thread.events().stream()
                .filter(Event.OfCall.class::isInstance)
                .map(event -> event.getClass().getSimpleName() + " " + ((Event.OfCall) event).callId())
                .toList();
    }

    @Test
    void concurrentStepsAreRecordedInCallOrder() {
        CountDownLatch secondIsDone = new CountDownLatch(1);
        TestStep waiting = read.body((text, context) -> {
            if (text.equals("first")) {
                await(secondIsDone);
            } else {
                secondIsDone.countDown();
            }
            return new Outcome.Returned("\"" + text + "\"");
        });

        AgentThread thread = trial(TestLoop.of(waiting), read.call("c1", "first"), read.call("c2", "second"))
                .start();

        assertEquals(List.of("StepStarted c1", "StepStarted c2", "StepReturned c1", "StepReturned c2"), order(thread));
        assertEquals(
                List.of("\"first\"", "\"second\""),
                ScriptedRun.events(thread, Event.StepReturned.class).stream()
                        .map(Event.StepReturned::result)
                        .toList());
    }

    @Test
    void withoutExecutorStepsRunOnTheCallersThread() {
        List<String> ran = new ArrayList<>();
        TestStep noting = read.body((text, context) -> {
            ran.add(text + " on " + Thread.currentThread().getId());
            return Outcome.returned();
        });
        long caller = Thread.currentThread().getId();

        ScriptedRun.of(TestLoop.of(noting), ModelReply.calls(read.call("c1", "x"), read.call("c2", "y")), DONE)
                .start();

        assertEquals(List.of("x on " + caller, "y on " + caller), ran);
    }

    @Test
    void readsRunFirstThenEffectsInOrder() {
        AgentThread thread = trial(
                        TestLoop.of(read, write),
                        read.call("c1", "x"),
                        read.call("c2", "x"),
                        write.call("c3", "x"),
                        read.call("c4", "x"),
                        write.call("c5", "x"))
                .start();

        assertEquals(
                List.of(
                        "StepStarted c1",
                        "StepStarted c2",
                        "StepStarted c4",
                        "StepReturned c1",
                        "StepReturned c2",
                        "StepReturned c4",
                        "StepStarted c3",
                        "StepReturned c3",
                        "StepStarted c5",
                        "StepReturned c5"),
                order(thread));
    }

    @Test
    void idempotentStepsDoNotRunSideBySide() {
        TestStep idempotent = TestStep.named("set").effect(Effect.IDEMPOTENT);

        AgentThread thread = trial(TestLoop.of(idempotent), idempotent.call("c1", "x"), idempotent.call("c2", "x"))
                .start();

        assertEquals(List.of("StepStarted c1", "StepReturned c1", "StepStarted c2", "StepReturned c2"), order(thread));
    }

    @Test
    void wrongCallIsRejectedBeforeTheOthersRun() {
        AgentThread thread = trial(
                        TestLoop.of(read), read.call("c1", "x"), new Call("c2", "read", "{}"), read.call("c3", "x"))
                .start();

        assertEquals(
                List.of("CallRejected c2", "StepStarted c1", "StepStarted c3", "StepReturned c1", "StepReturned c3"),
                order(thread));
    }

    @Test
    void callIsDeniedBeforeTheOthersRun() {
        TestStep gated = TestStep.named("gated").effect(Effect.READ).gate((text, thread) -> Verdict.deny("no"));

        AgentThread thread = trial(TestLoop.of(read, gated), read.call("c1", "x"), gated.call("c2", "x"))
                .start();

        assertEquals(List.of("GateDenied c2", "StepStarted c1", "StepReturned c1"), order(thread));
    }

    @Test
    void aStepThatFailsLeavesTheOthersAlone() {
        TestStep failing =
                TestStep.named("failing").effect(Effect.READ).body((text, context) -> new Outcome.Failed("no"));

        AgentThread thread = trial(TestLoop.of(read, failing), failing.call("c1", "x"), read.call("c2", "x"))
                .start();

        assertEquals(List.of("StepStarted c1", "StepStarted c2", "StepFailed c1", "StepReturned c2"), order(thread));
    }

    @Test
    void anErrorOfOneLeavesTheOthersAlone() {
        TestStep failing = TestStep.named("failing").effect(Effect.READ).body((text, context) -> {
            throw new StackOverflowError("deep");
        });

        AgentThread thread = trial(TestLoop.of(read, failing), failing.call("c1", "x"), read.call("c2", "x"))
                .start();

        assertEquals(List.of("StepStarted c1", "StepStarted c2", "StepFailed c1", "StepReturned c2"), order(thread));
    }

    /** The first result is recorded, so only the second step runs again. */
    @Test
    void onlyStepsWithoutOutcomeRunAgain() {
        List<String> ran = new ArrayList<>();
        TestStep noting = read.body((text, context) -> {
            synchronized (ran) {
                ran.add(text);
            }
            return Outcome.returned();
        });
        LostOutcomes store = new LostOutcomes(new InMemoryThreadStore());
        ScriptedRun trial = ScriptedRun.of(
                        TestLoop.of(noting), ModelReply.calls(read.call("c1", "x"), read.call("c2", "crash")), DONE)
                .on(store)
                .with(builder -> builder.executor(executor));
        store.loseNextOf("c2");
        assertThrows(LostOutcomes.Killed.class, trial::start);
        assertEquals(List.of("StepStarted c1", "StepStarted c2", "StepReturned c1"), order(trial.stored()));

        AgentThread thread = trial.runner().resume("t1");

        assertEquals(
                List.of("StepStarted c1", "StepStarted c2", "StepReturned c1", "StepStarted c2", "StepReturned c2"),
                order(thread));
        assertEquals(List.of("crash", "crash", "x"), ran.stream().sorted().toList());
    }

    /** All steps of a thread have ended when its lease is released. */
    @Test
    void interruptionOfOneInterruptsTheOthers() {
        CountDownLatch firstIsInterrupted = new CountDownLatch(1);
        CountDownLatch secondHasBegun = new CountDownLatch(1);
        AtomicBoolean secondIsInterrupted = new AtomicBoolean();
        TestStep interrupted = read.body((text, context) -> {
            if (text.equals("interrupted")) {
                await(secondHasBegun);
                firstIsInterrupted.countDown();
                throw new InterruptedException("stop");
            }
            secondHasBegun.countDown();
            try {
                await(firstIsInterrupted);
                await(new CountDownLatch(1)); // ends with the interruption
            } catch (InterruptedException e) {
                secondIsInterrupted.set(true);
            }
            return Outcome.returned();
        });
        ScriptedRun trial = trial(TestLoop.of(interrupted), read.call("c1", "interrupted"), read.call("c2", "x"));

        assertThrows(DriveInterruptedException.class, trial::start);
        Thread.interrupted(); // if the first step ran on this Java thread

        assertTrue(secondIsInterrupted.get());
        assertEquals(List.of("StepStarted c1", "StepStarted c2"), order(trial.stored()));
    }

    /** The executor's only Java thread is the one that waits. */
    @Test
    void theExecutorMayBeTheOneThatTheRunnerIsCalledOn() throws Exception {
        ExecutorService single = Executors.newSingleThreadExecutor();
        try {
            ScriptedRun trial = trial(single, TestLoop.of(read), read.call("c1", "x"), read.call("c2", "y"));

            AgentThread thread = single.submit(trial::start).get(60, TimeUnit.SECONDS);

            assertEquals(
                    List.of("StepStarted c1", "StepStarted c2", "StepReturned c1", "StepReturned c2"), order(thread));
        } finally {
            single.shutdownNow();
        }
    }

    @Test
    void callersThreadRunsRejectedTasks() {
        List<Thread> ran = new ArrayList<>();
        TestStep noting = read.body((text, context) -> {
            ran.add(Thread.currentThread());
            return Outcome.returned();
        });

        AgentThread thread = trial(
                        task -> {
                            throw new RejectedExecutionException("full");
                        },
                        TestLoop.of(noting),
                        read.call("c1", "x"),
                        read.call("c2", "y"))
                .start();

        assertEquals(List.of(Thread.currentThread(), Thread.currentThread()), ran);
        assertEquals(List.of("StepStarted c1", "StepStarted c2", "StepReturned c1", "StepReturned c2"), order(thread));
    }

    /** Also with a budget that is about to be exhausted. Only the position of the rejection may differ. */
    @Test
    void aThreadStoppedAfterAnyEventHasTheSameEvents() {
        TestStep close = TestStep.named("close").finishes();
        TestLoop loop = TestLoop.of(read, close).with(Budget.UNLIMITED.withSteps(4));
        ModelReply reads = ModelReply.calls(
                Stream.of("c1", "c2", "c3", "c4").map(id -> read.call(id, "x")).toArray(Call[]::new));
        ModelReply closes = ModelReply.calls(close.call("c5", "x"));
        AgentThread whole = ScriptedRun.of(loop, reads, closes).start();

        List<AgentThread> resumed = IntStream.range(2, whole.events().size())
                .mapToObj(length -> whole.events().subList(0, length))
                .map(events -> ScriptedRun.after(events, loop, closes).runner().resume("t1"))
                .toList();

        assertEquals(
                resumed.stream().map(thread -> sorted(whole.events())).toList(),
                resumed.stream()
                        .map(ScriptedRun::withoutRestarts)
                        .map(ConcurrentStepsTest::sorted)
                        .toList());
        assertEquals(
                resumed.stream().map(thread -> Rendering.messages(whole, false)).toList(),
                resumed.stream()
                        .map(thread -> Rendering.messages(thread, false))
                        .toList());
        assertEquals(12, whole.events().size());
    }

    private static List<String> sorted(List<Event> events) {
        return events.stream().map(Event::toString).sorted().toList();
    }
}

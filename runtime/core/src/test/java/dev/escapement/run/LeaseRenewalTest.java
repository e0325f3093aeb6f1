package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Policy;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.run.StoreException.Reason;
import dev.escapement.testing.ForwardingStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a lease is renewed while it is used, and that the holder of a superseded lease does nothing more. */
@Timeout(60)
class LeaseRenewalTest {

    private static final Duration LEASE_TIME = Duration.ofMillis(150);

    private final FencedStore store = new FencedStore();
    private final List<String> ran = Collections.synchronizedList(new ArrayList<>());

    private TestStep step(Runnable body) {
        return TestStep.named("work").body((text, context) -> {
            ran.add(text);
            body.run();
            return Outcome.returned();
        });
    }

    private Runner runner(TestLoop loop, Model model) {
        return DeskRunners.builder(loop, model)
                .store(store)
                .leaseTime(LEASE_TIME)
                .build();
    }

    private Runner runner(TestStep step) {
        List<ModelReply> replies =
                new ArrayList<>(List.of(ModelReply.calls(step.call("c", "x")), ModelReply.text("done")));
        return runner(TestLoop.of(step), request -> replies.remove(0));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            pause();
        }
        assertTrue(condition.getAsBoolean());
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long renewers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("escapement-leases"))
                .count();
    }

    private static StoreException failure(Reason reason) {
        return new StoreException("fails", "t1", reason, null);
    }

    @Test
    void leaseIsRenewedDuringAStep() {
        TestStep step = step(() -> await(() -> store.renewals() >= 3));

        AgentThread thread = runner(step).start("go");

        assertEquals(4, kinds(thread).size());
    }

    @Test
    void leaseIsRenewedDuringARequest() {
        Runner runner = runner(TestLoop.of(step(() -> {})), request -> {
            await(() -> store.renewals() >= 3);
            return ModelReply.text("done");
        });

        AgentThread thread = runner.start("go");

        assertEquals(List.of("ModelReplied"), kinds(thread));
    }

    @Test
    void renewalEndsWithTheLastLease() {
        await(() -> renewers() == 0);
        runner(step(() -> await(() -> renewers() == 1))).start("go");

        await(() -> renewers() == 0);
    }

    @Test
    void failedRenewalDoesNotEndTheDrive() {
        try (RecordedLog log = RecordedLog.of(LeaseKeeper.class)) {
            store.failRenewals(failure(Reason.UNAVAILABLE));
            TestStep step = step(() -> await(() -> !log.entries().isEmpty()));

            AgentThread thread = runner(step).start("go");

            assertEquals(4, kinds(thread).size());
            assertEquals(DriveMessages.RENEWAL_FAILED, log.entries().get(0).message());
        }
    }

    @Test
    void leaseIsRenewedAtAThirdOfItsOwnTime() {
        TestStep step = step(() -> await(() -> store.renewals() >= 3));
        store.append(
                Append.of("t1", 0, DeskRunners.started(TestLoop.of(step), Start.of("go"), Policy.DEFAULT.budget())));

        AgentThread thread =
                runnerOfPatience(step).drive(store.lease("t1", LEASE_TIME).orElseThrow());

        assertEquals(4, kinds(thread).size());
    }

    @Test
    void leasesAreRenewedOneByOneAfterAFailure() {
        AtomicInteger renewals = new AtomicInteger();
        ThreadStore queue = new WorkerFixture().observed(method -> {
            throw failure(Reason.OTHER);
        });
        LeaseKeeper keeper = new LeaseKeeper(queue, Duration.ofSeconds(30));
        try (RecordedLog log = RecordedLog.of(LeaseKeeper.class);
                LeaseKeeper.Registration failing = keeper.keep(lease(() -> {
                    throw failure(Reason.OTHER);
                }));
                LeaseKeeper.Registration renewed = keeper.keep(lease(() -> renewals.incrementAndGet() > 0))) {
            await(() -> renewals.get() >= 2);

            assertTrue(log.entries().size() >= 2);
            assertTrue(failing != renewed);
        }
    }

    /** Returns a lease that is renewed by a function. */
    private static ThreadStore.Lease lease(BooleanSupplier renewal) {
        return (ThreadStore.Lease) Proxy.newProxyInstance(
                ThreadStore.Lease.class.getClassLoader(),
                new Class<?>[] {ThreadStore.Lease.class},
                (proxy, method, arguments) -> method.getName().equals("time") ? LEASE_TIME : renewal.getAsBoolean());
    }

    @Test
    void supersededHolderDoesNotStoreAnOutcome() {
        Runner runner = runner(step(() -> store.steal("t1")));

        DriveException thrown = assertThrows(DriveException.class, () -> runner.start("go"));

        assertInstanceOf(LeaseLostException.class, thrown.getCause());
        assertEquals(List.of("ModelReplied", "StepStarted"), kinds(thrown.thread()));
        assertEquals(3, store.appends().size());
    }

    @Test
    void supersededHolderDoesNotStoreAReply() {
        Runner runner = runner(TestLoop.of(step(() -> {})), request -> {
            store.steal("t1");
            return ModelReply.text("done");
        });

        DriveException thrown = assertThrows(DriveException.class, () -> runner.start("go"));

        assertInstanceOf(LeaseLostException.class, thrown.getCause());
        assertEquals(1, store.appends().size());
    }

    /** The process is stopped after the start of the step was stored. */
    @Test
    void stepDoesNotRunAfterTheLeaseWasLost() {
        TestStep step = step(() -> {});
        Runner runner = afterStart(step, () -> {
            store.advance(Duration.ofDays(1));
            store.steal("t1");
        });

        DriveException thrown = assertThrows(DriveException.class, () -> runner.start("go"));

        assertInstanceOf(LeaseLostException.class, thrown.getCause());
        assertEquals(List.of(), ran);
        assertEquals(List.of("ModelReplied", "StepStarted"), kinds(thrown.thread()));
    }

    @Test
    void expiredLeaseIsRenewedBeforeTheStep() {
        Runner runner = afterStart(step(() -> {}), () -> store.advance(Duration.ofDays(1)));

        AgentThread thread = runner.start("go");

        assertEquals(List.of("x"), ran);
        assertEquals(1, store.renewals());
        assertEquals(4, kinds(thread).size());
    }

    /** Returns a runner whose process is stopped when it has stored the start of a step. */
    private Runner afterStart(TestStep step, Runnable stop) {
        List<ModelReply> replies =
                new ArrayList<>(List.of(ModelReply.calls(step.call("c", "x")), ModelReply.text("done")));
        return DeskRunners.builder(TestLoop.of(step), request -> replies.remove(0))
                .store(store)
                .listener((thread, event) -> {
                    if (event instanceof Event.StepStarted) {
                        stop.run();
                    }
                })
                .build();
    }

    @Test
    void requestIsNotSentAfterTheLeaseWasLost() {
        List<String> sent = new ArrayList<>();
        Runner runner = DeskRunners.builder(TestLoop.of(step(() -> {})), request -> {
                    sent.add("request");
                    return ModelReply.text("done");
                })
                .store(store)
                .interceptor(new Interceptor() {
                    @Override
                    public DriveResult drive(AgentThread thread, Supplier<DriveResult> next) {
                        store.advance(Duration.ofDays(1));
                        store.steal("t1");
                        return next.get();
                    }
                })
                .build();

        DriveException thrown = assertThrows(DriveException.class, () -> runner.start("go"));

        assertInstanceOf(LeaseLostException.class, thrown.getCause());
        assertEquals(List.of(), sent);
    }

    @Test
    void concurrentStepDoesNotStartAfterTheLeaseWasLost() {
        TestStep read = step(() -> {
                    store.advance(Duration.ofDays(1));
                    store.steal("t1");
                })
                .effect(Effect.READ);
        ModelReply reply = ModelReply.calls(read.call("a", "1"), read.call("b", "2"), read.call("c", "3"));
        Runner runner = DeskRunners.builder(TestLoop.of(read), request -> reply)
                .store(store)
                .executor(LeaseRenewalTest::runElsewhere)
                .build();

        DriveException thrown = assertThrows(DriveException.class, () -> runner.start("go"));

        assertInstanceOf(LeaseLostException.class, thrown.getCause());
        assertEquals(List.of("1"), ran);
    }

    /** Runs a task on another Java thread and waits for it. */
    private static void runElsewhere(Runnable task) {
        CompletableFuture.runAsync(task).join();
    }

    @ParameterizedTest
    @ValueSource(classes = {Event.Started.class, Event.StepStarted.class})
    void busyStoreIsAccessedAgain(Class<? extends Event> event) {
        store.fail(event, failure(Reason.BUSY), failure(Reason.BUSY));

        AgentThread thread = runner(step(() -> {})).start("go");

        assertEquals(List.of("ModelReplied", "StepStarted", "StepReturned", "ModelReplied"), kinds(thread));
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"BUSY", "UNAVAILABLE"})
    void outcomeIsStoredWhenTheStoreIsAvailable(Reason reason) {
        store.fail(Event.StepReturned.class, failure(reason), failure(reason));

        AgentThread thread = runnerOfPatience(step(() -> {})).start("go");

        assertEquals(List.of("x"), ran);
        assertEquals(List.of("ModelReplied", "StepStarted", "StepReturned", "ModelReplied"), kinds(thread));
    }

    private Runner runnerOfPatience(TestStep step) {
        List<ModelReply> replies =
                new ArrayList<>(List.of(ModelReply.calls(step.call("c", "x")), ModelReply.text("done")));
        return DeskRunners.builder(TestLoop.of(step), request -> replies.remove(0))
                .store(store)
                .build();
    }

    @Test
    void unavailableStoreEndsTheDriveAfterTheLeaseTime() {
        List<RuntimeException> failures = Collections.nCopies(100, failure(Reason.UNAVAILABLE));
        store.fail(Event.StepReturned.class, failures.toArray(RuntimeException[]::new));
        Runner runner = runner(step(() -> {}));

        DriveException thrown = assertThrows(DriveException.class, () -> runner.start("go"));

        assertEquals(
                Reason.UNAVAILABLE,
                assertInstanceOf(StoreException.class, thrown.getCause()).reason());
        assertEquals(List.of("ModelReplied", "StepStarted"), kinds(thrown.thread()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"UNAVAILABLE", "FULL", "READ_ONLY", "FORMAT", "OTHER"})
    void startIsNotRepeatedAfterOtherFailures(Reason reason) {
        store.fail(Event.StepStarted.class, failure(reason));
        Runner runner = runner(step(() -> {}));

        DriveException thrown = assertThrows(DriveException.class, () -> runner.start("go"));

        assertEquals(
                reason,
                assertInstanceOf(StoreException.class, thrown.getCause()).reason());
        assertEquals(List.of(), ran);
    }

    @Test
    void outcomeThatWasStoredIsNotStoredAgain() {
        store.failAfterwards();
        store.fail(Event.StepReturned.class, failure(Reason.UNAVAILABLE));

        AgentThread thread = runnerOfPatience(step(() -> {})).start("go");

        assertEquals(List.of("x"), ran);
        assertEquals(List.of("ModelReplied", "StepStarted", "StepReturned", "ModelReplied"), kinds(thread));
        assertEquals(thread, store.load("t1").orElseThrow());
    }

    @Test
    void supersededAnswerIsRefused() {
        TestStep destructive = step(() -> {
                    throw new IllegalStateException("in doubt");
                })
                .effect(Effect.DESTRUCTIVE);
        runner(destructive).start("go");
        ThreadInbox inbox = ThreadInbox.of(new LateAnswerStore(store));

        NotWaitingException thrown =
                assertThrows(NotWaitingException.class, () -> inbox.answer("t1", "c", ALICE, new Answer.Failed("no")));

        assertEquals(NotWaitingException.Reason.DRIVEN, thrown.reason());
        assertInstanceOf(Event.StepInDoubt.class, store.load("t1").orElseThrow().last());
    }

    /** A store whose leases are superseded as soon as they are acquired. */
    private static final class LateAnswerStore extends ForwardingStore {

        private final FencedStore store;

        LateAnswerStore(FencedStore store) {
            super(store);
            this.store = store;
        }

        @Override
        public Optional<Lease> lease(String id, Duration time) {
            Optional<Lease> lease = super.lease(id, time);
            store.steal(id);
            return lease;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.099S", "PT24H0.001S", "PT-1S"})
    void leaseTimeIsValidated(Duration time) {
        Runner.Builder builder = DeskRunners.builder(TestLoop.of(step(() -> {})), request -> ModelReply.text("done"));

        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> builder.leaseTime(time));

        assertEquals(DriveMessages.LEASE_TIME, thrown.getMessage());
    }
}

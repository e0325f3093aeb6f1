package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.testing.ForwardingStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.ThreadStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the acquisition of leases that others hold, and the release of leases. */
class LeaseHandoverTest {

    private static final Duration TIME = Duration.ofSeconds(30);

    private final InMemoryThreadStore store = new InMemoryThreadStore();
    private final TestStep pay = TestStep.named("pay").asking("Pay?");
    private final TestLoop loop = TestLoop.of(pay);

    private ScriptedRun waiting() {
        ScriptedRun run = ScriptedRun.of(loop, ModelReply.calls(pay.call("c", "x")), ModelReply.text("done"))
                .on(store);
        run.start();
        return run;
    }

    @Test
    void failedReleaseDoesNotFailTheExecution() {
        HookedStore hooked = new HookedStore(store, HookedStore.Moment.BEFORE_CLOSE);
        StoreException failure = new StoreException("fails", "t1", StoreException.Reason.OTHER, null);
        hooked.next(() -> {
            throw failure;
        });
        try (RecordedLog log = RecordedLog.of(ThreadCoordinator.class)) {
            AgentThread thread =
                    ScriptedRun.of(loop, ModelReply.text("done")).on(hooked).start();

            assertEquals(List.of("ModelReplied"), kinds(thread));
            assertEquals(DriveMessages.releaseFailed("t1"), log.entries().get(0).message());
            assertSame(failure, log.entries().get(0).thrown());
        }
    }

    /** A store whose leases another holder has, which performs an action at an attempt to acquire one. */
    private ForwardingStore held(int attempt, Runnable action, boolean releases) {
        return new ForwardingStore(store) {
            private int attempts;

            @Override
            public Optional<Lease> lease(String id, Duration time) {
                attempts++;
                if (attempts == attempt) {
                    action.run();
                }
                return releases && attempts >= attempt ? super.lease(id, time) : Optional.empty();
            }
        };
    }

    private static Runner runner(TestLoop loop, ThreadStore store) {
        return Runner.of(loop)
                .model(request -> ModelReply.text("done"))
                .store(store)
                .ids(() -> "t1")
                .build();
    }

    @Test
    void startExecutesTheThreadAfterAnotherHolderFailed() {
        AgentThread thread = runner(loop, held(6, () -> {}, true)).start("go");

        assertTrue(thread.hasEnded() || thread.status() == ThreadStatus.WAITING);
        assertEquals(2, thread.events().size());
    }

    @Test
    void startReturnsAfterAnotherHolderExecutedTheThread() {
        Runner other = runner(loop, store);

        AgentThread thread =
                runner(loop, held(6, () -> other.resume("t1"), true)).start("go");

        assertEquals(store.load("t1").orElseThrow(), thread);
        assertEquals(2, thread.events().size());
    }

    @Test
    void listenerDoesNotReceiveTheEventsOfAnotherRunner() {
        List<Event> heard = new ArrayList<>();
        Runner other = runner(loop, store);
        Runner.of(loop)
                .model(request -> ModelReply.text("done"))
                .store(held(6, () -> other.resume("t1"), true))
                .ids(() -> "t1")
                .listener((thread, event) -> heard.add(event))
                .build()
                .start("go");

        assertEquals(List.of(), heard);
    }

    @Test
    void listenerReceivesTheStartAfterAnotherHolderFailed() {
        List<Event> heard = new ArrayList<>();
        AgentThread thread = Runner.of(loop)
                .model(request -> ModelReply.text("done"))
                .store(held(6, () -> {}, true))
                .ids(() -> "t1")
                .listener((recorded, event) -> heard.add(event))
                .build()
                .start("go");

        assertEquals(thread.events(), heard);
    }

    @Test
    @Timeout(20)
    void startDoesNotWaitForTheHolderAfterItsExecution() {
        HookedStore hooked = new HookedStore(store, HookedStore.Moment.BEFORE_CLOSE);
        hooked.next(() -> ThreadInbox.of(store).message("t1", "one more"));
        ForwardingStore held = new ForwardingStore(hooked) {
            private boolean isLeased;

            @Override
            public Optional<Lease> lease(String id, Duration time) {
                Optional<Lease> lease = isLeased ? Optional.empty() : super.lease(id, time);
                isLeased = true;
                return lease;
            }
        };

        assertEquals(
                "one more",
                ((Event.MessageReceived) runner(loop, held).start("go").last()).text());
    }

    /** The thread has the status WAITING while a destructive step runs. */
    @Test
    void startWaitsForTheDestructiveStepOfAnotherHolder() {
        TestStep erase = TestStep.named("erase").effect(Effect.DESTRUCTIVE);
        TestLoop erasing = TestLoop.of(erase);
        AgentThread whole = ScriptedRun.of(erasing, ModelReply.calls(erase.call("c", "x")), ModelReply.text("done"))
                .start();
        List<Event> events = whole.events();
        List<Event> toTheStart = events.subList(
                0,
                1
                        + events.indexOf(ScriptedRun.events(whole, Event.StepStarted.class)
                                .get(0)));
        assertEquals(ThreadStatus.WAITING, new AgentThread("t1", toTheStart).status());
        Map<Integer, List<Event>> written = Map.of(2, toTheStart, 5, events);
        ForwardingStore held = new ForwardingStore(store) {
            private int attempts;

            @Override
            public Optional<Lease> lease(String id, Duration time) {
                attempts++;
                List<Event> all = written.getOrDefault(attempts, List.of());
                for (int i = load(id).orElseThrow().events().size(); i < all.size(); i++) {
                    store.append(Append.of(id, i, all.get(i)));
                }
                return attempts > 5 ? super.lease(id, time) : Optional.empty();
            }
        };

        AgentThread thread = runner(erasing, held).start("go");

        assertEquals(kinds(whole), kinds(thread));
    }

    @Test
    void startReturnsIfTheThreadEndsUnderAnotherLease() {
        Runner other = runner(loop, store);

        AgentThread thread =
                runner(loop, held(6, () -> other.cancel("t1", "enough"), false)).start("go");

        assertTrue(thread.hasEnded());
    }

    @Test
    void interruptionEndsTheWaitOfStart() {
        Thread caller = Thread.currentThread();

        DriveInterruptedException thrown = assertThrows(
                DriveInterruptedException.class,
                () -> runner(loop, held(6, caller::interrupt, false)).start("go"));

        assertTrue(Thread.interrupted());
        assertEquals(1, thrown.thread().events().size());
    }

    @Test
    void decisionIsExecutedAfterAnInboxHeldTheLease() {
        ScriptedRun run = waiting();
        ForwardingStore held = new ForwardingStore(store) {
            private boolean released;

            @Override
            public Optional<Lease> lease(String id, Duration time) {
                Optional<Lease> lease = released ? super.lease(id, time) : Optional.empty();
                released = true;
                return lease;
            }
        };

        AgentThread thread =
                run.another(loop, ModelReply.text("done")).on(held).runner().approve("t1", "c", ALICE);

        assertEquals(
                List.of(
                        "ModelReplied",
                        "ApprovalAsked",
                        "Approved",
                        "GatePassed",
                        "StepStarted",
                        "StepReturned",
                        "ModelReplied"),
                kinds(thread));
    }

    @Test
    void resumeOfAWaitingThreadUnparksIt() {
        ScriptedRun run = waiting();
        Standing standing = store.entry("t1").orElseThrow().standing();
        store.wake("t1");
        store.park(store.claim(Set.of(loop.agent()), 1, TIME).get(0));
        assertTrue(store.entry("t1").orElseThrow().parked());

        run.runner().resume("t1");

        assertFalse(store.entry("t1").orElseThrow().parked());
        assertEquals(standing, store.entry("t1").orElseThrow().standing());
    }

    @Test
    void leaseOfAnotherThreadIsRefused() {
        waiting();
        ThreadStore.Lease lease = store.lease("t1", TIME).orElseThrow();
        Append append = new Append("t2", 1, List.of(), Optional.empty(), Standing.RUNNABLE);

        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> append.under(lease));

        assertEquals(DriveMessages.otherLease("t2", "t1"), thrown.getMessage());
    }
}

package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.Outcome;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests that only the lease holder drives a thread, every decision is processed, and the listener receives each event
 * once.
 */
class SingleExecutionTest {

    private static final Model NEVER = request -> {
        throw new AssertionError("only one drives");
    };

    private final InMemoryThreadStore store = new InMemoryThreadStore();
    private final List<Event> heard = new ArrayList<>();
    private final List<String> ran = new ArrayList<>();

    private final TestStep work = TestStep.named("work").asking("Run it?").body((text, context) -> {
        ran.add(text);
        return Outcome.returned();
    });
    private final TestLoop loop = TestLoop.of(work);

    private Runner runner(ThreadStore threads, Model model) {
        return DeskRunners.builder(loop, model)
                .store(threads)
                .listener((thread, event) -> heard.add(event))
                .build();
    }

    @Test
    void whoFindsThatAThreadHasADriverLeavesItToThatOne() {
        Runner second = runner(store, NEVER);
        List<AgentThread> seen = new ArrayList<>();
        Runner first = runner(store, request -> {
            seen.add(second.resume("t1"));
            return ModelReply.text("done");
        });

        AgentThread thread = first.start("go");

        assertEquals(
                List.of(1), seen.stream().map(early -> early.events().size()).toList());
        assertEquals(2, thread.events().size());
        assertEquals(thread.events(), heard);
    }

    @Test
    void aDriverThatFailsGivesTheThreadBack() {
        Runner failing = runner(store, request -> {
            throw DeskRunners.overloaded();
        });
        assertThrows(DriveException.class, () -> failing.start("go"));

        AgentThread thread = runner(store, request -> ModelReply.text("done")).resume("t1");

        assertEquals(2, thread.events().size());
        assertEquals(thread.events(), heard);
    }

    /** An approval during the release of the lease is not lost. */
    @ParameterizedTest
    @EnumSource(names = {"BEFORE_CLOSE", "AFTER_CLOSE"})
    void anApprovalThatComesWhileTheDriverLetsGoIsActedUpon(HookedStore.Moment moment) {
        HookedStore hooked = new HookedStore(store, moment);
        List<ModelReply> script =
                new ArrayList<>(List.of(ModelReply.calls(work.call("c1", "x")), ModelReply.text("done")));
        Runner runner = runner(hooked, request -> script.remove(0));
        hooked.next(() -> runner.approve("t1", "c1", ALICE));

        AgentThread thread = runner.start("go");

        assertTrue(hooked.happened());
        assertEquals(List.of("x"), ran);
        assertEquals(
                List.of(
                        "ModelReplied",
                        "ApprovalAsked",
                        "Approved",
                        "GatePassed",
                        "StepStarted",
                        "StepReturned",
                        "ModelReplied"),
                ScriptedRun.kinds(thread));
        assertEquals(thread.events(), heard);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_CLOSE", "AFTER_CLOSE"})
    void approvalDuringReleaseOfTheLeaseIsHandled(HookedStore.Moment moment) {
        HookedStore hooked = new HookedStore(store, moment);
        List<ModelReply> script =
                new ArrayList<>(List.of(ModelReply.calls(work.call("c1", "x")), ModelReply.text("done")));
        Model model = request -> script.remove(0);
        Runner approving = DeskRunners.builder(loop, model).store(store).build();
        hooked.next(() -> approving.approve("t1", "c1", ALICE));

        AgentThread thread = runner(hooked, model).start("go");

        assertEquals(List.of("x"), ran);
        assertEquals(thread.events(), heard);
    }

    /** The thread is cancelled after the approval is stored and before its caller drives the thread. */
    @Test
    void cancellationAfterAnApprovalNotifiesOfBoth() {
        HookedStore hooked = new HookedStore(store, HookedStore.Moment.AFTER_APPEND);
        Runner runner = runner(hooked, request -> ModelReply.calls(work.call("c1", "x")));
        runner.start("go");
        hooked.next(() -> runner.cancel("t1", "enough"));

        AgentThread thread = runner.approve("t1", "c1", ALICE);

        assertTrue(hooked.happened());
        assertInstanceOf(Event.Stopped.class, thread.last());
        assertEquals(thread.events(), heard);
    }

    /** The second caller loaded the thread before the first one drove it. */
    @Test
    void concurrentResumesNotifyOnce() {
        store.append(Append.of("t1", 0, new Event.Started(DeskRunners.AT, "Test", "go")));
        HookedStore hooked = new HookedStore(store, HookedStore.Moment.BEFORE_LEASE);
        Runner runner = runner(hooked, request -> ModelReply.text("done"));
        hooked.next(() -> runner.resume("t1"));

        AgentThread thread = runner.resume("t1");

        assertTrue(hooked.happened());
        assertEquals(thread.events().subList(1, 3), heard); // the thread does not contain the versions
    }

    @Test
    void aListenerMayDecide() {
        List<ModelReply> script =
                new ArrayList<>(List.of(ModelReply.calls(work.call("c1", "x")), ModelReply.text("done")));
        List<Runner> runner = new ArrayList<>();
        runner.add(DeskRunners.builder(loop, request -> script.remove(0))
                .store(store)
                .listener((thread, event) -> {
                    heard.add(event);
                    if (event instanceof Event.ApprovalAsked asked) {
                        runner.get(0).approve(thread.id(), asked.callId(), ALICE);
                    }
                })
                .build());

        AgentThread thread = runner.get(0).start("go");

        assertEquals(List.of("x"), ran);
        assertEquals(thread.events(), heard);
    }

    /** Nothing is overwritten even if leases are ineffective or bypassed. */
    @Test
    void whoDrivesInSpiteOfTheLeaseLosesAndStoresNothing() {
        Runner runner = runner(store, request -> {
            store.append(Append.of("t1", 1, new Event.ContextFetched(DeskRunners.AT, "by hand", "1", Duration.ZERO)));
            return ModelReply.text("I was slower");
        });

        DriveException failed = assertThrows(DriveException.class, () -> runner.start("go"));

        ConcurrentRunException late = assertInstanceOf(ConcurrentRunException.class, failed.getCause());
        assertEquals("t1", late.threadId());
        assertEquals(1, late.position());
        assertEquals(2, late.size());
        assertInstanceOf(
                Event.ContextFetched.class, store.load("t1").orElseThrow().last());
        assertEquals(store.load("t1").orElseThrow().events(), heard);
    }
}

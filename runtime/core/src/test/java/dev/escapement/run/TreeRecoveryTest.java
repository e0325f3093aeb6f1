package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.events;
import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.Command;
import dev.escapement.engine.Policy;
import dev.escapement.engine.Reducer;
import dev.escapement.engine.Replay;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.Budget;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the actions on children that a driver performs before the next event of their parent. */
class TreeRecoveryTest extends TeamFixture {

    /** A loop of {@code Lead} whose step {@code hand} delegates to {@code Aide}. */
    private static final class HandingLoop extends DelegatingLoop {
        HandingLoop(TestLoop lead) {
            super(lead);
        }

        @Override
        public String delegateAgent(String tool) {
            return "Aide";
        }

        @Override
        public Command next(AgentThread thread) {
            return Reducer.next(this, thread);
        }
    }

    private Runner runner(ThreadStore used, TeamLoop first) {
        return Runner.of(first, aide)
                .model(model)
                .store(used)
                .ids(() -> "t1")
                .clock(DeskRunners.CLOCK)
                .build();
    }

    private void driveAll(Runner runner) {
        for (int i = 0; i < 5; i++) {
            for (ThreadQueue.Claim claim : store.claim(Set.copyOf(runner.agents()), 10, Duration.ofSeconds(30))) {
                AgentThread unused = runner.drive(claim.lease());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void secondCrashDoesNotLoseAChild(int appends) {
        TeamLoop mixed = TeamLoop.of("Lead", hand, TestStep.named("pause").pauses(), close);
        model.script(
                "Lead",
                ModelReply.calls(
                        hand.call("c1", "find it"), TestStep.named("pause").call("c2", "Which?")));
        model.script("Aide", ModelReply.calls(done.call("d1", "found")));
        DyingStore first = new DyingStore(store, 4); // after the start of the child is recorded
        assertThrows(DyingStore.Death.class, () -> runner(first, mixed).start("go"));
        first.expire();
        DyingStore second = new DyingStore(store, appends);
        assertThrows(DyingStore.Death.class, () -> runner(second, mixed).resume("t1"));
        second.expire();

        driveAll(runner(store, mixed));

        assertTrue(child().hasEnded());
        assertEquals(1, kinds(stored()).stream().filter("DelegateEnded"::equals).count());
    }

    @Test
    void reservationOfAnAnsweredCallDoesNotEndTheThread() {
        TeamLoop limited = lead.with(new Policy(
                Budget.UNLIMITED.withTokens(1_000), 3, Policy.DEFAULT.onFailures(), Policy.DEFAULT.onText()));
        leadHandsOver();
        model.script("Aide", ModelReply.calls(risky.call("r1", "x")));
        AgentThread waiting = runner(limited, aide).start("go");
        assertEquals(1_000, waiting.usage().tokens());
        DyingStore dying = new DyingStore(store, 1);
        assertThrows(
                DyingStore.Death.class,
                () -> ThreadInbox.of(dying).answer("t1", "c1", ALICE, new Answer.Returned("\"by hand\"")));

        driveAll(runner(limited, aide));

        assertEquals(
                List.of("AnsweredByPerson", "DelegateEnded", "ModelReplied", "StepStarted", "Finished"),
                kinds(stored()).subList(3, 8));
    }

    @Test
    void endOfAChildThatWasLeftIsVerified() {
        leadHandsOver();
        model.script("Aide", ModelReply.calls(risky.call("r1", "x")));
        Runner runner = runner(lead, aide);
        AgentThread waiting = runner.start("go");
        assertEquals(1, events(waiting, DelegateStarted.class).size());

        AgentThread answered = runner.answer("t1", "c1", ALICE, new Answer.Returned("\"by hand\""));
        AgentThread started = runner.start("t2", "go");
        AgentThread cancelled = runner.cancel(started.id(), "enough");

        HandingLoop verified = new HandingLoop(TestLoop.of(hand, note, close).named("Lead"));
        for (AgentThread thread : List.of(answered, store.load(cancelled.id()).orElseThrow())) {
            assertTrue(kinds(thread).contains("DelegateEnded"));
            assertTrue(Replay.verify(verified, thread).isVerified(), thread::toString);
        }
    }

    @Test
    void copyContinuesWithItsChildren() {
        leadHandsOver();
        model.script("Aide", ModelReply.calls(done.call("d1", "found")));
        Runner runner = runner(lead, aide);
        AgentThread original = runner.start("go");

        AgentThread copy = runner.fork("t1", 1, "t2");

        assertTrue(copy.hasEnded());
        assertEquals(kinds(original), kinds(copy));
        assertTrue(runner.verify(child().id()).isVerified(), "the thread of an agent that the runner does not start");
    }

    @Test
    void childThatTheHolderOfTheLeaseHasNotCreatedIsLeftToIt() {
        leadHandsOver();
        DyingStore dying = new DyingStore(store, 4);
        assertThrows(DyingStore.Death.class, () -> runner(dying, lead).start("go"));
        dying.expire();
        assertEquals("DelegateStarted", stored().last().getClass().getSimpleName());
        try (ThreadStore.Lease held = store.lease("t1", Duration.ofSeconds(30)).orElseThrow()) {
            assertEquals(stored(), runner(lead, aide).resume(held.threadId()));
        }
    }

    @Test
    void listenerReceivesTheEndsOfChildren() {
        leadHandsOver();
        model.script("Aide", ModelReply.calls(done.call("d1", "found")));
        List<Event> heard = new ArrayList<>();

        AgentThread thread = listening(heard).start("go");

        assertEquals(thread.events(), heard);
    }

    private Runner listening(List<Event> heard) {
        return Runner.of(lead, aide)
                .model(model)
                .store(store)
                .clock(DeskRunners.CLOCK)
                .ids(() -> "t1")
                .listener((each, event) -> {
                    if (each.id().equals("t1")) {
                        heard.add(event);
                    }
                })
                .build();
    }

    @Test
    void listenerReceivesTheEndOfAChildAfterItsApproval() {
        leadHandsOver();
        model.script("Aide", ModelReply.calls(risky.call("r1", "x")), ModelReply.calls(done.call("d1", "found")));
        List<Event> heard = new ArrayList<>();
        Runner runner = listening(heard);
        AgentThread waiting = runner.start("go");
        assertEquals(waiting.events(), heard);

        AgentThread ended = runner.approve(child().id(), "r1", ALICE);

        assertTrue(ended.hasEnded());
        assertTrue(stored().hasEnded());
        assertEquals(stored().events(), heard);
        assertEquals(ended, runner.resume(ended.id()));
        assertEquals(stored().events(), heard, "the end is not new");
    }

    @Test
    void failureOfAParentHasTheThreadOfTheCaller() {
        model.script("Lead", ModelReply.calls(hand.call("c1", "find it")));
        model.script("Aide", ModelReply.calls(risky.call("r1", "x")), ModelReply.calls(done.call("d1", "found")));
        Runner runner = runner(lead, aide);
        AgentThread waiting = runner.start("go");
        String child = child().id();
        Runner failing = Runner.of(lead, aide)
                .model(request -> {
                    throw new IllegalStateException("unavailable");
                })
                .store(store)
                .clock(DeskRunners.CLOCK)
                .build();
        AgentThread cancelled = ThreadInbox.of(store).cancel(child, "enough");
        assertTrue(cancelled.hasEnded());

        DriveException failure = assertThrows(DriveException.class, () -> failing.resume(child));

        assertEquals(child, failure.thread().id());
        DriveException parent = (DriveException) failure.getSuppressed()[0];
        assertEquals(waiting.id(), parent.thread().id());
    }
}

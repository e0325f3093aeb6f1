package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Effect;
import dev.escapement.Verdict;
import dev.escapement.content.ContentStore;
import dev.escapement.engine.Outcome;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.run.Standing.Kind;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.Standing.Question;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests that drivers and inboxes record the expiry of a question before anything else. */
class ExpiryTest {

    private static final Instant AT = DeskRunners.AT;
    private static final Instant DEADLINE = AT.plus(Duration.ofHours(1));

    private final FencedStore store = new FencedStore();
    private final List<String> ran = new ArrayList<>();
    private Instant now = AT;

    private final TestStep pay = asking(Duration.ofHours(1));

    private TestStep asking(Duration limit) {
        return TestStep.named("pay" + limit.toHours())
                .effect(Effect.DESTRUCTIVE)
                .gate((text, thread) -> Verdict.ask("Pay?").within(limit))
                .body((text, context) -> {
                    ran.add(text);
                    return Outcome.returned();
                });
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private Runner runner(TestLoop loop, ModelReply... replies) {
        List<ModelReply> script = new ArrayList<>(List.of(replies));
        return DeskRunners.builder(loop, request -> script.remove(0))
                .store(store)
                .clock(clock())
                .build();
    }

    private Runner waiting() {
        Runner runner = runner(TestLoop.of(pay), ModelReply.calls(pay.call("c", "x")), ModelReply.text("done"));
        runner.start("go");
        return runner;
    }

    private ThreadInbox inbox() {
        return new StoreInbox(store, null, ContentStore.none(), clock());
    }

    private List<String> stored() {
        return kinds(store.load("t1").orElseThrow());
    }

    @Test
    void standingIsDueAtTheEarliestDeadline() {
        TestStep later = asking(Duration.ofHours(2));
        Runner runner = runner(TestLoop.of(later, pay), ModelReply.calls(later.call("l", "x"), pay.call("p", "y")));

        runner.start("go");

        assertEquals(
                new Standing(
                        Phase.WAITING,
                        Optional.of(DEADLINE),
                        List.of(
                                new Question("l", Kind.APPROVAL, AT, Optional.of(AT.plus(Duration.ofHours(2)))),
                                new Question("p", Kind.APPROVAL, AT, Optional.of(DEADLINE)))),
                store.standing());
    }

    @Test
    void driverRecordsAnExpiryAndContinues() {
        Runner runner = waiting();
        now = DEADLINE;

        AgentThread thread = runner.resume("t1");

        assertEquals(List.of("ModelReplied", "ApprovalAsked", "Expired", "ModelReplied"), kinds(thread));
        assertEquals(DEADLINE, thread.events().get(3).at());
        assertEquals(List.of(), ran);
    }

    @Test
    void lateDecisionOfARunnerContinuesTheThread() {
        List<Event> heard = new ArrayList<>();
        List<ModelReply> script =
                new ArrayList<>(List.of(ModelReply.calls(pay.call("c", "x")), ModelReply.text("done")));
        Runner runner = DeskRunners.builder(TestLoop.of(pay), request -> script.remove(0))
                .store(store)
                .clock(clock())
                .listener((thread, event) -> heard.add(event))
                .build();
        runner.start("go");
        now = DEADLINE;

        NotWaitingException thrown = assertThrows(NotWaitingException.class, () -> runner.approve("t1", "c", ALICE));

        assertEquals(NotWaitingException.Reason.EXPIRED, thrown.reason());
        assertEquals(List.of("ModelReplied", "ApprovalAsked", "Expired", "ModelReplied"), stored());
        assertEquals(store.load("t1").orElseThrow().events(), heard);
        assertEquals(Phase.WAITING, store.standing().phase());
    }

    @Test
    void failureAfterALateDecisionIsSuppressed() {
        Runner runner = runner(TestLoop.of(pay), ModelReply.calls(pay.call("c", "x")));
        runner.start("go");
        now = DEADLINE;

        NotWaitingException thrown =
                assertThrows(NotWaitingException.class, () -> runner.refuse("t1", "c", ALICE, "no"));

        assertInstanceOf(DriveException.class, thrown.getSuppressed()[0]);
        assertEquals(List.of("ModelReplied", "ApprovalAsked", "Expired", "RequestFailed"), stored());
    }

    @Test
    void driverRecordsNothingBeforeTheDeadline() {
        Runner runner = waiting();
        now = DEADLINE.minusNanos(1);

        runner.resume("t1");

        assertEquals(List.of("ModelReplied", "ApprovalAsked"), stored());
    }

    @Test
    void clockOfTheStoreCanBeAhead() {
        Runner runner = waiting();
        store.acquiredAt(DEADLINE.plusSeconds(1));

        AgentThread thread = runner.resume("t1");

        assertInstanceOf(Event.Expired.class, thread.events().get(3));
        assertEquals(DEADLINE.plusSeconds(1), thread.events().get(3).at());
    }

    @Test
    void questionExpiresWhileAStepRuns() {
        TestStep look = TestStep.named("look").effect(Effect.READ).body((text, context) -> {
            now = DEADLINE;
            return Outcome.returned();
        });
        Runner runner = runner(
                TestLoop.of(pay, look),
                ModelReply.calls(pay.call("p", "x"), look.call("l", "y")),
                ModelReply.text("done"));

        AgentThread thread = runner.start("go");

        assertEquals(
                List.of("ModelReplied", "ApprovalAsked", "StepStarted", "StepReturned", "Expired", "ModelReplied"),
                kinds(thread));
    }

    @Test
    void lateDecisionIsRefused() {
        waiting();
        now = DEADLINE;

        NotWaitingException thrown = assertThrows(NotWaitingException.class, () -> inbox().approve("t1", "c", ALICE));

        assertEquals(NotWaitingException.Reason.EXPIRED, thrown.reason());
        assertEquals(List.of("ModelReplied", "ApprovalAsked", "Expired"), stored());
        assertEquals(Standing.RUNNABLE, store.standing());
    }

    @Test
    void lateDecisionOfARunnerIsRefused() {
        Runner runner = waiting();
        now = DEADLINE;

        NotWaitingException thrown = assertThrows(NotWaitingException.class, () -> runner.approve("t1", "c", ALICE));

        assertEquals(NotWaitingException.Reason.EXPIRED, thrown.reason());
        assertEquals(List.of(), ran);
        assertEquals("ModelReplied", kinds(runner.resume("t1")).get(3));
    }

    @Test
    void earlyDecisionIsRecorded() {
        waiting();
        now = DEADLINE.minusNanos(1);

        inbox().approve("t1", "c", ALICE);

        assertEquals(List.of("ModelReplied", "ApprovalAsked", "Approved"), stored());
    }

    @Test
    void decisionAboutAnotherCallFollowsTheExpiry() {
        TestStep later = asking(Duration.ofHours(2));
        runner(TestLoop.of(later, pay), ModelReply.calls(later.call("l", "x"), pay.call("p", "y")))
                .start("go");
        now = DEADLINE;

        inbox().approve("t1", "l", ALICE);

        assertEquals(List.of("ModelReplied", "ApprovalAsked", "ApprovalAsked", "Expired", "Approved"), stored());
    }
}

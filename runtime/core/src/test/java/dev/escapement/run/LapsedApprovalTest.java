package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static dev.escapement.run.ScriptedRun.events;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Effect;
import dev.escapement.engine.StepVersions;
import dev.escapement.fixture.RevisedSpec;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.json.JsonText;
import dev.escapement.json.Upcasts;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Tests of decisions about an approval that lapsed with a release while the thread was at rest in the store. */
class LapsedApprovalTest {

    private final TestStep pay = TestStep.named("pay").asking("Pay?");
    private final TestLoop first = TestLoop.of(pay);

    private ScriptedRun waiting() {
        ScriptedRun run = ScriptedRun.of(first, ModelReply.calls(pay.call("a", "5 euros")));
        run.start();
        return run;
    }

    /** Returns a process of a release that converts the arguments. */
    private ScriptedRun converting() {
        String recorded = StepVersions.of(first).get("pay").arguments();
        Upcasts toCents = Upcasts.to("3333333333333333")
                .from(recorded, old -> new JsonText(old.json().replace("5 euros", "500 cents")));
        return waiting().another(TestLoop.of(RevisedSpec.of(pay, List.of(), toCents)), ModelReply.text("done"));
    }

    private static List<ThreadQueue.Claim> claims(ScriptedRun run) {
        return ((ThreadQueue) run.store()).claim(Set.of("Test"), 1, Duration.ofMinutes(1));
    }

    private static NotWaitingException refused(ScriptedRun run) {
        ThreadInbox inbox = ThreadInbox.of(run.store(), run.loop());
        return assertThrows(NotWaitingException.class, () -> inbox.approve("t1", "a", ALICE));
    }

    @Test
    void decisionIsNotRecorded() {
        ScriptedRun release = converting();
        AgentThread before = release.stored();

        assertEquals(NotWaitingException.Reason.RUNNABLE, refused(release).reason());
        assertEquals(before, release.stored());
    }

    @Test
    void refusedDecisionMakesTheThreadDue() {
        ScriptedRun release = converting();
        assertEquals(List.of(), claims(release));

        NotWaitingException unused = refused(release);

        assertEquals(1, claims(release).size());
    }

    @Test
    void workerRequestsApprovalAgain() {
        ScriptedRun release = converting();
        NotWaitingException unused = refused(release);

        AgentThread asked = release.runner().drive(claims(release).get(0), () -> false);

        assertEquals(2, events(asked, Event.ApprovalAsked.class).size());
        AgentThread approved = release.runner().approve("t1", "a", ALICE);
        assertEquals(
                List.of("\"500 cents\""),
                events(approved, Event.StepReturned.class).stream()
                        .map(Event.StepReturned::result)
                        .toList());
    }

    @Test
    void decisionThroughARunnerMakesTheThreadDue() {
        ScriptedRun release = converting();

        assertThrows(NotWaitingException.class, () -> release.runner().approve("t1", "a", ALICE));

        assertEquals(1, claims(release).size());
    }

    @Test
    void withdrawnQuestionMakesTheThreadDue() {
        ScriptedRun release = waiting().another(TestLoop.of(pay.understanding(text -> text + "!")));

        NotWaitingException unused = refused(release);

        assertEquals(1, claims(release).size());
    }

    @Test
    void decisionAboutAnotherCallDoesNotMakeTheThreadDue() {
        ScriptedRun run = waiting();
        ThreadInbox inbox = ThreadInbox.of(run.store(), run.loop());

        assertThrows(NotWaitingException.class, () -> inbox.reply("t1", "a", "\"yes\""));

        assertEquals(List.of(), claims(run));
    }

    /** Verifies that a decision about a question that a release withdrew makes the thread due. */
    private static void assertDueAfter(ScriptedRun release, Consumer<ThreadInbox> decision) {
        assertEquals(List.of(), claims(release));
        ThreadInbox inbox = ThreadInbox.of(release.store(), release.loop());

        NotWaitingException refusal = assertThrows(NotWaitingException.class, () -> decision.accept(inbox));

        assertEquals(NotWaitingException.Reason.RUNNABLE, refusal.reason());
        assertEquals(1, claims(release).size());
    }

    @Test
    void questionAfterInvalidEditedArgumentsLapses() {
        ScriptedRun run = waiting();
        ThreadInbox.of(run.store()).approveEdited("t1", "a", ALICE, "{}");
        AgentThread asked = run.runner().resume("t1");
        assertEquals(2, events(asked, Event.ApprovalAsked.class).size());

        assertDueAfter(run.another(TestLoop.of(TestStep.named("other"))), inbox -> inbox.approve("t1", "a", ALICE));
    }

    @Test
    void questionAfterALapsedOneLapses() {
        ScriptedRun second = converting();
        ThreadInbox.of(second.store(), first).approve("t1", "a", ALICE);
        AgentThread asked = second.runner().resume("t1");
        assertEquals(2, events(asked, Event.ApprovalAsked.class).size());
        ScriptedRun release = second.another(TestLoop.of(pay.understanding(text -> text + "!")));

        assertDueAfter(release, inbox -> inbox.approve("t1", "a", ALICE));
    }

    @Test
    void questionAfterAnInvalidReplyIsWithdrawn() {
        TestStep ask = TestStep.named("ask").pauses();
        ScriptedRun run = ScriptedRun.of(TestLoop.of(ask), ModelReply.calls(ask.call("a", "Which?")));
        run.start();
        ThreadInbox.of(run.store()).reply("t1", "a", "5");
        AgentThread asked = run.runner().resume("t1");
        assertEquals(2, events(asked, Event.ReplyAsked.class).size());

        assertDueAfter(run.another(TestLoop.of(pay)), inbox -> inbox.reply("t1", "a", "\"red\""));
    }

    @Test
    void questionOfAStepThatRanAgainIsWithdrawn() {
        TestStep ask = TestStep.named("ask").effect(Effect.DESTRUCTIVE).pauses();
        TestLoop asking = TestLoop.of(ask);
        ScriptedRun whole = ScriptedRun.of(asking, ModelReply.calls(ask.call("a", "Which?")));
        List<Event> events = whole.start().events();
        int outcome =
                events.indexOf(events(whole.stored(), Event.ReplyAsked.class).get(0));
        ScriptedRun run = ScriptedRun.after(events.subList(0, outcome), asking);
        AgentThread again = run.runner().answer("t1", "a", ALICE, new Answer.RunAgain());
        assertEquals(1, events(again, Event.ReplyAsked.class).size());

        assertDueAfter(run.another(first), inbox -> inbox.reply("t1", "a", "\"red\""));
    }
}

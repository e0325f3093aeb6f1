package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.events;
import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Delegate;
import dev.escapement.content.Content;
import dev.escapement.engine.ChildEvents;
import dev.escapement.engine.Command;
import dev.escapement.engine.DelegateStart;
import dev.escapement.engine.ModelMessages;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.StepVersions;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.AgentUpdated;
import dev.escapement.thread.Budget;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.ParentCall;
import dev.escapement.thread.Start;
import dev.escapement.thread.StopCause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests that a step that delegates starts a child thread, whose end answers the call. */
class DelegatesTest extends TeamFixture {

    @Test
    void childRunsBeforeTheParentContinues() {
        leadHandsOver();
        model.script("Aide", ModelReply.calls(done.call("d1", "found")));

        AgentThread thread = runner(lead, aide).start("go");

        assertEquals(
                List.of(
                        "ModelReplied",
                        "StepStarted",
                        "DelegateStarted",
                        "DelegateEnded",
                        "ModelReplied",
                        "StepStarted",
                        "Finished"),
                kinds(thread));
        DelegateEnded ended = events(thread, DelegateEnded.class).get(0);
        assertTrue(ended.succeeded());
        assertEquals("\"found\"", ended.result());
        assertEquals("done", ended.tool());
        assertTrue(model.shown("Lead").contains("found"), model.shown("Lead"));
        assertEquals(Standing.of(Standing.Phase.FINISHED), standing("t1"));
        assertEquals(Standing.of(Standing.Phase.FINISHED), standing(child().id()));
    }

    @Test
    void childHasTheLabelsAndThePathOfItsParent() {
        TestStep labelled = TestStep.named("hand").delegates((text, context) -> {
            Delegate<Object> start = new DelegateStart<>("Aide", Start.of(text));
            return Outcome.delegated("Aide", start.label("topic", "lamps").label("user", "ann"), false);
        });
        leadHandsOver();
        model.script("Aide", ModelReply.calls(done.call("d1", "found")));

        AgentThread thread = runner(TeamLoop.of("Lead", labelled, close), aide)
                .start(Start.of("go").label("tenant", "acme").label("user", "bob"));

        Event.Started start = (Event.Started) child().events().get(0);
        assertTrue(thread.hasEnded());
        assertEquals(
                Map.of("tenant", "acme", "topic", "lamps", "user", "bob"),
                start.start().labels());
        assertEquals(
                new ParentCall("t1", "c1", List.of("Lead"), 3), start.parent().orElseThrow());
    }

    @Test
    void childRecordsTheVersionsOfItsStepsAtItsStart() {
        leadHandsOver();
        model.script("Aide", ModelReply.calls(done.call("d1", "found")));

        AgentThread thread = runner(lead, aide).start("go");

        assertTrue(thread.hasEnded());
        Event.Started start = (Event.Started) child().events().get(0);
        assertEquals(StepVersions.of(aide), start.versions());
        assertEquals(List.of(), events(child(), AgentUpdated.class));
    }

    @Test
    void versionsOfAChildAreRecordedByItsFirstDriver() {
        leadHandsOver();
        model.script("Aide", ModelReply.calls(done.call("d1", "found")));
        assertFalse(runner(lead).start("go").hasEnded());
        assertEquals(Map.of(), child().state().versions());

        assertTrue(runner(aide).resume(child().id()).hasEnded());

        assertEquals(StepVersions.of(aide), child().state().versions());
        assertEquals(1, events(child(), AgentUpdated.class).size());
    }

    @Test
    void approvalOfTheChildContinuesTheParent() {
        leadHandsOver();
        model.script("Aide", ModelReply.calls(risky.call("r1", "x")), ModelReply.calls(done.call("d1", "found")));
        Runner runner = runner(lead, aide);

        AgentThread waiting = runner.start("go");

        assertInstanceOf(Command.AwaitChild.class, lead.next(waiting));
        assertEquals(Standing.Phase.WAITING, standing("t1").phase());
        assertEquals(
                List.of(Standing.Kind.CHILD),
                standing("t1").questions().stream().map(Standing.Question::kind).toList());
        assertTrue(store.lease("t1", Duration.ofSeconds(1)).isPresent(), "the parent has no lease");

        assertTrue(runner.approve(child().id(), "r1", ALICE).hasEnded());
    }

    @Test
    void runnerWithoutTheChildsLoopLeavesTheChild() {
        leadHandsOver();
        model.script("Aide", ModelReply.calls(done.call("d1", "found")));
        Runner leads = runner(lead);

        assertFalse(leads.start("go").hasEnded());

        assertEquals(Standing.Phase.RUNNABLE, standing(child().id()).phase());
        assertEquals(
                List.of("Started"),
                child().events().stream()
                        .map(event -> event.getClass().getSimpleName())
                        .toList());
        assertTrue(runner(aide).resume(child().id()).hasEnded());
        assertEquals(Standing.Phase.RUNNABLE, standing("t1").phase());
        assertEquals("\"ok\"", ((Event.Finished) leads.resume("t1").end().orElseThrow()).result());
        assertThrows(WrongAgentException.class, () -> leads.resume(child().id()));
    }

    @Test
    void failureOfAChildIsAnAnswerWithoutItsReason() {
        leadHandsOver();
        model.script("Aide", ModelReply.calls(risky.call("r1", "x")));
        Runner runner = runner(lead, aide);
        AgentThread waiting = runner.start("go");
        assertFalse(waiting.hasEnded());

        runner.cancel(child().id(), "the secret reason");

        AgentThread thread = stored();
        assertTrue(thread.hasEnded(), "the parent continued");
        DelegateEnded ended = events(thread, DelegateEnded.class).get(0);
        assertFalse(ended.succeeded());
        assertEquals(ModelMessages.childStopped("Aide", StopCause.CANCELLED), ended.result());
        assertTrue(model.shown("Lead").contains(ended.result()));
        assertFalse(model.shown("Lead").contains("secret"));
    }

    @Test
    void finishingCallIsRejectedAfterAFailedChild() {
        model.script(
                "Lead",
                ModelReply.calls(hand.call("c1", "one"), close.call("c2", "ok")),
                ModelReply.calls(close.call("c2", "ok")));
        model.script("Aide", ModelReply.calls(risky.call("r1", "x")));
        Runner runner = runner(lead, aide);
        AgentThread unused = runner.start("go");

        AgentThread cancelled = runner.cancel(child().id(), "");

        assertTrue(cancelled.hasEnded());
        assertEquals(
                ModelMessages.OTHERS_FAILED,
                events(stored(), Event.CallRejected.class).get(0).reason());
    }

    @Test
    void agentsDelegateAtMostToTheDepthOfTheRoot() {
        TestStep again = TestStep.named("hand").delegates("Lead", false);
        TeamLoop self = TeamLoop.of("Lead", again, close).maxDepth(2);
        model.script("Lead", ModelReply.calls(again.call("c1", "go")), ModelReply.calls(close.call("c2", "ok")));

        AgentThread thread = runner(self).start("go");

        assertTrue(thread.hasEnded());
        AgentThread child = child();
        AgentThread grandchild = store.load(
                        events(child, DelegateStarted.class).get(0).threadId())
                .orElseThrow();
        assertEquals(
                ModelMessages.childTooDeep(),
                events(grandchild, Event.StepFailed.class).get(0).message());
        assertEquals("\"ok\"", events(child, DelegateEnded.class).get(0).result());
    }

    @Test
    void filesInTheResultAreKnownToTheParent() {
        Content.File file = new Content.File("text/plain", "a.txt", "a".repeat(64), 1);
        AgentThread child = new AgentThread(
                "x",
                List.of(
                        new Event.Started(DeskRunners.AT, "Aide", "go"),
                        new Event.Finished(DeskRunners.AT, "d1", "\"found\"", List.of(file))));
        DelegateStarted started =
                new DelegateStarted(DeskRunners.AT, "c1", "Aide", "x", Start.of("go"), Budget.UNLIMITED, false);

        DelegateEnded ended = ChildEvents.ended(started, child, DeskRunners.AT);

        assertEquals(List.of(file), ended.files());
        assertEquals(List.of(file), AgentThread.filesOf(ended));
    }

    @Test
    void blankTaskStartsNoThread() {
        model.script("Lead", ModelReply.calls(hand.call("c1", " ")), ModelReply.calls(close.call("c2", "ok")));

        AgentThread thread = runner(lead, aide).start("go");

        assertEquals(
                ModelMessages.childNotStarted("t1/1/c1"),
                events(thread, Event.StepFailed.class).get(0).message());
        assertEquals(Map.of(), thread.state().delegates());
    }

    @Test
    void failureOfTheChildsModelIsThrownWithTheParent() {
        leadHandsOver();

        DriveException failure =
                assertThrows(DriveException.class, () -> runner(lead, aide).start("go"));

        assertEquals("t1", failure.thread().id());
        assertInstanceOf(IllegalStateException.class, failure.getCause());
        model.script("Aide", ModelReply.calls(done.call("d1", "found")));
        assertTrue(runner(lead, aide).resume("t1").hasEnded());
    }

    @Test
    void twoLoopsOfOneAgentAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> Runner.of(lead, lead));
    }

    @Test
    void eachAgentCanHaveItsModel() {
        leadHandsOver();
        TeamModel small = new TeamModel().script("Aide", ModelReply.calls(done.call("d1", "found")));

        AgentThread thread = Runner.of(lead, aide)
                .model(model)
                .model(aide, small)
                .store(store)
                .build()
                .start("go");

        assertTrue(thread.hasEnded());
        assertEquals(1, small.requests().size());
    }
}

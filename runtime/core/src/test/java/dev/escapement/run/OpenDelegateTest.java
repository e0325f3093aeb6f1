package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.events;
import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.Command;
import dev.escapement.engine.ModelMessages;
import dev.escapement.engine.Reducer;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.Event;
import dev.escapement.thread.StopCause;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the order of the commands around an open child, and people's answers and releases while it is open. */
class OpenDelegateTest extends TeamFixture {

    @Test
    void severalChildrenAreOpenTogetherBeforeTheNextEffect() {
        model.script(
                "Lead",
                ModelReply.calls(
                        hand.call("c1", "one"), hand.call("c2", "two"), note.call("c3", "x"), close.call("c4", "ok")));
        model.script("Aide", ModelReply.calls(done.call("d1", "found")));

        AgentThread waiting = runner(lead).start("go");

        assertEquals(
                List.of("ModelReplied", "StepStarted", "DelegateStarted", "StepStarted", "DelegateStarted"),
                kinds(waiting));
        AgentThread whole = runner(lead, aide).resume("t1");
        assertEquals(
                List.of("DelegateEnded", "DelegateEnded", "StepStarted", "StepReturned", "StepStarted", "Finished"),
                kinds(whole).subList(5, 11));
    }

    @Test
    void personAnswersAnOpenChildWhichIsCancelled() {
        leadHandsOver();
        model.script("Aide", ModelReply.calls(risky.call("r1", "x")));
        Runner runner = runner(lead, aide);
        AgentThread unused = runner.start("go");
        String child = child().id();

        AgentThread thread = runner.answer("t1", "c1", ALICE, new Answer.Returned("\"by hand\""));

        assertTrue(thread.hasEnded());
        assertTrue(model.shown("Lead").contains("by hand"));
        assertEquals(
                StopCause.CANCELLED,
                ((Event.Stopped) store.load(child).orElseThrow().end().orElseThrow()).cause());
        assertEquals(Standing.of(Standing.Phase.STOPPED), standing(child));
        assertEquals(Map.of(), thread.state().delegates());
        assertEquals(Standing.of(Standing.Phase.FINISHED), standing("t1"));
    }

    @Test
    void onlyAnswersOfADelegatingStepArePermitted() {
        leadHandsOver();
        model.script("Aide", ModelReply.calls(risky.call("r1", "x")));
        Runner runner = runner(lead, aide);
        AgentThread unused = runner.start("go");

        for (Answer answer : List.of(
                new Answer.Question("why?"),
                new Answer.Finished("1"),
                new Answer.RunAgain(),
                new Answer.Returned(""),
                new Answer.Next("note", "{\"text\":\"x\"}"))) {
            assertThrows(InvalidInputException.class, () -> runner.answer("t1", "c1", ALICE, answer), answer::toString);
        }
        assertTrue(runner.answer("t1", "c1", ALICE, new Answer.Failed("not needed"))
                .hasEnded());
    }

    @Test
    void messageDuringAChildReachesTheNextRequest() {
        leadHandsOver();
        model.script("Aide", ModelReply.calls(risky.call("r1", "x")), ModelReply.calls(done.call("d1", "found")));
        Runner runner = runner(lead, aide);
        AgentThread unused = runner.start("go");

        assertFalse(runner.reply("t1", "hurry up").hasEnded());
        AgentThread child = runner.approve(child().id(), "r1", ALICE);

        assertTrue(child.hasEnded());
        assertTrue(stored().hasEnded());
        assertTrue(model.shown("Lead").contains("hurry up"));
    }

    @Test
    void erasedChildIsAFailure() {
        leadHandsOver();
        model.script("Aide", ModelReply.calls(risky.call("r1", "x")));
        Runner runner = runner(lead, aide);
        AgentThread unused = runner.start("go");
        assertTrue(store.erase(child().id()));

        assertTrue(runner.resume("t1").hasEnded());
        assertEquals(
                ModelMessages.childErased("Aide"),
                events(stored(), DelegateEnded.class).get(0).result());
    }

    @Test
    void pausesAndDelegatesOpenTogether() {
        TestStep pause = TestStep.named("pause").pauses();
        TeamLoop mixed = TeamLoop.of("Lead", hand, pause, note, close);
        model.script(
                "Lead",
                ModelReply.calls(pause.call("c1", "Which one?"), hand.call("c2", "find it"), note.call("c3", "x")),
                ModelReply.calls(close.call("c4", "ok")));
        model.script("Aide", ModelReply.calls(done.call("d1", "found")));
        Runner runner = runner(mixed, aide);

        AgentThread waiting = runner.start("go");

        assertEquals(
                List.of("ModelReplied", "StepStarted", "ReplyAsked", "StepStarted", "DelegateStarted", "DelegateEnded"),
                kinds(waiting));
        assertTrue(runner.reply("t1", "c1", "\"the red one\"").hasEnded());
    }

    @Test
    void openChildIsAwaitedIfTheReleaseRemovedOrChangedTheStep() {
        leadHandsOver();
        AgentThread waiting = runner(lead).start("go");

        for (TeamLoop release : List.of(lead.without("hand"), TeamLoop.of("Lead", TestStep.named("hand"), close))) {
            Command.AwaitChild wait = assertInstanceOf(Command.AwaitChild.class, release.next(waiting));
            assertEquals(started(), wait.started());
            assertEquals(1, Reducer.questions(release, waiting).size());
        }
        model.script("Aide", ModelReply.calls(done.call("d1", "found")));
        assertTrue(runner(lead.without("hand"), aide).resume("t1").hasEnded());
    }
}

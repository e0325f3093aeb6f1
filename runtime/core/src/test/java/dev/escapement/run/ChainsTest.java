package dev.escapement.run;

import static dev.escapement.codegen.DecodingSupport.missing;
import static dev.escapement.run.ScriptedRun.ALICE;
import static dev.escapement.run.ScriptedRun.events;
import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.escapement.Verdict;
import dev.escapement.engine.Command;
import dev.escapement.engine.ModelMessages;
import dev.escapement.engine.Outcome;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.json.Decoded;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.Rendering;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that a step that returns a tool's record selects the next call, without a request to the model. */
class ChainsTest {

    private static final String LAST = Rendering.notice("last {\"text\":\"x\"}");

    private final List<String> ran = new ArrayList<>();

    private final TestStep last = step("last");
    private final TestStep other = step("other");
    private final TestStep middle = selecting("middle", last);
    private final TestStep first = selecting("first", middle);

    private TestStep step(String name) {
        return TestStep.named(name).body((text, context) -> {
            ran.add(name + " " + context.callId());
            return new Outcome.Returned("\"" + name + "\"");
        });
    }

    private TestStep selecting(String name, TestStep next) {
        TestStep selecting = TestStep.named(name).selects(next);
        return selecting.body((text, context) -> {
            ran.add(name + " " + context.callId());
            return selecting.body().run(text, context);
        });
    }

    @Test
    void theSelectedCallIsNextAndTheModelIsNotAsked() {
        ScriptedRun trial =
                ScriptedRun.of(TestLoop.of(first, middle, last), ModelReply.calls(first.call("c1", "x")), done());

        AgentThread thread = trial.start();

        assertEquals(
                List.of(
                        "ModelReplied",
                        "StepStarted",
                        "CallSelected",
                        "StepStarted",
                        "CallSelected",
                        "StepStarted",
                        "StepReturned",
                        "ModelReplied"),
                kinds(thread));
    }

    @Test
    void aSelectedCallHasAnIdAndAKeyOfItsOwn() {
        ScriptedRun trial =
                ScriptedRun.of(TestLoop.of(first, middle, last), ModelReply.calls(first.call("c1", "x")), done());

        AgentThread thread = trial.start();

        assertEquals(
                List.of(
                        new Event.CallSelected(DeskRunners.AT, "c1", middle.call("c1-2", "x")),
                        new Event.CallSelected(DeskRunners.AT, "c1-2", last.call("c1-2-2", "x"))),
                events(thread, Event.CallSelected.class));
        assertEquals(
                List.of("t1/1/c1", "t1/1/c1-2", "t1/1/c1-2-2"),
                events(thread, Event.StepStarted.class).stream()
                        .map(Event.StepStarted::idempotencyKey)
                        .toList());
    }

    @Test
    void anIdThatTheModelHasTakenIsNotGivenToASelectedCall() {
        ScriptedRun trial = ScriptedRun.of(
                TestLoop.of(middle, last, other),
                ModelReply.calls(middle.call("c1", "x"), other.call("c1-2", "y")),
                done());

        trial.start();

        assertEquals(List.of("middle c1", "last c1-3", "other c1-2"), ran);
    }

    @Test
    void theChainEndsBeforeTheModelsNextCallBegins() {
        ScriptedRun trial = ScriptedRun.of(
                TestLoop.of(first, middle, last, other),
                ModelReply.calls(first.call("c1", "x"), other.call("c2", "y")),
                done());

        trial.start();

        assertEquals(List.of("first c1", "middle c1-2", "last c1-2-2", "other c2"), ran);
    }

    @Test
    void theModelReadsTheWholeChainAsTheAnswerToItsCall() {
        ScriptedRun trial = ScriptedRun.of(TestLoop.of(middle, last), ModelReply.calls(middle.call("c1", "x")), done());

        trial.start();

        assertEquals(new Message.ToolAnswer("c1", LAST + "\nlast", false), trial.answer("c1"));
    }

    @Test
    void aStepThatIsNotOfferedCanBeSelectedByAnother() {
        ScriptedRun trial =
                ScriptedRun.of(TestLoop.of(middle, last.hidden()), ModelReply.calls(middle.call("c1", "x")), done());

        trial.start();

        assertEquals(List.of("middle c1", "last c1-2"), ran);
        assertEquals(List.of(middle.tool()), trial.model().requests().get(0).tools());
    }

    @Test
    void aStepThatIsNotOfferedIsUnknownToTheModel() {
        ScriptedRun trial =
                ScriptedRun.of(TestLoop.of(middle, last.hidden()), ModelReply.calls(last.call("c1", "x")), done());

        assertEquals(
                List.of(new Event.CallRejected(
                        DeskRunners.AT, "c1", ModelMessages.unknownTool("last", List.of("middle")))),
                events(trial.start(), Event.CallAnswer.class));
    }

    @Test
    void aGateStandsBeforeASelectedCallToo() {
        TestStep guarded = last.gate((text, thread) -> Verdict.deny("Not on Fridays"));
        ScriptedRun trial =
                ScriptedRun.of(TestLoop.of(middle, guarded), ModelReply.calls(middle.call("c1", "x")), done());

        trial.start();

        assertEquals(List.of("middle c1"), ran);
        assertEquals(
                new Message.ToolAnswer("c1", LAST + "\n" + Rendering.notice(Rendering.DENIED + "Not on Fridays"), true),
                trial.answer("c1"));
    }

    @Test
    void aPersonCanBeAskedAboutASelectedCall() {
        ScriptedRun trial = ScriptedRun.of(
                TestLoop.of(middle, last.asking("Run it?")), ModelReply.calls(middle.call("c1", "x")), done());
        trial.start();
        assertEquals(List.of("middle c1"), ran);

        trial.runner().approve("t1", "c1-2", ALICE);

        assertEquals(List.of("middle c1", "last c1-2"), ran);
    }

    @Test
    void aLinkThatFailsEndsTheChainAndIsTheAnswerToTheCall() {
        TestStep broken = last.body((text, context) -> new Outcome.Failed("no " + text));
        ScriptedRun trial =
                ScriptedRun.of(TestLoop.of(middle, broken), ModelReply.calls(middle.call("c1", "x")), done());

        trial.start();

        assertEquals(new Message.ToolAnswer("c1", LAST + "\n" + Rendering.ERROR + "no x", true), trial.answer("c1"));
    }

    /** A call selected by code is validated like a call of the model. */
    @Test
    void aSelectedCallWithWrongArgumentsIsAnswered() {
        TestStep wrong = middle.body((text, context) -> new Outcome.Selected("last", "{}"));
        ScriptedRun trial = ScriptedRun.of(TestLoop.of(wrong, last), ModelReply.calls(middle.call("c1", "x")), done());

        assertEquals(
                List.of(new Event.CallRejected(
                        DeskRunners.AT, "c1-2", new Decoded.Rejected<>(List.of(missing("$.text"))).feedback("last"))),
                events(trial.start(), Event.CallRejected.class));
        assertEquals(List.of(), ran);
    }

    @Test
    void aChainCanFinishTheThread() {
        TestStep close = TestStep.named("close").finishes();
        TestStep ending = selecting("ending", close);
        ScriptedRun trial = ScriptedRun.of(TestLoop.of(ending, close), ModelReply.calls(ending.call("c1", "x")));

        assertEquals(
                new Event.Finished(DeskRunners.AT, "c1-2", "\"x\""),
                trial.start().last());
    }

    @Test
    void anEndThatAChainSelectedWaitsForTheOtherCallsToo() {
        TestStep close = TestStep.named("close").finishes();
        TestStep ending = selecting("ending", close);
        ScriptedRun trial = ScriptedRun.of(
                TestLoop.of(ending, close, other), ModelReply.calls(ending.call("c1", "x"), other.call("c2", "y")));

        AgentThread thread = trial.start();

        assertEquals(List.of("ending c1", "other c2"), ran);
        assertInstanceOf(Event.Finished.class, thread.last());
    }

    @Test
    void anEndThatTheModelChoseDoesNotRunIfAChainFails() {
        TestStep close = TestStep.named("close").finishes();
        TestStep broken = last.body((text, context) -> new Outcome.Failed("no"));
        ScriptedRun trial = ScriptedRun.of(
                TestLoop.of(middle, broken, close),
                ModelReply.calls(middle.call("c1", "x"), close.call("c2", "y")),
                done());

        trial.start();

        assertEquals(
                new Message.ToolAnswer("c2", Rendering.notice(Rendering.ERROR + ModelMessages.OTHERS_FAILED), true),
                trial.answer("c2"));
    }

    @Test
    void aChainCanPause() {
        TestStep ask = TestStep.named("ask").pauses();
        TestStep asking = selecting("asking", ask);
        ScriptedRun trial =
                ScriptedRun.of(TestLoop.of(asking, ask), ModelReply.calls(asking.call("c1", "Which?")), done());
        trial.start();

        assertEquals(
                new Command.AwaitReply(ask.call("c1-2", "Which?"), "Which?", "{\"type\":\"string\"}"), trial.next());
        trial.runner().reply("t1", "c1-2", "\"this\"");

        assertEquals(
                "<notice>ask {\"text\":\"Which?\"}</notice>\nthis",
                trial.answer("c1").text());
    }

    private static ModelReply done() {
        return ModelReply.text("done");
    }
}

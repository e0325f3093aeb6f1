package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static dev.escapement.run.ScriptedRun.events;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Verdict;
import dev.escapement.engine.Command;
import dev.escapement.engine.ModelMessages;
import dev.escapement.engine.Replay;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of threads that another release of their agent, or another agent, continues. */
class AgentReleaseTest {

    private final TestStep ask = TestStep.named("ask").pauses();
    private final TestStep other = TestStep.named("other");

    private ScriptedRun paused() {
        ScriptedRun run = ScriptedRun.of(TestLoop.of(ask), ModelReply.calls(ask.call("a", "Which?")));
        run.start();
        return run;
    }

    private static List<String> rejections(AgentThread thread) {
        return events(thread, Event.CallRejected.class).stream()
                .map(Event.CallRejected::reason)
                .toList();
    }

    @Test
    void questionOfARemovedStepIsWithdrawn() {
        ScriptedRun release = paused().another(TestLoop.of(other), ModelReply.text("I see."));

        AgentThread thread = release.runner().resume("t1");

        assertEquals(List.of(ModelMessages.OTHER_QUESTION), rejections(thread));
        assertInstanceOf(Event.ModelReplied.class, thread.last());
    }

    @Test
    void replyToARemovedStepIsNotRecorded() {
        ScriptedRun release = paused().another(TestLoop.of(other), ModelReply.text("I see."));

        NotWaitingException thrown =
                assertThrows(NotWaitingException.class, () -> release.runner().reply("t1", "a", "\"this\""));

        assertEquals(release.stored(), thrown.thread());
    }

    @Test
    void decisionOnOneOfTwoQuestionsFindsItWithdrawn() {
        TestStep second = TestStep.named("second").pauses();
        ScriptedRun run = ScriptedRun.of(
                TestLoop.of(ask, second), ModelReply.calls(ask.call("a", "Which?"), second.call("b", "Why?")));
        run.start();
        ScriptedRun release = run.another(TestLoop.of(second));

        NotWaitingException thrown =
                assertThrows(NotWaitingException.class, () -> release.runner().reply("t1", "a", "\"this\""));

        assertEquals(NotWaitingException.Reason.RUNNABLE, thrown.reason());
    }

    @Test
    void callThatItsGatePermittedRunsAlthoughItIsNotOfferedAnyMore() {
        TestStep pay = TestStep.named("pay").gate((text, thread) -> Verdict.proceed());
        ScriptedRun run =
                ScriptedRun.of(TestLoop.of(ask, pay), ModelReply.calls(ask.call("a", "Which?"), pay.call("b", "all")));
        AgentThread waiting = run.start();
        TestLoop withheld = TestLoop.of(ask, pay.hidden());

        AgentThread thread =
                run.another(withheld, ModelReply.text("I see.")).runner().reply("t1", "a", "\"this\"");

        assertEquals(List.of(), Replay.stranded(withheld, waiting));
        assertEquals(
                List.of("b"),
                events(thread, Event.StepReturned.class).stream()
                        .map(Event.StepReturned::callId)
                        .toList());
    }

    @Test
    void questionOfAStepThatNoLongerPausesIsWithdrawn() {
        ScriptedRun release = paused().another(TestLoop.of(TestStep.named("ask")), ModelReply.text("I see."));

        assertEquals(
                List.of(ModelMessages.OTHER_QUESTION),
                rejections(release.runner().resume("t1")));
    }

    @Test
    void questionWithAnotherReplyTypeIsWithdrawn() {
        TestLoop release = TestLoop.of(ask.replySchema("{\"type\":\"integer\"}"));

        AgentThread thread =
                paused().another(release, ModelReply.text("I see.")).runner().resume("t1");

        assertEquals(List.of(ModelMessages.OTHER_QUESTION), rejections(thread));
    }

    @Test
    void unchangedQuestionStaysOpen() {
        ScriptedRun release = paused().another(TestLoop.of(ask, other), ModelReply.text("I see."));

        assertInstanceOf(Command.AwaitReply.class, release.next());
        assertInstanceOf(
                Event.ModelReplied.class,
                release.runner().reply("t1", "a", "\"this\"").last());
    }

    @Test
    void callOfARemovedStepCanBeAnsweredByAPerson() {
        TestStep gated = TestStep.named("work").asking("Run?");
        ScriptedRun run = ScriptedRun.of(TestLoop.of(gated), ModelReply.calls(gated.call("a", "x")));
        run.start();
        ScriptedRun release = run.another(TestLoop.of(other), ModelReply.text("I see."));

        AgentThread thread = release.runner().answer("t1", "a", ALICE, new Answer.Failed("It was removed."));

        assertInstanceOf(Event.ModelReplied.class, thread.last());
    }

    @Test
    void agentsNeverTouchEachOthersThreads() {
        ScriptedRun mine = paused();
        AgentThread before = mine.stored();
        Runner stranger = DeskRunners.builder(
                        TestLoop.of(ask).named("org.example.Test"), request -> ModelReply.text("."))
                .store(mine.store())
                .build();

        for (Runnable action : List.<Runnable>of(
                () -> stranger.resume("t1"),
                () -> stranger.reply("t1", "a", "\"x\""),
                () -> stranger.reply("t1", "x"),
                () -> stranger.answer("t1", "a", ALICE, new Answer.Failed("x")))) {
            WrongAgentException thrown = assertThrows(WrongAgentException.class, action::run);
            assertEquals(before, thrown.thread());
        }

        assertEquals(before, mine.stored());
        assertInstanceOf(
                Event.Stopped.class, stranger.cancel("t1", "abandoned").end().orElseThrow());
    }

    @VerifiedRuns.NotVerified("the thread is damaged")
    @Test
    void damagedThreadCanBeCancelled() {
        ScriptedRun run = paused();
        run.store()
                .append(Append.of(
                        "t1", run.stored().events().size(), new Event.StepReturned(DeskRunners.AT, "zz", "1")));

        assertThrows(DriveException.class, () -> run.runner().resume("t1"));

        assertInstanceOf(
                Event.Stopped.class, run.runner().cancel("t1", "damaged").end().orElseThrow());
    }

    @Test
    void resultOfAHandWrittenLoopWithoutDecoderIsReadable() {
        TestStep close = TestStep.named("close").finishes();
        TestLoop loop = TestLoop.of(close);
        AgentThread thread =
                ScriptedRun.of(loop, ModelReply.calls(close.call("a", "x"))).start();
        DelegatingLoop handWritten = new DelegatingLoop(loop) {
            @Override
            public String resultSchema(String tool) {
                return "{\"type\":\"string\"}";
            }
        };

        assertEquals(List.of(), Replay.stranded(handWritten, thread));
    }
}

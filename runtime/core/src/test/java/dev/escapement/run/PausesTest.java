package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.engine.Command;
import dev.escapement.engine.ModelMessages;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.json.Decoded;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.run.NotWaitingException.Reason;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.Reply;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a step that pauses asks a person, and the thread waits for a reply of the step's reply type. */
class PausesTest {

    private static final TestStep ASK = TestStep.named("ask").pauses();
    private static final TestStep WORK = TestStep.named("work");
    private static final TestLoop LOOP = TestLoop.of(ASK, WORK);

    /** Returns a thread that waits for a reply to the call c1; the same reply of the model has another call. */
    private static ScriptedRun waiting() {
        ScriptedRun trial = ScriptedRun.of(
                LOOP,
                ModelReply.calls(ASK.call("c1", "Which colour?"), WORK.call("c2", "x")),
                ModelReply.text("I see."));
        trial.start();
        return trial;
    }

    @Test
    void theQuestionIsRecordedWithTheSchemaOfTheReply() {
        assertEquals(
                new Event.ReplyAsked(DeskRunners.AT, "c1", "Which colour?", "{\"type\":\"string\"}"),
                waiting().stored().last());
    }

    @Test
    void theThreadWaitsHoweverOftenItIsResumed() {
        ScriptedRun trial = waiting();
        AgentThread before = trial.stored();

        assertEquals(before, trial.runner().resume("t1"));
        assertEquals(
                new Command.AwaitReply(ASK.call("c1", "Which colour?"), "Which colour?", "{\"type\":\"string\"}"),
                trial.next());
    }

    @Test
    void aReplyIsTheAnswerToTheCallAndTheOtherCallsFollow() {
        ScriptedRun trial = waiting();

        AgentThread thread = trial.runner().reply("t1", "c1", "\"red\"");

        assertEquals(
                List.of(
                        "ModelReplied",
                        "StepStarted",
                        "ReplyAsked",
                        "ReplyReceived",
                        "StepStarted",
                        "StepReturned",
                        "ModelReplied"),
                kinds(thread));
        assertEquals(new Message.ToolAnswer("c1", "red", false), trial.answer("c1"));
    }

    @Test
    void aTypedReplyIsReadAsItsTextIs() {
        ScriptedRun trial = waiting();

        trial.runner().reply("t1", "c1", Reply.of("ask", JsonWriter::writeString, "\"red\""));

        assertEquals("\"red\"", trial.answer("c1").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "5", "null", "[\"red\"]", "\"red"})
    void invalidReplyIsRefusedAndTheThreadWaits(String reply) {
        ScriptedRun trial = waiting();
        AgentThread before = trial.stored();

        InvalidInputException told =
                assertThrows(InvalidInputException.class, () -> trial.runner().reply("t1", "c1", reply));

        Decoded.Rejected<?> rejected = assertInstanceOf(Decoded.Rejected.class, LOOP.readReply("ask", reply));
        assertEquals(rejected.report(ModelMessages.replyRejected("ask")), told.getMessage());
        assertEquals(InvalidInputException.Reason.INVALID_REPLY, told.reason());
        assertEquals("c1", told.callId());
        assertEquals(before, trial.stored());
        trial.runner().reply("t1", "c1", "\"red\"");
        assertEquals("red", trial.answer("c1").text());
    }

    @Test
    void aReplyToAnotherStepsQuestionIsRefused() {
        ScriptedRun trial = waiting();
        AgentThread before = trial.stored();

        InvalidInputException told = assertThrows(
                InvalidInputException.class,
                () -> trial.runner().reply("t1", "c1", Reply.of("other", JsonWriter::writeString, "red")));

        assertEquals(InvalidInputException.Reason.REPLY_TO_OTHER_STEP, told.reason());
        assertEquals("c1", told.callId());
        assertEquals(before, trial.stored());
    }

    @Test
    void aReplyThatComesTwiceChangesNothing() {
        ScriptedRun trial = waiting();
        AgentThread replied = trial.runner().reply("t1", "c1", "\"red\"");

        NotWaitingException told =
                assertThrows(NotWaitingException.class, () -> trial.runner().reply("t1", "c1", "\"blue\""));

        assertEquals(Optional.of("c1"), told.callId());
        assertEquals(Reason.DECIDED, told.reason());
        assertEquals(replied, trial.stored());
    }

    @Test
    void aReplyToACallThatDoesNotAskChangesNothing() {
        ScriptedRun trial = waiting();
        AgentThread before = trial.stored();

        NotWaitingException told =
                assertThrows(NotWaitingException.class, () -> trial.runner().reply("t1", "c2", "\"red\""));

        assertEquals(Optional.of("c2"), told.callId());
        assertEquals(Reason.WAITING_FOR_OTHER, told.reason());
        assertEquals(before, trial.stored());
    }

    @Test
    void messageLeavesTheQuestionOfAStepOpen() {
        ScriptedRun trial = waiting();
        Command question = trial.next();

        AgentThread thread = trial.runner().reply("t1", "red");

        assertEquals(new Event.MessageReceived(DeskRunners.AT, "red"), thread.last());
        assertEquals(question, trial.next());
    }

    @Test
    void anApprovalIsNoReply() {
        ScriptedRun trial = waiting();

        assertThrows(NotWaitingException.class, () -> trial.runner().approve("t1", "c1", ALICE));
    }

    @Test
    void aReplyIsNoMessage() {
        ScriptedRun trial = ScriptedRun.of(LOOP, ModelReply.text("Which colour?"));
        trial.start();

        NotWaitingException told =
                assertThrows(NotWaitingException.class, () -> trial.runner().reply("t1", "c1", "\"red\""));

        assertEquals(Optional.of("c1"), told.callId());
        assertEquals(Reason.UNKNOWN_CALL, told.reason());
    }
}

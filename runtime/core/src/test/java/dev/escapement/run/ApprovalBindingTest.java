package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static dev.escapement.run.ScriptedRun.BOB;
import static dev.escapement.run.ScriptedRun.events;
import static dev.escapement.run.ScriptedRun.kinds;
import static dev.escapement.run.ScriptedRun.upTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.StepContext;
import dev.escapement.Verdict;
import dev.escapement.engine.Command;
import dev.escapement.engine.ModelMessages;
import dev.escapement.engine.Outcome;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.json.Decoded;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.run.NotWaitingException.Reason;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.Event;
import dev.escapement.thread.Rendering;
import dev.escapement.tool.Call;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests of rule 2: an approval contains the call and the SHA-256 of its canonical arguments. Exactly the approved
 * call runs, once. A second approval has no effect. Arguments are validated before approval is requested.
 */
class ApprovalBindingTest {

    private final List<String> ran = new ArrayList<>();

    private final TestStep work = TestStep.named("work").body(this::run);
    private final TestStep asking = work.asking("Run it?");
    private final TestLoop loop = TestLoop.of(asking, TestStep.named("other"));
    private final Call call = asking.call("c1", "x");

    private Outcome run(String text, StepContext context) {
        ran.add(text);
        return Outcome.returned();
    }

    /** Returns a thread that waits for approval of the call c1. */
    private ScriptedRun waiting() {
        return waiting(loop, call, ModelReply.text("I see."));
    }

    private static ScriptedRun waiting(TestLoop loop, Call call, ModelReply... then) {
        ScriptedRun trial = ScriptedRun.of(
                loop,
                Stream.concat(Stream.of(ModelReply.calls(call)), Stream.of(then))
                        .toArray(ModelReply[]::new));
        trial.start();
        assertInstanceOf(Command.AwaitApproval.class, trial.next());
        return trial;
    }

    @Test
    void questionHasTheCallAndItsHash() throws Exception {
        assertEquals(
                new Command.AwaitApproval(call, "Run it?", sha256("{\"text\":\"x\"}")),
                waiting().next());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\":\"x\"}", " {\n  \"text\" : \"\\u0078\"\n} "})
    void hashIsThatOfCanonicalArguments(String written) throws Exception {
        ScriptedRun trial = waiting(loop, new Call("c1", "work", written), ModelReply.text("I see."));

        AgentThread thread = trial.runner().approve("t1", "c1", ALICE);

        String hash = sha256("{\"text\":\"x\"}");
        assertEquals(
                List.of(new Event.ApprovalAsked(DeskRunners.AT, "c1", "Run it?", hash)),
                events(thread, Event.ApprovalAsked.class));
        assertEquals(
                List.of(new Event.Approved(DeskRunners.AT, "c1", "alice", hash, Optional.empty())),
                events(thread, Event.Approved.class));
    }

    @Test
    void whatWasApprovedRunsOnce() {
        ScriptedRun trial = waiting();

        AgentThread thread = trial.runner().approve("t1", "c1", ALICE);

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
                kinds(thread));
    }

    @Test
    void anotherProcessMayTakeTheApproval() {
        ScriptedRun other = waiting().another(loop, ModelReply.text("I see."));

        other.runner().approve("t1", "c1", ALICE);

        assertEquals(List.of("x"), ran);
    }

    @Test
    void anApprovalCountsForOneCallOnly() {
        ScriptedRun trial = waiting(loop, call, ModelReply.calls(asking.call("c2", "x")));

        trial.runner().approve("t1", "c1", ALICE);

        assertEquals(
                "c2",
                assertInstanceOf(Command.AwaitApproval.class, trial.next())
                        .call()
                        .id());
        assertEquals(List.of("x"), ran);
    }

    /** A decision about the call c1 after its approval. */
    private record Late(String name, Consumer<Runner> decision) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Late> afterTheApproval() {
        return Stream.of(
                new Late("approved twice", runner -> runner.approve("t1", "c1", ALICE)),
                new Late("approved by two", runner -> runner.approve("t1", "c1", BOB)),
                new Late("edited after the approval", runner -> runner.approveEdited("t1", "c1", BOB, "{}")),
                new Late("refused after the approval", runner -> runner.refuse("t1", "c1", BOB, "no")),
                new Late("a reply in place of a decision", runner -> runner.reply("t1", "c1", "\"x\"")),
                new Late(
                        "answered after the approval",
                        runner -> runner.answer("t1", "c1", BOB, new Answer.Returned("\"x\""))),
                new Late(
                        "allowed to run again after the approval",
                        runner -> runner.answer("t1", "c1", BOB, new Answer.RunAgain())));
    }

    @ParameterizedTest
    @MethodSource("afterTheApproval")
    void decisionAfterTheApprovalChangesNothing(Late late) {
        ScriptedRun trial = waiting();
        AgentThread approved = trial.runner().approve("t1", "c1", ALICE);

        NotWaitingException refusal =
                assertThrows(NotWaitingException.class, () -> late.decision().accept(trial.runner()));

        assertEquals(Reason.DECIDED, refusal.reason());
        assertEquals(Optional.of("c1"), refusal.callId());
        assertEquals(approved, refusal.thread());
        assertEquals(approved, trial.stored());
        assertEquals(List.of("x"), ran);
    }

    @Test
    void decisionAboutAnUnknownCallChangesNothing() {
        ScriptedRun trial = waiting();
        AgentThread before = trial.stored();

        NotWaitingException refusal =
                assertThrows(NotWaitingException.class, () -> trial.runner().approve("t1", "c9", BOB));

        assertEquals(Reason.UNKNOWN_CALL, refusal.reason());
        assertEquals(Optional.of("c9"), refusal.callId());
        assertEquals(before, trial.stored());
    }

    @Test
    void anApprovalOfACallThatWasRefusedChangesNothing() {
        ScriptedRun trial = waiting();
        AgentThread refused = trial.runner().refuse("t1", "c1", BOB, "too dear");

        NotWaitingException told =
                assertThrows(NotWaitingException.class, () -> trial.runner().approve("t1", "c1", ALICE));

        assertEquals(Optional.of("c1"), told.callId());
        assertEquals(Reason.DECIDED, told.reason());
        assertEquals(refused, trial.stored());
        assertEquals(List.of(), ran);
    }

    @Test
    void anApprovalAfterTheEndChangesNothing() {
        ScriptedRun trial = waiting();
        AgentThread stopped = trial.runner().cancel("t1", "closed for today");

        NotWaitingException told =
                assertThrows(NotWaitingException.class, () -> trial.runner().approve("t1", "c1", ALICE));

        assertEquals(Optional.of("c1"), told.callId());
        assertEquals(Reason.ENDED, told.reason());
        assertEquals(stopped, trial.stored());
    }

    @Test
    void approvalLeavesTheQuestionOfAnotherCallOpen() {
        ScriptedRun trial =
                ScriptedRun.of(loop, ModelReply.calls(call, asking.call("c2", "y")), ModelReply.text("I see."));
        trial.start();

        trial.runner().approve("t1", "c2", ALICE);

        assertEquals(
                "c1",
                assertInstanceOf(Command.AwaitApproval.class, trial.next())
                        .call()
                        .id());
        assertEquals(List.of(), ran); // the call c2 waits for the answer to the call c1

        trial.runner().approve("t1", "c1", ALICE);

        assertEquals(List.of("x", "y"), ran);
    }

    @Test
    void aRefusedCallDoesNotRunAndTheModelReadsWhy() {
        ScriptedRun trial = waiting();

        trial.runner().refuse("t1", "c1", BOB, "too dear");

        assertEquals(List.of(), ran);
        assertEquals(
                new Message.ToolAnswer("c1", Rendering.notice(Rendering.REFUSED + "too dear"), true),
                trial.answer("c1"));
    }

    @Test
    void wrongArgumentsAreAnsweredAndNobodyIsAsked() {
        List<String> reviewed = new ArrayList<>();
        TestLoop gated = TestLoop.of(work.gate((text, thread) -> {
            reviewed.add(text);
            return Verdict.ask("Run it?");
        }));

        AgentThread thread = ScriptedRun.of(
                        gated, ModelReply.call("c1", "work", "{\"txet\":\"x\"}"), ModelReply.text("I see."))
                .start();

        assertEquals(List.of("ModelReplied", "CallRejected", "ModelReplied"), kinds(thread));
        assertEquals(List.of(), reviewed);
    }

    @Test
    void editedArgumentsRunAndBindTheApproval() throws Exception {
        ScriptedRun trial = waiting();

        AgentThread thread = trial.runner().approveEdited("t1", "c1", ALICE, "{ \"text\": \"y\" }");

        assertEquals(List.of("y"), ran);
        assertEquals(
                List.of(new Event.Approved(
                        DeskRunners.AT, "c1", "alice", sha256("{\"text\":\"y\"}"), Optional.of("{ \"text\": \"y\" }"))),
                events(thread, Event.Approved.class));
    }

    @Test
    void theModelIsToldOfEditedArguments() {
        ScriptedRun trial = waiting();

        trial.runner().approveEdited("t1", "c1", ALICE, "{\"text\":\"y\"}");

        assertEquals(
                new Message.ToolAnswer(
                        "c1",
                        Rendering.notice(Rendering.EDITED + "{\"text\":\"y\"}") + "\n"
                                + Rendering.notice(Rendering.DONE),
                        false),
                trial.answer("c1"));
    }

    @Test
    void editedArgumentsPassAnAskingGate() {
        AgentThread thread = waiting().runner().approveEdited("t1", "c1", ALICE, "{\"text\":\"y\"}");

        assertEquals(List.of(new Event.GatePassed(DeskRunners.AT, "c1")), events(thread, Event.GatePassed.class));
        assertEquals(List.of("y"), ran);
    }

    @Test
    void editedArgumentsThatTheGateDeniesDoNotRun() {
        TestLoop strict = TestLoop.of(
                work.gate((text, thread) -> text.equals("y") ? Verdict.deny("Never y.") : Verdict.ask("Run it?")));
        ScriptedRun trial = waiting(strict, call, ModelReply.text("I see."));

        AgentThread thread = trial.runner().approveEdited("t1", "c1", ALICE, "{\"text\":\"y\"}");

        assertEquals(
                List.of(new Event.GateDenied(DeskRunners.AT, "c1", "Never y.")),
                events(thread, Event.CallAnswer.class));
        assertEquals(List.of(), ran);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "{\"text\":5}", "{\"text\":\"y\",\"more\":1}"})
    void invalidEditIsRefusedAndTheThreadWaits(String edited) {
        ScriptedRun trial = waiting();
        AgentThread before = trial.stored();

        InvalidInputException told = assertThrows(
                InvalidInputException.class, () -> trial.runner().approveEdited("t1", "c1", ALICE, edited));

        String feedback = assertInstanceOf(Decoded.Rejected.class, work.tool().decode(edited))
                .feedback("work");
        assertEquals(feedback, told.getMessage());
        assertEquals(InvalidInputException.Reason.INVALID_ARGUMENTS, told.reason());
        assertEquals("c1", told.callId());
        assertEquals(before, trial.stored());
        assertInstanceOf(Command.AwaitApproval.class, trial.next());
        assertEquals(List.of(), ran);
    }

    @Test
    void reinterpretedArgumentsEndTheQuestion() {
        TestLoop release = TestLoop.of(asking.understanding(text -> text + " and more"));
        ScriptedRun other = waiting().another(release, ModelReply.text("I see."));

        NotWaitingException told =
                assertThrows(NotWaitingException.class, () -> other.runner().approve("t1", "c1", ALICE));
        AgentThread thread = other.runner().resume("t1");

        assertEquals(Optional.of("c1"), told.callId());
        assertEquals(Reason.RUNNABLE, told.reason());
        assertEquals(
                List.of(new Event.CallRejected(DeskRunners.AT, "c1", ModelMessages.OTHER_ARGUMENTS, false)),
                events(thread, Event.CallAnswer.class));
        assertEquals(List.of(), ran);
    }

    @VerifiedRuns.NotVerified("another release recorded the first events")
    @Test
    void reinterpretedApprovedArgumentsDoNotRun() {
        AgentThread whole = waiting().runner().approve("t1", "c1", ALICE);
        ran.clear();
        TestLoop release = TestLoop.of(asking.understanding(text -> text + " and more"));

        ScriptedRun other = ScriptedRun.after(upTo(whole, Event.Approved.class), release, ModelReply.text("I see."));
        AgentThread thread = other.runner().resume("t1");

        assertEquals(
                List.of(new Event.CallRejected(DeskRunners.AT, "c1", ModelMessages.OTHER_ARGUMENTS, false)),
                events(thread, Event.CallAnswer.class));
        assertEquals(List.of(), ran);
    }

    @VerifiedRuns.NotVerified("another release recorded the first events")
    @Test
    void reinterpretedEditedArgumentsDoNotRun() {
        AgentThread whole = waiting().runner().approveEdited("t1", "c1", ALICE, "{\"text\":\"y\"}");
        ran.clear();
        TestLoop release = TestLoop.of(asking.understanding(text -> text + " and more"));

        ScriptedRun other = ScriptedRun.after(upTo(whole, Event.Approved.class), release, ModelReply.text("I see."));
        other.runner().resume("t1");

        assertEquals(List.of(), ran);
    }

    /** The step may have run with the approved arguments, so the outcome remains unknown. */
    @VerifiedRuns.NotVerified("another release recorded the first events")
    @Test
    void reinterpretedArgumentsDoNotRunAfterACrash() {
        AgentThread whole = waiting().runner().approve("t1", "c1", ALICE);
        ran.clear();
        TestLoop release = TestLoop.of(asking.understanding(text -> text + " and more"));

        ScriptedRun other = ScriptedRun.after(upTo(whole, Event.StepStarted.class), release);
        other.runner().resume("t1");

        assertEquals(List.of(), ran);
        assertEquals(new Command.AwaitDecision(call, "t1/1/c1"), other.next());
    }

    @Test
    void ungatedArgumentsMayBeReinterpreted() {
        TestLoop plain = TestLoop.of(work);
        AgentThread whole = ScriptedRun.of(plain, ModelReply.calls(call), ModelReply.text("I see."))
                .start();
        ran.clear();

        ScriptedRun other = ScriptedRun.after(
                upTo(whole, Event.ModelReplied.class),
                TestLoop.of(work.understanding(text -> text + " and more")),
                ModelReply.text("I see."));
        other.runner().resume("t1");

        assertEquals(List.of("x and more"), ran);
    }

    @Test
    void aGateThatDeniesAnswersTheCall() {
        ScriptedRun trial = ScriptedRun.of(
                TestLoop.of(work.gate((text, thread) -> Verdict.deny("Not on Fridays"))),
                ModelReply.calls(call),
                ModelReply.text("I see."));

        AgentThread thread = trial.start();

        assertEquals(
                List.of(new Event.GateDenied(DeskRunners.AT, "c1", "Not on Fridays")),
                events(thread, Event.CallAnswer.class));
        assertEquals(
                new Message.ToolAnswer("c1", Rendering.notice(Rendering.DENIED + "Not on Fridays"), true),
                trial.answer("c1"));
        assertEquals(List.of(), ran);
    }

    @Test
    void exceptionOfAGateAnswersTheCallAndIsLogged() {
        IllegalStateException defect = new IllegalStateException("password=hunter2");
        ScriptedRun trial = ScriptedRun.of(
                TestLoop.of(work.gate((text, thread) -> {
                    throw defect;
                })),
                ModelReply.calls(call),
                ModelReply.text("I see."));

        try (RecordedLog log = RecordedLog.of(AgentInvoker.class)) {
            AgentThread thread = trial.start();

            String reason = ModelMessages.gateFailed("t1/c1");
            assertEquals(
                    List.of(new Event.GateFailed(DeskRunners.AT, "c1", reason)),
                    events(thread, Event.CallAnswer.class));
            assertEquals(
                    List.of(new RecordedLog.Entry(RunMessages.gateFailed("work", "t1/c1"), defect)), log.entries());
            assertFalse(trial.model().requests().toString().contains("hunter2"));
        }
        assertEquals(List.of(), ran);
    }

    @Test
    void nullVerdictAnswersTheCall() {
        ScriptedRun trial = ScriptedRun.of(
                TestLoop.of(work.gate((text, thread) -> null)), ModelReply.calls(call), ModelReply.text("I see."));

        try (RecordedLog log = RecordedLog.of(AgentInvoker.class)) {
            AgentThread thread = trial.start();

            assertEquals(1, events(thread, Event.GateFailed.class).size());
            assertEquals(
                    List.of(RunMessages.NULL_VERDICT),
                    log.entries().stream()
                            .map(entry -> entry.thrown().getMessage())
                            .toList());
        }
        assertEquals(List.of(), ran);
    }

    private static String sha256(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}

package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static dev.escapement.run.ScriptedRun.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.Verdict;
import dev.escapement.engine.Outcome;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.run.InvalidInputException.Reason;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the answers that open calls accept. */
class OpenCallAnswersTest {

    private final List<String> ledger = new ArrayList<>();
    private final TestStep pay = TestStep.named("pay")
            .effect(Effect.DESTRUCTIVE)
            .gate((text, thread) -> Verdict.proceed())
            .body((text, context) -> {
                ledger.add(context.idempotencyKey());
                return Outcome.returned();
            });

    /** Returns a thread with a step in doubt, in a store that loses no further outcomes. */
    private ScriptedRun inDoubt(TestLoop loop, TestStep step) {
        LostOutcomes store = new LostOutcomes(new InMemoryThreadStore());
        store.loseNextOf("a");
        ScriptedRun run = ScriptedRun.of(loop, ModelReply.calls(step.call("a", "x")), ModelReply.text("done"))
                .on(store);
        assertThrows(LostOutcomes.Killed.class, run::start);
        return run;
    }

    static Stream<Answer> answers() {
        return Stream.of(new Answer.RunAgain(), new Answer.Returned("\"paid\""), new Answer.Failed("not paid"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void permittedRunIsNotReplacedByASecondAnswer(Answer second) {
        ScriptedRun run = inDoubt(TestLoop.of(pay), pay);
        ThreadInbox inbox = ThreadInbox.of(run.store(), run.loop());
        AgentThread decided = inbox.answer("t1", "a", ALICE, new Answer.RunAgain());

        NotWaitingException late = assertThrows(NotWaitingException.class, () -> inbox.answer("t1", "a", BOB, second));

        assertEquals(NotWaitingException.Reason.DECIDED, late.reason());
        assertEquals(
                RunMessages.notWaitingForDecision(
                        "t1", "a", RunMessages.runsAgain("alice") + " " + RunMessages.RUNNABLE),
                late.getMessage());
        assertEquals(decided, run.stored());
        run.runner().resume("t1");
        assertEquals(List.of("t1/1/a", "t1/1/a"), ledger);
    }

    @Test
    void callThatItsStepAnsweredHasItsAnswer() {
        TestStep work = TestStep.named("work");
        ScriptedRun run =
                ScriptedRun.of(TestLoop.of(work), ModelReply.calls(work.call("a", "x")), ModelReply.text("done"));
        run.start();

        NotWaitingException late = assertThrows(
                NotWaitingException.class, () -> run.runner().answer("t1", "a", ALICE, new Answer.Returned("5")));

        assertEquals(
                RunMessages.notWaitingForDecision("t1", "a", RunMessages.ANSWERED + " " + RunMessages.AWAITS_MESSAGE),
                late.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0"})
    void emptyResultIsRejectedUnlessTheStepIsVoid(String empty) {
        ScriptedRun run = inDoubt(TestLoop.of(pay), pay);
        AgentThread before = run.stored();

        InvalidInputException thrown = assertThrows(
                InvalidInputException.class, () -> run.runner().answer("t1", "a", ALICE, new Answer.Returned(empty)));

        assertEquals(Reason.BLANK, thrown.reason());
        assertEquals(RunMessages.emptyResult("pay"), thrown.getMessage());
        assertEquals(before, run.stored());
    }

    @Test
    void emptyResultOfAVoidStepIsAccepted() {
        ScriptedRun run = inDoubt(TestLoop.of(pay.isVoid()), pay);

        AgentThread thread = run.runner().answer("t1", "a", ALICE, new Answer.Returned(""));

        assertEquals("done", ((Event.ModelReplied) thread.last()).text());
        assertEquals(1, ledger.size());
    }

    @Test
    void emptyResultIsAcceptedWithoutALoop() {
        ScriptedRun run = inDoubt(TestLoop.of(pay), pay);

        AgentThread decided = ThreadInbox.of(run.store()).answer("t1", "a", ALICE, new Answer.Returned(""));

        assertEquals(run.stored(), decided);
    }

    @Test
    void emptyJsonOfAnEndIsRejected() {
        TestStep done = pay.finishes();
        ScriptedRun run = ScriptedRun.of(
                TestLoop.of(done.asking("Done?")), ModelReply.calls(done.call("a", "x")), ModelReply.text("done"));
        run.start();

        InvalidInputException thrown = assertThrows(
                InvalidInputException.class, () -> run.runner().answer("t1", "a", ALICE, new Answer.Finished("")));

        assertEquals(Reason.INVALID_JSON, thrown.reason());
    }

    @Test
    void resultThatTheLoopCannotReadIsRejected() {
        TestStep done = pay.finishes();
        ScriptedRun run = ScriptedRun.of(TestLoop.of(done.asking("Done?")), ModelReply.calls(done.call("a", "x")));
        AgentThread waiting = run.start();

        InvalidInputException thrown = assertThrows(
                InvalidInputException.class, () -> run.runner().answer("t1", "a", ALICE, new Answer.Finished("5")));

        assertEquals(Reason.INVALID_RESULT, thrown.reason());
        assertEquals(waiting, run.stored());
        assertTrue(run.runner()
                .answer("t1", "a", ALICE, new Answer.Finished("\"paid\""))
                .hasEnded());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b"})
    void blankReasonIsRejected(String blank) {
        ScriptedRun run = ScriptedRun.of(TestLoop.of(pay.asking("Pay?")), ModelReply.calls(pay.call("a", "x")));
        AgentThread waiting = run.start();

        for (InvalidInputException thrown : List.of(
                assertThrows(InvalidInputException.class, () -> run.runner().refuse("t1", "a", ALICE, blank)),
                assertThrows(
                        InvalidInputException.class,
                        () -> run.runner().answer("t1", "a", ALICE, new Answer.Failed(blank))))) {
            assertEquals(Reason.BLANK, thrown.reason());
            assertEquals(RunMessages.BLANK_REASON, thrown.getMessage());
        }

        assertEquals(waiting, run.stored());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "\" \\n\""})
    void blankReplyIsBlankWithAndWithoutALoop(String blank) {
        TestStep ask = TestStep.named("ask").pauses();
        ScriptedRun run = ScriptedRun.of(TestLoop.of(ask), ModelReply.calls(ask.call("a", "Which?")));
        run.start();

        for (ThreadInbox inbox : List.of(ThreadInbox.of(run.store()), ThreadInbox.of(run.store(), run.loop()))) {
            InvalidInputException thrown =
                    assertThrows(InvalidInputException.class, () -> inbox.reply("t1", "a", blank));
            assertEquals(Reason.BLANK, thrown.reason());
        }
    }

    @Test
    void threadIsCancelledWithoutAReason() {
        ScriptedRun run = ScriptedRun.of(TestLoop.of(pay.asking("Pay?")), ModelReply.calls(pay.call("a", "x")));
        run.start();

        assertTrue(run.runner().cancel("t1", ALICE, "").hasEnded());
    }
}

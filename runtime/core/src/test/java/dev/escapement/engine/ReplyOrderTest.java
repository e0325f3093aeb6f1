package dev.escapement.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.escapement.Effect;
import dev.escapement.Verdict;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of the order of the commands for the calls of one reply. */
class ReplyOrderTest {

    private static final Instant AT = Instant.EPOCH;

    private static final TestStep LOOK = TestStep.named("look").effect(Effect.READ);
    private static final TestStep SECRET =
            TestStep.named("secret").effect(Effect.READ).asking("Read it?");
    private static final TestStep NOTE = TestStep.named("note");
    private static final TestStep PAY = TestStep.named("pay").asking("Pay?");
    private static final TestStep SEND = TestStep.named("send").gate((text, thread) -> Verdict.proceed());
    private static final TestStep ASK = TestStep.named("ask").pauses();
    private static final TestStep CLOSE = TestStep.named("close").finishes();

    private static final TestLoop LOOP = TestLoop.of(LOOK, SECRET, NOTE, PAY, SEND, ASK, CLOSE);

    @Test
    void allCallsAreValidatedFirst() {
        Call unknown = new Call("c2", "nothing", "{}");

        assertEquals(
                unknown,
                assertInstanceOf(Command.RejectCall.class, next(LOOK.call("c1", "x"), unknown))
                        .call());
    }

    @Test
    void allGatesAreCheckedBeforeAStepRuns() {
        Call first = PAY.call("c1", "x");
        Call second = PAY.call("c3", "y");
        Call[] calls = {first, LOOK.call("c2", "x"), second};

        assertEquals(check(first, false), next(calls));
        assertEquals(check(second, false), next(calls, asked(first)));
        assertEquals("c2", runs(next(calls, asked(first), asked(second))));
    }

    @Test
    void allQuestionsAreOpenAtOnce() {
        Call first = PAY.call("c1", "x");
        Call second = PAY.call("c2", "y");
        AgentThread thread = thread(List.of(first, second), asked(first), asked(second));

        assertEquals(List.of(approval(first), approval(second)), Reducer.questions(LOOP, thread));
        assertEquals(approval(first), LOOP.next(thread));
        assertEquals(List.of(approval(first)), Reducer.questions(LOOP, thread.with(refused(second))));
        assertEquals(List.of(approval(second)), Reducer.questions(LOOP, thread.with(refused(first))));
    }

    @Test
    void readOnlyStepsRunTogetherAndFirst() {
        Call first = LOOK.call("c1", "x");
        Call last = LOOK.call("c3", "x");

        Command.RunSteps steps = assertInstanceOf(Command.RunSteps.class, next(first, NOTE.call("c2", "x"), last));

        assertEquals(
                List.of(first, last),
                steps.steps().stream().map(Command.RunStep::call).toList());
    }

    @Test
    void readOnlyStepWaitsOnlyForItsOwnApproval() {
        Call secret = SECRET.call("c1", "x");
        Call note = NOTE.call("c2", "x");
        Call look = LOOK.call("c3", "x");
        Call[] calls = {secret, note, look};

        assertEquals("c3", runs(next(calls, asked(secret))));
        assertEquals("c2", runs(next(calls, asked(secret), returned(look))));
        assertEquals(approval(secret), next(calls, asked(secret), returned(look), started(note), returned(note)));
    }

    @Test
    void effectWaitsForTheAnswerToTheEffectBeforeIt() {
        Call pay = PAY.call("c1", "x");
        Call note = NOTE.call("c2", "x");

        assertEquals(approval(pay), next(calls(pay, note), asked(pay)));
        assertEquals("c2", runs(next(calls(pay, note), asked(pay), refused(pay))));
    }

    @Test
    void effectDoesNotWaitForTheQuestionAfterIt() {
        Call note = NOTE.call("c1", "x");
        Call pay = PAY.call("c2", "x");

        assertEquals("c1", runs(next(calls(note, pay), asked(pay))));
    }

    @Test
    void approvedCallIsCheckedAgain() {
        Call pay = PAY.call("c1", "x");

        assertEquals(check(pay, true), next(calls(pay), asked(pay), approved(pay)));
        assertEquals("c1", runs(next(calls(pay), asked(pay), approved(pay), passed(pay))));
    }

    @Test
    void permittedCallIsCheckedAgainAfterAnEffect() {
        Call note = NOTE.call("c1", "x");
        Call send = SEND.call("c2", "x");

        assertEquals("c1", runs(next(calls(note, send), passed(send))));
        assertEquals(check(send, true), next(calls(note, send), passed(send), started(note), returned(note)));
        assertEquals("c2", runs(next(calls(note, send), passed(send), started(note), returned(note), passed(send))));
    }

    @Test
    void permittedCallIsCheckedAgainAfterAMessage() {
        Call send = SEND.call("c1", "x");

        assertEquals("c1", runs(next(calls(send), passed(send))));
        assertEquals(check(send, true), next(calls(send), passed(send), message()));
    }

    @Test
    void permittedCallIsCheckedAgainAfterAnotherResult() {
        Call look = LOOK.call("c1", "x");
        Call send = SEND.call("c2", "x");
        Event started = new Event.StepStarted(AT, "c1", Effect.READ, "k", 1, "returns");

        assertEquals(check(send, true), next(calls(look, send), passed(send), started, returned(look)));
    }

    @Test
    void pausesAreOpenTogether() {
        Call first = ASK.call("c1", "Which?");
        Call second = ASK.call("c2", "Why?");
        AgentThread one = thread(List.of(first, second), started(first), question(first));
        AgentThread both = one.with(started(second)).with(question(second));

        assertEquals("c2", runs(LOOP.next(one)));
        assertEquals(reply(first), LOOP.next(both));
        assertEquals(List.of(reply(first), reply(second)), Reducer.questions(LOOP, both));
    }

    @Test
    void effectWaitsForTheReplyToThePauseBeforeIt() {
        Call ask = ASK.call("c1", "Which?");
        Call note = NOTE.call("c2", "x");
        Event[] open = {started(ask), question(ask)};

        assertEquals(reply(ask), LOOP.next(thread(List.of(ask, note), open)));
        assertEquals(
                "c2",
                runs(LOOP.next(thread(List.of(ask, note), open)
                        .with(new Event.ReplyReceived(AT, "c1", "\"this\"", true, List.of())))));
    }

    @Test
    void pauseWaitsForTheEffectBeforeIt() {
        Call pay = PAY.call("c1", "x");
        Call ask = ASK.call("c2", "Which?");

        assertEquals(approval(pay), next(calls(pay, ask), asked(pay)));
    }

    @Test
    void finishingCallRunsLast() {
        Call close = CLOSE.call("c1", "x");
        Call note = NOTE.call("c2", "x");

        assertEquals("c2", runs(next(calls(close, note))));
        assertEquals("c1", runs(next(calls(close, note), started(note), returned(note))));
    }

    @Test
    void finishingCallIsRejectedAfterANewMessage() {
        Call close = CLOSE.call("c1", "x");

        assertEquals(new Command.RejectCall(close, ModelMessages.NEW_MESSAGE, false), next(calls(close), message()));
    }

    private static Call[] calls(Call... calls) {
        return calls;
    }

    private static Command next(Call... calls) {
        return LOOP.next(thread(List.of(calls)));
    }

    private static Command next(Call[] calls, Event... events) {
        return LOOP.next(thread(List.of(calls), events));
    }

    private static AgentThread thread(List<Call> calls, Event... events) {
        AgentThread thread = new AgentThread(
                "t1", List.of(new Event.Started(AT, "Test", "go"), new Event.ModelReplied(AT, "", calls, Usage.NONE)));
        for (Event event : events) {
            thread = thread.with(event);
        }
        return thread;
    }

    /** Returns the id of the call that a command runs. */
    private static String runs(Command command) {
        return assertInstanceOf(Command.RunStep.class, command).call().id();
    }

    private static Command check(Call call, boolean again) {
        return new Command.CheckGate(call, EventFactory.argumentsSha256(LOOP, call), again);
    }

    private static Command approval(Call call) {
        String question = call.tool().equals("pay") ? "Pay?" : "Read it?";
        return new Command.AwaitApproval(call, question, EventFactory.argumentsSha256(LOOP, call));
    }

    private static Command reply(Call call) {
        return new Command.AwaitReply(call, "Which?", LOOP.replySchema("ask"));
    }

    private static Event asked(Call call) {
        String question = call.tool().equals("pay") ? "Pay?" : "Read it?";
        return new Event.ApprovalAsked(AT, call.id(), question, EventFactory.argumentsSha256(LOOP, call));
    }

    private static Event approved(Call call) {
        return new Event.Approved(AT, call.id(), "alice", EventFactory.argumentsSha256(LOOP, call), Optional.empty());
    }

    private static Event refused(Call call) {
        return new Event.Refused(AT, call.id(), "bob", "no");
    }

    private static Event passed(Call call) {
        return new Event.GatePassed(AT, call.id());
    }

    private static Event started(Call call) {
        return new Event.StepStarted(AT, call.id(), Effect.WRITE, "k", 1, "returns");
    }

    private static Event returned(Call call) {
        return new Event.StepReturned(AT, call.id(), "5");
    }

    private static Event question(Call call) {
        return new Event.ReplyAsked(AT, call.id(), "Which?", LOOP.replySchema("ask"));
    }

    private static Event message() {
        return new Event.MessageReceived(AT, "go on");
    }
}

package dev.escapement.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.Event;
import dev.escapement.thread.StopCause;
import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the expiry of questions about calls, and of the commands that follow. */
class ExpiredQuestionsTest {

    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant DEADLINE = AT.plusSeconds(60);
    private static final Optional<String> BLUE = Optional.of("\"blue\"");

    private static final TestStep PAY = TestStep.named("pay").asking("Pay?");
    private static final TestStep ASK = TestStep.named("ask").pauses();
    private static final TestStep CLOSE = TestStep.named("close").finishes();
    private static final TestLoop LOOP = TestLoop.of(PAY, ASK, CLOSE);

    private static final Call FIRST = PAY.call("c1", "x");
    private static final Call SECOND = PAY.call("c2", "y");
    private static final Call QUESTION = ASK.call("c3", "Which?");

    @Test
    void questionExpiresAtTheInstantOfItsDeadline() {
        AgentThread thread = thread(List.of(FIRST), asked(FIRST, DEADLINE));

        assertEquals(Optional.empty(), Reducer.expired(thread, DEADLINE.minusNanos(1)));
        assertEquals(
                Optional.of(new Event.Expired(DEADLINE, "c1", Optional.empty())), Reducer.expired(thread, DEADLINE));
        assertEquals(
                Optional.of(new Event.Expired(DEADLINE.plusSeconds(9), "c1", Optional.empty())),
                Reducer.expired(thread, DEADLINE.plusSeconds(9)));
    }

    @Test
    void expiredReplyHasTheFallbackOfItsQuestion() {
        assertEquals(
                Optional.of(new Event.Expired(DEADLINE, "c3", BLUE)),
                Reducer.expired(thread(List.of(QUESTION), question(DEADLINE, BLUE)), DEADLINE));
        assertEquals(
                Optional.of(new Event.Expired(DEADLINE, "c3", Optional.empty())),
                Reducer.expired(thread(List.of(QUESTION), question(DEADLINE, Optional.empty())), DEADLINE));
    }

    @Test
    void severalQuestionsExpireInTheOrderOfTheirDeadlines() {
        AgentThread thread = thread(
                List.of(FIRST, SECOND, QUESTION),
                asked(FIRST, DEADLINE.plusSeconds(1)),
                asked(SECOND, DEADLINE),
                question(DEADLINE, BLUE));
        Instant later = DEADLINE.plusSeconds(5);
        List<String> expired = new ArrayList<>();
        for (Optional<Event.Expired> event = Reducer.expired(thread, later);
                event.isPresent();
                event = Reducer.expired(thread, later)) {
            expired.add(event.get().callId());
            thread = thread.with(event.get());
        }

        assertEquals(List.of("c2", "c3", "c1"), expired);
        assertInstanceOf(Command.AskModel.class, LOOP.next(thread));
    }

    @Test
    void onlyQuestionsWithPassedDeadlinesExpire() {
        AgentThread thread =
                thread(List.of(FIRST, SECOND), asked(FIRST, DEADLINE.plusSeconds(1)), asked(SECOND, DEADLINE));
        AgentThread expired = thread.with(Reducer.expired(thread, DEADLINE).orElseThrow());

        assertEquals(Optional.empty(), Reducer.expired(expired, DEADLINE));
        assertEquals(
                List.of("c1"),
                Reducer.questions(LOOP, expired).stream()
                        .map(question -> question.call().id())
                        .toList());
    }

    static Stream<AgentThread> withoutExpiry() {
        AgentThread asked = thread(List.of(FIRST), asked(FIRST, DEADLINE));
        AgentThread paused = thread(List.of(QUESTION), question(DEADLINE, BLUE));
        Event approved = new Event.Approved(AT, "c1", "alice", sha256(FIRST), Optional.empty());
        return Stream.of(
                new AgentThread("t1", List.of(new Event.Started(AT, "Test", "Go"))),
                thread(List.of(FIRST)),
                thread(List.of(FIRST), new Event.ApprovalAsked(AT, "c1", "Pay?", sha256(FIRST))),
                asked.with(approved),
                asked.with(approved).with(new Event.StepStarted(AT, "c1", Effect.DESTRUCTIVE, "k", 1, "returns")),
                asked.with(new Event.Refused(AT, "c1", "bob", "no")),
                asked.with(new Event.Expired(DEADLINE, "c1", Optional.empty())),
                asked.with(new Event.Stopped(AT, "", StopCause.CANCELLED, "enough")),
                paused.with(new Event.ReplyReceived(AT, "c3", "\"red\"", true, List.of())),
                paused.with(new Event.ReplyReceived(AT, "c3", "5", false, List.of())),
                paused.with(new AnsweredByPerson(AT, "c3", "alice", new Answer.Failed("lost"), "")));
    }

    @ParameterizedTest
    @MethodSource("withoutExpiry")
    void threadWithoutOpenQuestionInTimeDoesNotExpire(AgentThread thread) {
        assertEquals(Optional.empty(), Reducer.expired(thread, Instant.MAX));
    }

    @Test
    void expiryIsAnAnswerButNotAFailure() {
        AgentThread thread = thread(List.of(FIRST), asked(FIRST, DEADLINE), expired("c1", Optional.empty()));

        assertInstanceOf(Command.AskModel.class, LOOP.next(thread));
        assertEquals(0, thread.state().consecutiveFailures());
        assertTrue(call(thread, "c1").answered());
        assertFalse(call(thread, "c1").succeeded());
    }

    @Test
    void callThatFinishesRunsAfterFallbackOnly() {
        Call close = CLOSE.call("c4", "bye");
        AgentThread replied = thread(List.of(QUESTION, close), question(DEADLINE, BLUE), expired("c3", BLUE));
        AgentThread silent =
                thread(List.of(QUESTION, close), question(DEADLINE, Optional.empty()), expired("c3", Optional.empty()));

        assertEquals(
                close,
                assertInstanceOf(Command.RunStep.class, LOOP.next(replied)).call());
        assertEquals(new Command.RejectCall(close, ModelMessages.OTHERS_FAILED, false), LOOP.next(silent));
    }

    @Test
    void callAfterAnExpiryIsCheckedAgain() {
        Event passed = new Event.GatePassed(AT, "c2");
        AgentThread thread = thread(List.of(FIRST, SECOND), asked(FIRST, DEADLINE), passed);

        assertEquals(
                new Command.CheckGate(SECOND, sha256(SECOND), true),
                LOOP.next(thread.with(expired("c1", Optional.empty()))));
    }

    @Test
    void reopenedReplyKeepsDeadlineAndFallback() {
        AgentThread thread = thread(
                List.of(QUESTION), question(DEADLINE, BLUE), new Event.ReplyReceived(AT, "c3", "5", false, List.of()));
        Command.ReopenReply reopen = assertInstanceOf(Command.ReopenReply.class, LOOP.next(thread));
        Event.ReplyAsked again = EventFactory.reopened(reopen, DEADLINE.plusSeconds(1));
        AgentThread reopened = thread.with(again);

        assertEquals(Optional.of(DEADLINE), again.deadline());
        assertEquals(Optional.of(DEADLINE), call(reopened, "c3").deadline());
        assertEquals(Optional.of(new Event.Expired(DEADLINE, "c3", BLUE)), Reducer.expired(reopened, DEADLINE));
    }

    @Test
    void reopenedApprovalKeepsItsDeadline() {
        AgentThread thread = thread(
                List.of(FIRST),
                asked(FIRST, DEADLINE),
                new Event.Approved(AT, "c1", "alice", "", Optional.of("{\"text\":5}")));
        Command.ReopenApproval reopen = assertInstanceOf(Command.ReopenApproval.class, LOOP.next(thread));
        Event.ApprovalAsked again = EventFactory.reopened(reopen, DEADLINE.plusSeconds(1));

        assertEquals(Optional.of(DEADLINE), again.deadline());
        assertEquals(Optional.of(DEADLINE), call(thread.with(again), "c1").deadline());
    }

    @Test
    void questionOfAPersonKeepsDeadlineAndFallback() {
        AgentThread thread = thread(
                List.of(QUESTION),
                question(DEADLINE, BLUE),
                new AnsweredByPerson(AT, "c3", "alice", new Answer.Question("Which colour?"), ""));

        assertEquals(Optional.of(DEADLINE), call(thread, "c3").deadline());
        assertEquals(Optional.of(new Event.Expired(DEADLINE, "c3", BLUE)), Reducer.expired(thread, DEADLINE));
    }

    private static AgentThread thread(List<Call> calls, Event... more) {
        List<Event> events = new ArrayList<>(
                List.of(new Event.Started(AT, "Test", "Go"), new Event.ModelReplied(AT, "", calls, Usage.NONE)));
        events.addAll(List.of(more));
        return new AgentThread("t1", events);
    }

    private static CallProgress call(AgentThread thread, String id) {
        return thread.state().reply().calls().stream()
                .filter(call -> call.selected().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Event asked(Call call, Instant deadline) {
        return new Event.ApprovalAsked(AT, call.id(), "Pay?", sha256(call), Optional.of(deadline));
    }

    private static Event question(Instant deadline, Optional<String> fallback) {
        return new Event.ReplyAsked(AT, "c3", "Which?", LOOP.replySchema("ask"), Optional.of(deadline), fallback);
    }

    private static Event expired(String callId, Optional<String> fallback) {
        return new Event.Expired(DEADLINE, callId, fallback);
    }

    private static String sha256(Call call) {
        return EventFactory.argumentsSha256(LOOP, call);
    }
}

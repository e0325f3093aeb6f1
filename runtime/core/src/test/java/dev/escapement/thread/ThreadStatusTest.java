package dev.escapement.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Effect;
import dev.escapement.model.ResponseInfo;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the status that the events of a thread determine. */
class ThreadStatusTest {

    private static final Instant AT = Instant.EPOCH;
    private static final Event QUESTION = new Event.ApprovalAsked(AT, "c1", "Pay?", "ab");

    @Test
    void newThreadIsRunnable() {
        assertStatus(ThreadStatus.RUNNABLE);
    }

    @Test
    void replyWithCallsIsRunnable() {
        assertStatus(ThreadStatus.RUNNABLE, replied("c1"));
    }

    @Test
    void textWaitsForAMessage() {
        assertStatus(ThreadStatus.WAITING, replied());
        assertStatus(ThreadStatus.RUNNABLE, replied(), message());
        assertStatus(ThreadStatus.RUNNABLE, replied(), new Event.TextRejected(AT, "no call"));
    }

    @Test
    void approvalIsAwaitedUntilTheDecision() {
        assertStatus(ThreadStatus.WAITING, replied("c1"), QUESTION);
        assertStatus(
                ThreadStatus.RUNNABLE,
                replied("c1"),
                QUESTION,
                new Event.Approved(AT, "c1", "alice", "ab", Optional.empty()));
        assertStatus(ThreadStatus.RUNNABLE, replied("c1"), QUESTION, new Event.Refused(AT, "c1", "bob", "no"));
    }

    @Test
    void messageDoesNotAnswerAQuestion() {
        assertStatus(ThreadStatus.WAITING, replied("c1"), QUESTION, message());
    }

    @Test
    void runningStepIsRunnableDespiteAQuestion() {
        assertStatus(ThreadStatus.RUNNABLE, replied("c1", "c2"), QUESTION, started("c2", Effect.READ));
        assertStatus(
                ThreadStatus.WAITING,
                replied("c1", "c2"),
                QUESTION,
                started("c2", Effect.READ),
                new Event.StepReturned(AT, "c2", "5"));
    }

    @Test
    void replyOfAPersonIsAwaited() {
        Event asked = new Event.ReplyAsked(AT, "c1", "Which?", "{}");
        Event reply = new Event.ReplyReceived(AT, "c1", "5", true, List.of());

        assertStatus(ThreadStatus.WAITING, replied("c1"), started("c1", Effect.READ), asked);
        assertStatus(ThreadStatus.RUNNABLE, replied("c1"), started("c1", Effect.READ), asked, reply);
        assertStatus(ThreadStatus.WAITING, replied("c1"), started("c1", Effect.READ), asked, reply, asked);
    }

    @ParameterizedTest
    @EnumSource(
            value = Effect.class,
            names = {"READ", "IDEMPOTENT", "WRITE", "TRANSACTIONAL"})
    void startedStepIsRunnable(Effect effect) {
        assertStatus(ThreadStatus.RUNNABLE, replied("c1"), started("c1", effect));
    }

    @Test
    void destructiveStepInDoubtWaitsForADecision() {
        Event started = started("c1", Effect.DESTRUCTIVE);

        assertStatus(ThreadStatus.WAITING, replied("c1"), started);
        assertStatus(ThreadStatus.RUNNABLE, replied("c1"), started, answered(new Answer.Returned("5")));
        assertStatus(ThreadStatus.RUNNABLE, replied("c1"), started, answered(new Answer.RunAgain()));
        assertStatus(ThreadStatus.WAITING, replied("c1"), started, answered(new Answer.Question("Which?")));
    }

    @Test
    void questionAboutHowToContinueWaits() {
        Event asked = new Event.PersonAsked(AT, "What now?");

        assertStatus(ThreadStatus.WAITING, asked);
        assertStatus(ThreadStatus.RUNNABLE, asked, message());
        assertStatus(
                ThreadStatus.RUNNABLE, asked, new Event.BudgetExtended(AT, "alice", Budget.UNLIMITED.withSteps(1)));
    }

    @Test
    void failedRequestsWaitAtTheirLimit() {
        Event failed = new RequestFailed(AT, RequestFailed.Part.PROVIDER, "too long", ResponseInfo.NONE);

        assertStatus(ThreadStatus.RUNNABLE, failed, failed);
        assertStatus(ThreadStatus.WAITING, failed, failed, failed);
        assertStatus(ThreadStatus.RUNNABLE, failed, failed, failed, message());
    }

    @Test
    void resultFinishesTheThread() {
        assertStatus(ThreadStatus.FINISHED, replied("c1"), new Event.Finished(AT, "c1", "5"));
        assertStatus(ThreadStatus.FINISHED, replied("c1"), answered(new Answer.Finished("5")));
    }

    @ParameterizedTest
    @EnumSource(StopCause.class)
    void stopEndsTheThread(StopCause cause) {
        assertStatus(ThreadStatus.STOPPED, replied("c1"), QUESTION, new Event.Stopped(AT, "", cause, "enough"));
    }

    @Test
    void sufficientExtensionResumesASpentThread() {
        Event started = new Event.Started(AT, "Desk", Start.of("hello"), Budget.UNLIMITED.withTokens(10));
        Event replied = new Event.ModelReplied(AT, "", List.of(new Call("c1", "pay", "{}")), new Usage(10, 5));
        AgentThread stopped = new AgentThread(
                "t1", List.of(started, replied, new Event.Stopped(AT, "", StopCause.BUDGET, "used up")));

        assertEquals(ThreadStatus.STOPPED, stopped.with(extended(5)).status());
        assertEquals(ThreadStatus.RUNNABLE, stopped.with(extended(6)).status());
        assertEquals(
                ThreadStatus.RUNNABLE,
                stopped.with(extended(5)).with(extended(1)).status());
    }

    @Test
    void otherStopsCannotBeUndone() {
        assertStatus(ThreadStatus.STOPPED, new Event.Stopped(AT, "", StopCause.CANCELLED, "enough"), extended(5));
    }

    private static void assertStatus(ThreadStatus status, Event... events) {
        AgentThread thread = new AgentThread("t1", List.of(new Event.Started(AT, "Desk", "hello")));
        for (Event event : events) {
            thread = thread.with(event);
        }
        assertEquals(status, thread.status());
    }

    private static Event replied(String... callIds) {
        List<Call> calls =
                List.of(callIds).stream().map(id -> new Call(id, "pay", "{}")).toList();
        return new Event.ModelReplied(AT, calls.isEmpty() ? "Which?" : "", calls, Usage.NONE);
    }

    private static Event started(String callId, Effect effect) {
        return new Event.StepStarted(AT, callId, effect, "k", 1, "returns");
    }

    private static Event answered(Answer answer) {
        return new AnsweredByPerson(AT, "c1", "alice", answer, "");
    }

    private static Event extended(long tokens) {
        return new Event.BudgetExtended(AT, "alice", Budget.UNLIMITED.withTokens(tokens));
    }

    private static Event message() {
        return new Event.MessageReceived(AT, "go on");
    }
}

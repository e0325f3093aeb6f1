package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.escapement.Effect;
import dev.escapement.model.Usage;
import dev.escapement.run.NotWaitingException.Reason;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the message contains the last decision about the call and the event that the thread waits for. */
class NotWaitingExceptionTest {

    private static final Instant AT = Instant.EPOCH;
    private static final Call CALL = new Call("c1", "pay", "{}");
    private static final Call OTHER = new Call("c2", "ask", "{}");

    static Stream<Arguments> decisions() {
        return Stream.of(
                arguments(
                        new Event.Approved(AT, "c1", "alice", "ab12", Optional.empty()), RunMessages.approved("alice")),
                arguments(new Event.Refused(AT, "c1", "bob", "no"), RunMessages.refused("bob")),
                arguments(
                        new AnsweredByPerson(AT, "c1", "alice", new Answer.Returned("\"paid\""), ""),
                        RunMessages.answered("alice")),
                arguments(
                        new AnsweredByPerson(AT, "c1", "bob", new Answer.RunAgain(), ""), RunMessages.runsAgain("bob")),
                arguments(new Event.ReplyReceived(AT, "c1", "5", true, List.of()), RunMessages.REPLIED));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void earlierDecisionIsTheReason(Event decision, String sentence) {
        NotWaitingException late = NotWaitingException.forDecision(thread(decision), "c1");

        assertEquals(Reason.DECIDED, late.reason());
        assertEquals(
                RunMessages.notWaitingForDecision("t1", "c1", sentence + " " + RunMessages.RUNNABLE),
                late.getMessage());
    }

    @Test
    void lastOfTwoDecisionsIsNamed() {
        AgentThread thread = thread(
                new Event.Approved(AT, "c1", "alice", "ab12", Optional.empty()),
                new AnsweredByPerson(AT, "c1", "bob", new Answer.RunAgain(), ""));

        assertEquals(
                RunMessages.notWaitingForDecision(
                        "t1", "c1", RunMessages.runsAgain("bob") + " " + RunMessages.RUNNABLE),
                NotWaitingException.forDecision(thread, "c1").getMessage());
    }

    @Test
    void expiryIsTheReason() {
        NotWaitingException late =
                NotWaitingException.forDecision(thread(new Event.Expired(AT, "c1", Optional.empty())), "c1");

        assertEquals(Reason.EXPIRED, late.reason());
        assertEquals(
                RunMessages.notWaitingForDecision(
                        "t1", "c1", RunMessages.expired(AT.toString()) + " " + RunMessages.RUNNABLE),
                late.getMessage());
    }

    @Test
    void expiryOfAnotherCallIsNotTheReason() {
        assertEquals(
                Reason.RUNNABLE,
                NotWaitingException.forDecision(thread(new Event.Expired(AT, "c2", Optional.empty())), "c1")
                        .reason());
    }

    static Stream<Arguments> waits() {
        return Stream.of(
                arguments(new Event.ApprovalAsked(AT, "c2", "Ask?", "ab12"), RunMessages.awaitsApproval("c2", "ask")),
                arguments(new Event.ReplyAsked(AT, "c2", "Which?", "{}"), RunMessages.awaitsReply("c2", "ask")),
                arguments(
                        new Event.StepStarted(AT, "c2", Effect.DESTRUCTIVE, "t1/1/c2", 1, "returns"),
                        RunMessages.awaitsDecision("c2", "ask")),
                arguments(new Event.PersonAsked(AT, "How?"), RunMessages.AWAITS_MESSAGE));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void otherWaitIsTheReason(Event question, String sentence) {
        NotWaitingException other = NotWaitingException.forDecision(thread(question), "c1");

        assertEquals(Reason.WAITING_FOR_OTHER, other.reason());
        assertEquals(RunMessages.notWaitingForDecision("t1", "c1", sentence), other.getMessage());
    }

    @Test
    void unknownCallIsTheReasonWhateverTheThreadWaitsFor() {
        NotWaitingException unknown = NotWaitingException.forDecision(thread(), "c9");

        assertEquals(Reason.UNKNOWN_CALL, unknown.reason());
        assertEquals(
                RunMessages.notWaitingForDecision("t1", "c9", RunMessages.UNKNOWN_CALL + " " + RunMessages.RUNNABLE),
                unknown.getMessage());
    }

    @Test
    void threadWithoutAQuestionIsRunnable() {
        NotWaitingException runnable = NotWaitingException.forDecision(thread(), "c1");

        assertEquals(Reason.RUNNABLE, runnable.reason());
        assertEquals(RunMessages.notWaitingForDecision("t1", "c1", RunMessages.RUNNABLE), runnable.getMessage());
    }

    @Test
    void endIsNamedWithItsReason() {
        NotWaitingException stopped =
                NotWaitingException.forStop(thread(new Event.Stopped(AT, "", StopCause.CANCELLED, "enough")));
        NotWaitingException finished = NotWaitingException.forMessage(thread(new Event.Finished(AT, "c1", "5")));

        assertEquals(Reason.ENDED, stopped.reason());
        assertEquals(RunMessages.notStoppable("t1", RunMessages.stopped("enough")), stopped.getMessage());
        assertEquals(Reason.ENDED, finished.reason());
        assertEquals(RunMessages.notWaitingForMessage("t1", RunMessages.FINISHED), finished.getMessage());
    }

    private static AgentThread thread(Event... more) {
        List<Event> events = new ArrayList<>(List.of(
                new Event.Started(AT, "Desk", "hello"),
                new Event.ModelReplied(AT, "", List.of(CALL, OTHER), Usage.NONE)));
        events.addAll(List.of(more));
        return new AgentThread("t1", events);
    }
}

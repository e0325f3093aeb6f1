package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.escapement.engine.Command;
import dev.escapement.model.Usage;
import dev.escapement.run.NotWaitingException.Reason;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
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
                arguments(new Event.StepConfirmed(AT, "c1", "alice", "paid"), RunMessages.confirmed("alice")),
                arguments(new Event.RerunAllowed(AT, "c1", "bob"), RunMessages.rerunAllowed("bob")),
                arguments(new Event.ReplyReceived(AT, "c1", "5"), RunMessages.REPLIED));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void earlierDecisionIsTheReason(Event decision, String sentence) {
        NotWaitingException late = NotWaitingException.forDecision(thread(decision), new Command.AwaitMessage(), "c1");

        assertEquals(Reason.DECIDED, late.reason());
        assertEquals(
                RunMessages.notWaitingForDecision("t1", "c1", sentence + " " + RunMessages.AWAITS_MESSAGE),
                late.getMessage());
    }

    @Test
    void lastOfTwoDecisionsIsNamed() {
        AgentThread thread = thread(
                new Event.Approved(AT, "c1", "alice", "ab12", Optional.empty()),
                new Event.RerunAllowed(AT, "c1", "bob"));

        assertEquals(
                RunMessages.notWaitingForDecision(
                        "t1", "c1", RunMessages.rerunAllowed("bob") + " " + RunMessages.AWAITS_MESSAGE),
                NotWaitingException.forDecision(thread, new Command.AwaitMessage(), "c1")
                        .getMessage());
    }

    static Stream<Arguments> waits() {
        return Stream.of(
                arguments(new Command.AwaitApproval(OTHER, "Ask?", "ab12"), RunMessages.awaitsApproval("c2", "ask")),
                arguments(new Command.AwaitReply(OTHER, "Which?", "{}"), RunMessages.awaitsReply("c2", "ask")),
                arguments(new Command.AwaitDecision(OTHER, "t1/1/c2"), RunMessages.awaitsDecision("c2", "ask")),
                arguments(new Command.AwaitMessage(), RunMessages.AWAITS_MESSAGE));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void otherWaitIsTheReason(Command next, String sentence) {
        NotWaitingException other = NotWaitingException.forDecision(thread(), next, "c1");

        assertEquals(Reason.WAITING_FOR_OTHER, other.reason());
        assertEquals(RunMessages.notWaitingForDecision("t1", "c1", sentence), other.getMessage());
    }

    @Test
    void unknownCallIsTheReasonWhateverTheThreadWaitsFor() {
        NotWaitingException unknown = NotWaitingException.forDecision(thread(), new Command.AwaitMessage(), "c9");

        assertEquals(Reason.UNKNOWN_CALL, unknown.reason());
        assertEquals(
                RunMessages.notWaitingForDecision(
                        "t1", "c9", RunMessages.UNKNOWN_CALL + " " + RunMessages.AWAITS_MESSAGE),
                unknown.getMessage());
    }

    @Test
    void commandThatNeedsNoDecisionMakesAThreadRunnable() {
        NotWaitingException runnable =
                NotWaitingException.forDecision(thread(), new Command.RejectText("Call a tool."), "c1");

        assertEquals(Reason.RUNNABLE, runnable.reason());
        assertEquals(RunMessages.notWaitingForDecision("t1", "c1", RunMessages.RUNNABLE), runnable.getMessage());
    }

    @Test
    void endIsNamedWithItsReason() {
        NotWaitingException stopped = NotWaitingException.forStop(thread(new Event.Stopped(AT, "enough")));
        NotWaitingException finished =
                NotWaitingException.forMessage(thread(new Event.Finished(AT, "c1", "5")), new Command.Rest());

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

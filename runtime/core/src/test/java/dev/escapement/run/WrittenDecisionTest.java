package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static dev.escapement.run.ScriptedRun.events;
import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Effect;
import dev.escapement.engine.Replay;
import dev.escapement.engine.ReplayResult;
import dev.escapement.engine.StepVersions;
import dev.escapement.fixture.RevisedSpec;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.internal.hash.Sha256;
import dev.escapement.json.JsonText;
import dev.escapement.json.Upcasts;
import dev.escapement.model.ModelReply;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.AgentUpdated;
import dev.escapement.thread.Answer;
import dev.escapement.thread.Event;
import dev.escapement.thread.StepVersion;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests of texts that people write about threads that wait through a release, which changes a unit but no names. */
class WrittenDecisionTest {

    private static final Upcasts TO_CENTS = Upcasts.to("3333333333333333")
            .from("11111111", old -> new JsonText(old.json().replaceFirst("(\\d+)", "$100")));

    private final TestStep pay = RevisedSpec.of(TestStep.named("pay").asking("Pay?"), List.of("send"), TO_CENTS);
    private final TestStep route = TestStep.named("route").selects(pay).asking("Route?");
    private final TestLoop loop = TestLoop.of(pay, route);

    /** Returns a process of the current release with a thread that waits for approval since the first release. */
    private ScriptedRun waiting(Call call) {
        StepVersion first = new StepVersion(Effect.WRITE, "returns", "1111111111111111", "");
        List<Event> events = List.of(
                new Event.Started(DeskRunners.AT, "Test", "Pay"),
                new AgentUpdated(DeskRunners.AT, Map.of("pay", first, "send", first)),
                new Event.ModelReplied(DeskRunners.AT, "", List.of(call), Usage.NONE),
                new Event.ApprovalAsked(DeskRunners.AT, "a", "Pay?", Sha256.hex(call.arguments())));
        return ScriptedRun.after(events, loop, ModelReply.text("done"));
    }

    private ScriptedRun waitingForPay() {
        return waiting(new Call("a", "pay", "{\"text\":\"all\"}"));
    }

    private static List<String> results(AgentThread thread) {
        return events(thread, Event.StepReturned.class).stream()
                .map(Event.StepReturned::result)
                .toList();
    }

    private ThreadInbox inbox(ScriptedRun run) {
        return ThreadInbox.of(run.store(), loop);
    }

    @Test
    void editedArgumentsAreNotConverted() {
        ScriptedRun run = waitingForPay();

        AgentThread thread = run.runner().approveEdited("t1", "a", ALICE, "{\"text\":\"500\"}");

        assertEquals(List.of("\"500\""), results(thread));
    }

    @Test
    void editUpdatesTheVersionsInOneAppend() {
        ScriptedRun run = waitingForPay();

        AgentThread thread = inbox(run).approveEdited("t1", "a", ALICE, "{\"text\":\"500\"}");

        assertEquals(List.of("AgentUpdated", "Approved"), kinds(thread).subList(3, 5));
        assertEquals(StepVersions.of(loop), thread.state().versions());
    }

    @Test
    void editOfTheSameReleaseAppendsOneEvent() {
        ScriptedRun run = ScriptedRun.of(loop, ModelReply.calls(pay.call("a", "all")));
        int size = run.start().events().size();

        AgentThread thread = inbox(run).approveEdited("t1", "a", ALICE, "{\"text\":\"500\"}");

        assertEquals(size + 1, thread.events().size());
    }

    @Test
    void argumentsOfASelectedCallAreNotConverted() {
        ScriptedRun run = waiting(new Call("a", "route", "{\"text\":\"all\"}"));

        inbox(run).answer("t1", "a", ALICE, new Answer.Next("pay", "{\"text\":\"500\"}"));
        run.runner().resume("t1");
        String callId = events(run.stored(), Event.ApprovalAsked.class).get(1).callId();
        AgentThread thread = run.runner().approve("t1", callId, ALICE);

        assertEquals(List.of("\"500\""), results(thread));
    }

    @Test
    void decisionWithoutArgumentsKeepsTheVersions() {
        AgentThread thread = inbox(waitingForPay()).refuse("t1", "a", ALICE, "Not now");

        assertFalse(kinds(thread).subList(3, kinds(thread).size()).contains("AgentUpdated"));
    }

    @Test
    void editDuringAnExecutionIsNotRecorded() {
        ScriptedRun run = waitingForPay();
        AgentThread before = run.stored();
        try (ThreadStore.Lease lease =
                run.store().lease("t1", Duration.ofMinutes(1)).orElseThrow()) {

            NotWaitingException thrown = assertThrows(
                    NotWaitingException.class, () -> inbox(run).approveEdited("t1", "a", ALICE, "{\"text\":\"500\"}"));

            assertEquals(NotWaitingException.Reason.DRIVEN, thrown.reason());
            assertEquals(before, run.stored());
            assertEquals("t1", lease.threadId());
        }
    }

    @Test
    void editedThreadCanBeVerified() {
        ScriptedRun run = waitingForPay();

        AgentThread thread = run.runner().approveEdited("t1", "a", ALICE, "{\"text\":\"500\"}");

        assertEquals(ReplayResult.Verified.class, Replay.verify(loop, thread).getClass());
    }
}

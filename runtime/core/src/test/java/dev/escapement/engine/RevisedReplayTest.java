package dev.escapement.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.engine.ReplayResult.Difference;
import dev.escapement.fixture.RevisedSpec;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.internal.hash.Sha256;
import dev.escapement.json.JsonText;
import dev.escapement.json.Upcasts;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.AgentUpdated;
import dev.escapement.thread.Event;
import dev.escapement.thread.StepVersion;
import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of the verification of threads that an earlier release recorded with another form of the arguments. */
class RevisedReplayTest {

    private static final Instant AT = Instant.EPOCH;
    private static final String OLD_HASH = Sha256.hex("{\"amount\":\"5\"}");
    private static final String NEW_HASH = Sha256.hex("{\"text\":\"5\"}");
    private static final Call OLD = new Call("c1", "pay", "{\"amount\":\"5\"}");
    private static final Call SAME = new Call("c1", "pay", "{\"text\":\"5\"}");

    private static final Upcasts UPCASTS = Upcasts.to("3333333333333333")
            .from("11111111", old -> new JsonText(old.json().replace("amount", "text")));

    private static final TestLoop CONVERTING =
            TestLoop.of(RevisedSpec.of(TestStep.named("pay").asking("Pay?"), List.of("send"), UPCASTS));
    private static final TestLoop CHANGED = TestLoop.of(TestStep.named("pay").asking("Pay?"));

    private static Event versions(String tool) {
        return new AgentUpdated(
                AT, Map.of(tool, new StepVersion(Effect.WRITE, Flow.RETURNS.recorded(), "1111111111111111", "")));
    }

    private static final Event FIRST = versions("pay");

    private static Event updated(AgentLoop loop) {
        return new AgentUpdated(AT, StepVersions.of(loop));
    }

    private static Event replied(Call... calls) {
        return new Event.ModelReplied(AT, "", List.of(calls), Usage.NONE);
    }

    private static Event asked(String sha256) {
        return new Event.ApprovalAsked(AT, "c1", "Pay?", sha256);
    }

    private static Event approved(String sha256) {
        return new Event.Approved(AT, "c1", "alice", sha256, Optional.empty());
    }

    private static Event edited(String json) {
        return new Event.Approved(AT, "c1", "alice", Sha256.hex(json), Optional.of(json));
    }

    private static Event passed(String callId) {
        return new Event.GatePassed(AT, callId);
    }

    private static Event started(String callId) {
        return new Event.StepStarted(AT, callId, Effect.WRITE, "t1/1/" + callId, 1, Flow.RETURNS.recorded());
    }

    private static Event returned(String callId) {
        return new Event.StepReturned(AT, callId, "\"paid\"");
    }

    private static AgentThread thread(Event... events) {
        List<Event> all = new ArrayList<>(List.of(new Event.Started(AT, "Test", "Pay")));
        all.addAll(List.of(events));
        return new AgentThread("t1", all);
    }

    private static void assertVerified(AgentLoop loop, AgentThread thread) {
        ReplayResult result = Replay.verify(loop, thread);
        assertTrue(result.isVerified(), result::toString);
    }

    private static void assertDiverges(Difference difference, AgentLoop loop, AgentThread thread) {
        assertEquals(
                difference,
                assertInstanceOf(ReplayResult.Divergence.class, Replay.verify(loop, thread))
                        .difference());
    }

    @Test
    void approvalOfAChangedFormWithoutConversionIsVerified() {
        AgentThread asked = thread(FIRST, replied(SAME), asked(OLD_HASH));

        assertInstanceOf(Command.ReopenApproval.class, CHANGED.next(asked));
        assertEquals(List.of(), Replay.stranded(CHANGED, asked));
        assertVerified(CHANGED, asked);
        AgentThread edited = asked.with(new Event.Approved(
                AT, "c1", "alice", Sha256.hex("{\"amount\":\"4\"}"), Optional.of("{\"text\":\"4\"}")));
        assertVerified(CHANGED, edited);
    }

    @Test
    void approvalOfTheCurrentFormIsCompared() {
        AgentThread asked = thread(updated(CHANGED), replied(SAME), asked(OLD_HASH));

        assertDiverges(Difference.ARGUMENTS, CHANGED, asked);
    }

    @Test
    void finishedApprovalOfAnEarlierFormIsVerified() {
        AgentThread thread = thread(
                FIRST, replied(OLD), asked(OLD_HASH), approved(OLD_HASH), passed("c1"), started("c1"), returned("c1"));

        assertVerified(CONVERTING, thread);
        assertVerified(CONVERTING, thread.with(updated(CONVERTING)));
    }

    @Test
    void finishedApprovalOfEditedArgumentsIsVerified() {
        AgentThread thread = thread(
                FIRST,
                replied(OLD),
                asked(OLD_HASH),
                edited("{\"amount\":\"4\"}"),
                passed("c1"),
                started("c1"),
                returned("c1"));

        assertVerified(CONVERTING, thread);
    }

    @Test
    void otherCallsAfterAnOpenApprovalOfAnEarlierFormAreVerified() {
        Call other = new Call("c2", "pay", "{\"amount\":\"6\"}");
        AgentThread thread = thread(FIRST, replied(OLD, other), asked(OLD_HASH), passed("c2"));

        assertVerified(CONVERTING, thread);
    }

    @Test
    void startOfAnEarlierFormIsCompared() {
        AgentThread approved = thread(FIRST, replied(OLD), asked(OLD_HASH), approved(OLD_HASH), passed("c1"));
        Event second = new Event.StepStarted(AT, "c1", Effect.WRITE, "t1/1/c1", 2, Flow.RETURNS.recorded());

        assertDiverges(Difference.ATTEMPT, CONVERTING, approved.with(second));
        assertDiverges(Difference.COMMAND, CONVERTING, approved.with(new Event.PersonAsked(AT, "Yes?")));
    }

    @Test
    void approvalThatLapsedDoesNotPermitTheCall() {
        AgentThread lapsed = thread(FIRST, replied(OLD), asked(OLD_HASH), approved(OLD_HASH), updated(CONVERTING));

        assertDiverges(Difference.COMMAND, CONVERTING, lapsed.with(passed("c1")));
    }

    @Test
    void argumentsEditedUnderAFormerNameHaveAKnownVersion() {
        Call former = new Call("c1", "send", OLD.arguments());
        AgentThread thread = thread(
                versions("send"), replied(former), updated(CONVERTING), asked(NEW_HASH), edited(SAME.arguments()));

        StepVersion current = StepVersions.of(CONVERTING).get("pay");
        assertEquals(current, thread.state().reply().calls().get(0).version());
        assertEquals(StepVersions.of(CONVERTING).get("send"), current);
    }

    @Test
    void rejectionOfAnEarlierFormIsVerified() {
        Call invalid = new Call("c1", "pay", "{\"amount\":5}");
        Event rejected = new Event.CallRejected(AT, "c1", "Invalid.", true);

        assertVerified(CONVERTING, thread(FIRST, replied(invalid), rejected));
        assertVerified(CONVERTING, thread(FIRST, replied(OLD), rejected));
        assertDiverges(Difference.COMMAND, CONVERTING, thread(updated(CONVERTING), replied(SAME), rejected));
    }
}

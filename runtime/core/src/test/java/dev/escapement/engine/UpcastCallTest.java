package dev.escapement.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.fixture.RevisedSpec;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.internal.hash.Sha256;
import dev.escapement.json.JsonText;
import dev.escapement.json.Upcasts;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.AgentUpdated;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Event;
import dev.escapement.thread.StepVersion;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Tests of calls that an earlier release recorded, and that the current release converts. */
class UpcastCallTest {

    private static final Instant AT = Instant.EPOCH;
    private static final String OLD_HASH = Sha256.hex("{\"amount\":\"5\"}");
    private static final String NEW_HASH = Sha256.hex("{\"text\":\"5\"}");
    private static final Call OLD = new Call("c1", "pay", "{\"amount\":\"5\"}");
    private static final Call NEW = new Call("c1", "pay", "{\"text\":\"5\"}");

    private static final Event FIRST = version("1111111111111111");
    private static final Event SECOND = version("2222222222222222");
    private static final Event CURRENT = version("3333333333333333");

    private static final Upcasts UPCASTS = Upcasts.to("3333333333333333")
            .from("11111111", replacing("amount", "value"))
            .from("22222222", replacing("value", "text"));

    private static final TestStep PAY = paying(UPCASTS);

    private static UnaryOperator<JsonText> replacing(String name, String next) {
        return old -> new JsonText(old.json().replace(name, next));
    }

    private static TestStep paying(Upcasts upcasts) {
        return RevisedSpec.of(TestStep.named("pay"), List.of("send"), upcasts);
    }

    private static Upcasts failing() {
        return Upcasts.to("3333333333333333").from("11111111", old -> {
            throw new IllegalStateException("broken");
        });
    }

    private static Event version(String arguments) {
        return versions("pay", arguments);
    }

    private static Event versions(String tool, String arguments) {
        return new AgentUpdated(AT, Map.of(tool, new StepVersion(Effect.WRITE, "returns", arguments, "")));
    }

    private static Event replied(Call... calls) {
        return new Event.ModelReplied(AT, "", List.of(calls), Usage.NONE);
    }

    private static AgentThread thread(Event... events) {
        List<Event> all = new ArrayList<>(List.of(new Event.Started(AT, "Test", "Pay")));
        all.addAll(List.of(events));
        return new AgentThread("t1", all);
    }

    private static Event.StepStarted started() {
        return new Event.StepStarted(AT, "c1", Effect.WRITE, "key", 1, Flow.RETURNS.recorded());
    }

    private static Call ran(TestStep step, AgentThread thread) {
        return assertInstanceOf(Command.RunStep.class, TestLoop.of(step).next(thread))
                .call();
    }

    @Test
    void recordedCallRunsInTheCurrentForm() {
        assertEquals(NEW, ran(PAY, thread(FIRST, replied(OLD), CURRENT)));
        assertEquals(NEW, ran(PAY, thread(FIRST, replied(OLD))));
    }

    @Test
    void recordedEventsStayUnchanged() {
        AgentThread thread = thread(FIRST, replied(OLD), CURRENT);

        assertEquals(NEW, ran(PAY, thread));
        assertEquals(Optional.of(OLD), thread.call("c1"));
    }

    @Test
    void conversionBeginsWithTheRecordedForm() {
        Call second = new Call("c1", "pay", "{\"value\":\"amount\"}");

        assertEquals(
                new Call("c1", "pay", "{\"text\":\"amount\"}"), ran(PAY, thread(SECOND, replied(second), CURRENT)));
    }

    @Test
    void callOfTheCurrentVersionIsNotConverted() {
        Call call = new Call("c1", "pay", "{\"text\":\"amount\"}");

        assertSame(call, ran(PAY, thread(FIRST, CURRENT, replied(call))));
    }

    @Test
    void callThatAStepSelectedIsConverted() {
        TestStep look = TestStep.named("look");
        AgentThread thread =
                thread(FIRST, replied(look.call("c0", "x")), new Event.CallSelected(AT, "c0", OLD), CURRENT);

        assertEquals(
                NEW,
                assertInstanceOf(Command.RunStep.class, TestLoop.of(look, PAY).next(thread))
                        .call());
    }

    @Test
    void callThatAPersonSelectedIsConverted() {
        TestStep look = TestStep.named("look");
        AnsweredByPerson next = new AnsweredByPerson(AT, "c0", "alice", new Answer.Next("pay", OLD.arguments()), "c1");
        AgentThread thread = thread(FIRST, replied(look.call("c0", "x")), next, CURRENT);

        assertEquals(
                NEW,
                assertInstanceOf(Command.RunStep.class, TestLoop.of(look, PAY).next(thread))
                        .call());
    }

    private static Event asked(String sha256) {
        return new Event.ApprovalAsked(AT, "c1", "Pay?", sha256);
    }

    private static Event approved(String sha256) {
        return new Event.Approved(AT, "c1", "alice", sha256, Optional.empty());
    }

    @Test
    void approvalOfChangedArgumentsIsRequestedAgain() {
        TestLoop loop = TestLoop.of(PAY.asking("Pay?"));
        AgentThread approved = thread(FIRST, replied(OLD), asked(OLD_HASH), approved(OLD_HASH), CURRENT);

        Command.ReopenApproval ask = assertInstanceOf(Command.ReopenApproval.class, loop.next(approved));
        assertEquals(NEW, ask.call());
        assertEquals(NEW_HASH, ask.argumentsSha256());
        assertTrue(ask.question().startsWith("Pay?\n"), ask.question());
        assertTrue(ask.question().contains(NEW.arguments()), ask.question());

        AgentThread reopened = approved.with(EventFactory.reopened(ask, AT));
        Command.AwaitApproval wait = assertInstanceOf(Command.AwaitApproval.class, loop.next(reopened));
        assertEquals(NEW, wait.call());
        assertEquals(NEW_HASH, wait.argumentsSha256());

        AgentThread passed = reopened.with(approved(NEW_HASH)).with(new Event.GatePassed(AT, "c1"));
        assertEquals(NEW, ran(PAY.asking("Pay?"), passed));
    }

    @Test
    void approvalThatIsRequestedAgainIsVerifiedAndNotStranded() {
        TestLoop loop = TestLoop.of(PAY.asking("Pay?"));
        AgentThread asked = thread(FIRST, replied(OLD), asked(OLD_HASH));
        AgentThread again = asked.with(CURRENT).with(new Event.ApprovalAsked(AT, "c1", "Pay?", NEW_HASH));
        AgentThread passed = again.with(approved(NEW_HASH)).with(new Event.GatePassed(AT, "c1"));

        AgentThread edited = asked.with(new Event.Approved(
                AT, "c1", "alice", Sha256.hex("{\"amount\":\"4\"}"), Optional.of("{\"amount\":\"4\"}")));

        for (AgentThread thread : List.of(asked, again, passed, edited)) {
            assertTrue(Replay.verify(loop, thread).isVerified(), thread::toString);
            assertEquals(List.of(), Replay.stranded(loop, thread));
        }
        TestLoop removed = TestLoop.of(TestStep.named("other"));
        assertEquals(List.of(OLD), Replay.stranded(removed, asked));
        TestLoop changed = TestLoop.of(TestStep.named("pay").asking("Pay?"));
        assertEquals(List.of(OLD), Replay.stranded(changed, asked));
    }

    @Test
    void gateThatAnEarlierReleasePassedIsCheckedAgain() {
        AgentThread passed = thread(FIRST, replied(OLD), new Event.GatePassed(AT, "c1"), CURRENT);

        Command.CheckGate check = assertInstanceOf(
                Command.CheckGate.class, TestLoop.of(PAY.asking("Pay?")).next(passed));

        assertEquals(NEW, check.call());
        assertTrue(check.again());
    }

    @Test
    void openApprovalOfChangedArgumentsIsRequestedAgain() {
        AgentThread asked = thread(FIRST, replied(OLD), asked(OLD_HASH), CURRENT);

        Command next = TestLoop.of(PAY.asking("Pay?")).next(asked);

        assertEquals(
                NEW_HASH, assertInstanceOf(Command.ReopenApproval.class, next).argumentsSha256());
    }

    @Test
    void approvalOfEqualArgumentsStaysValid() {
        Call spaced = new Call("c1", "pay", "{ \"text\" : \"5\" }");
        Upcasts same = Upcasts.to("3333333333333333").from("11111111", old -> new JsonText(NEW.arguments()));
        AgentThread approved = thread(
                FIRST, replied(spaced), asked(NEW_HASH), approved(NEW_HASH), CURRENT, new Event.GatePassed(AT, "c1"));

        assertEquals(NEW, ran(paying(same).asking("Pay?"), approved));
    }

    @Test
    void approvalOfEditedArgumentsLapses() {
        TestLoop loop = TestLoop.of(PAY.asking("Pay?"));
        Event edited = new Event.Approved(AT, "c1", "alice", "", Optional.of("{\"amount\":\"4\"}"));
        AgentThread thread = thread(FIRST, replied(OLD), asked(OLD_HASH), edited, CURRENT);

        Command.ReopenApproval ask = assertInstanceOf(Command.ReopenApproval.class, loop.next(thread));

        assertEquals(NEW, ask.call());
        assertEquals(NEW_HASH, ask.argumentsSha256());
    }

    @Test
    void argumentsEditedAfterTheUpdateAreNotConverted() {
        Event edited = new Event.Approved(
                AT, "c1", "alice", Sha256.hex("{\"text\":\"amount\"}"), Optional.of("{\"text\":\"amount\"}"));
        AgentThread thread =
                thread(FIRST, replied(OLD), CURRENT, asked(NEW_HASH), edited, new Event.GatePassed(AT, "c1"));

        assertEquals("{\"text\":\"amount\"}", ran(PAY.asking("Pay?"), thread).arguments());
    }

    @Test
    void conversionThatIsNotAFunctionRejectsAnApprovedCall() {
        AtomicInteger count = new AtomicInteger();
        Upcasts random = Upcasts.to("3333333333333333")
                .from("11111111", old -> new JsonText("{\"text\":\"" + count.incrementAndGet() + "\"}"));
        AgentThread thread = thread(FIRST, replied(OLD), asked(OLD_HASH), approved(OLD_HASH), CURRENT);

        assertEquals(
                ModelMessages.OTHER_ARGUMENTS,
                assertInstanceOf(
                                Command.RejectCall.class,
                                TestLoop.of(paying(random).asking("Pay?")).next(thread))
                        .reason());
    }

    @Test
    void startedCallRunsAgainWithItsKey() {
        AgentThread thread = thread(FIRST, replied(OLD), started(), CURRENT);

        Command.RunStep run =
                assertInstanceOf(Command.RunStep.class, TestLoop.of(PAY).next(thread));

        assertEquals(NEW, run.call());
        assertEquals("key", run.context().idempotencyKey());
        assertEquals(2, run.attempt());
    }

    @Test
    void startedCallRunsAgainWithoutAnotherApproval() {
        AgentThread thread = thread(FIRST, replied(OLD), asked(OLD_HASH), approved(OLD_HASH), started(), CURRENT);

        Command.RunStep run = assertInstanceOf(
                Command.RunStep.class, TestLoop.of(PAY.asking("Pay?")).next(thread));

        assertEquals(NEW, run.call());
        assertEquals("key", run.context().idempotencyKey());
    }

    @Test
    void equalCallInTheCurrentFormReusesTheKey() {
        Event failed = new Event.StepFailed(AT, "c1", "It failed.", false, true, Duration.ZERO);
        Call repeated = new Call("c2", "pay", NEW.arguments());
        AgentThread thread = thread(FIRST, replied(OLD), started(), failed, CURRENT, replied(repeated));

        Command.RunStep run =
                assertInstanceOf(Command.RunStep.class, TestLoop.of(PAY).next(thread));

        assertEquals("key", run.context().idempotencyKey());
    }

    @Test
    void failingConversionRejectsTheCall() {
        AgentThread thread = thread(FIRST, replied(OLD), CURRENT);

        Command.RejectCall reject = assertInstanceOf(
                Command.RejectCall.class, TestLoop.of(paying(failing())).next(thread));

        assertEquals(ModelMessages.ARGUMENTS_UNUSABLE, reject.reason());
        assertFalse(reject.faulty());
        AgentThread rejected = thread.with(new Event.CallRejected(AT, "c1", reject.reason(), reject.faulty()));
        assertInstanceOf(Command.AskModel.class, TestLoop.of(paying(failing())).next(rejected));
    }

    @Test
    void failingConversionOfAStartedCallLeavesTheDecisionToAPerson() {
        AgentThread thread = thread(FIRST, replied(OLD), started(), CURRENT);

        assertInstanceOf(
                Command.AwaitDecision.class, TestLoop.of(paying(failing())).next(thread));
    }

    @Test
    void callOfAnUnknownVersionIsConvertedOnlyIfItIsInvalid() {
        Call valid = new Call("c1", "pay", "{\"text\":\"amount\"}");

        assertSame(valid, ran(PAY, thread(replied(valid))));
        assertEquals(NEW, ran(PAY, thread(replied(OLD))));
    }

    @Test
    void callOfAnAmbiguousVersionIsRejected() {
        Upcasts both = Upcasts.to("3333333333333333")
                .from("11111111", old -> new JsonText(NEW.arguments()))
                .from("22222222", old -> new JsonText(NEW.arguments()));

        assertInstanceOf(Command.RejectCall.class, TestLoop.of(paying(both)).next(thread(replied(OLD))));
    }

    @Test
    void callOfAFormerNameRunsTheCurrentStep() {
        Call former = new Call("c1", "send", OLD.arguments());
        AgentThread thread = thread(versions("send", "1111111111111111"), replied(former), CURRENT);

        assertEquals(NEW, ran(PAY, thread));
        assertEquals(Optional.of(former), thread.call("c1"));
        assertEquals(
                NEW,
                assertInstanceOf(
                                Command.CheckGate.class,
                                TestLoop.of(PAY.asking("Pay?")).next(thread))
                        .call());
    }

    @Test
    void stricterEffectOfAFormerNameApplies() {
        Call former = new Call("c1", "send", NEW.arguments());
        AgentThread thread = thread(CURRENT, replied(former), started());

        Command.RunStep run = assertInstanceOf(
                Command.RunStep.class,
                TestLoop.of(PAY.effect(Effect.IDEMPOTENT)).next(thread));

        assertEquals(Effect.WRITE, run.effect());
    }

    @Test
    void modelReceivesTheFormerNameThatItUsed() {
        Call invalid = new Call("c1", "send", "{}");

        Command.RejectCall reject =
                assertInstanceOf(Command.RejectCall.class, TestLoop.of(PAY).next(thread(CURRENT, replied(invalid))));

        assertTrue(reject.reason().contains("send"), reject.reason());
        assertFalse(reject.reason().contains("pay"), reject.reason());
    }

    @Test
    void onlyTheCurrentNameIsOffered() {
        Command.AskModel ask =
                assertInstanceOf(Command.AskModel.class, TestLoop.of(PAY).next(thread()));

        assertEquals(
                List.of("pay"), ask.tools().stream().map(tool -> tool.name()).toList());
    }
}

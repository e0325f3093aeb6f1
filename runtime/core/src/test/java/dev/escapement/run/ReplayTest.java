package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Effect;
import dev.escapement.Prefetch;
import dev.escapement.content.ContentStore;
import dev.escapement.engine.Command;
import dev.escapement.engine.ContextSource;
import dev.escapement.engine.DamagedThreadException;
import dev.escapement.engine.Replay;
import dev.escapement.engine.ReplayResult;
import dev.escapement.engine.ReplayResult.Difference;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.RequestOptions;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of the comparison of recorded threads with changed code. {@link VerifiedRuns} tests unchanged code. */
class ReplayTest {

    private final TestStep work = TestStep.named("work");
    private final TestStep ask = TestStep.named("ask").pauses();
    private final TestStep close = TestStep.named("close").finishes();

    private static AgentThread recorded(TestLoop loop, ModelReply... replies) {
        return ScriptedRun.of(loop, replies).start();
    }

    private AgentThread worked(TestStep step) {
        return recorded(TestLoop.of(step), ModelReply.calls(step.call("a", "x")), ModelReply.text("done"));
    }

    private static ReplayResult.Divergence divergence(TestLoop loop, AgentThread thread) {
        return assertInstanceOf(ReplayResult.Divergence.class, Replay.verify(loop, thread));
    }

    private static void assertDivergence(Difference difference, int index, TestLoop loop, AgentThread thread) {
        ReplayResult.Divergence found = divergence(loop, thread);
        assertEquals(difference, found.difference());
        assertEquals(index, found.index());
        assertEquals(thread.events().get(index), found.recorded());
    }

    @Test
    void unchangedCodeIsVerified() {
        AgentThread thread = worked(work);

        assertEquals(new ReplayResult.Verified(thread.events().size(), 0), Replay.verify(TestLoop.of(work), thread));
    }

    @Test
    void renamedStepDiverges() {
        AgentThread thread = worked(work);

        assertDivergence(Difference.COMMAND, 2, TestLoop.of(TestStep.named("labor")), thread);
        assertInstanceOf(
                Command.RejectCall.class,
                divergence(TestLoop.of(TestStep.named("labor")), thread).command());
    }

    @Test
    void changedEffectDiverges() {
        assertDivergence(Difference.EFFECT, 2, TestLoop.of(work.effect(Effect.READ)), worked(work));
    }

    @Test
    void changedFlowDiverges() {
        assertDivergence(Difference.FLOW, 2, TestLoop.of(work.finishes()), worked(work));
    }

    @Test
    void changedFlowOfAThreadWithoutFlowsDiverges() {
        AgentThread thread = worked(work);
        Event.StepStarted started = (Event.StepStarted) thread.events().get(2);
        AgentThread older = with(
                thread,
                2,
                new Event.StepStarted(
                        started.at(), "a", started.effect(), started.idempotencyKey(), started.attempt(), ""));

        assertEquals(true, Replay.verify(TestLoop.of(work), older).isVerified());
        assertDivergence(Difference.FLOW, 3, TestLoop.of(work.pauses()), older);
    }

    @Test
    void addedGateDiverges() {
        assertDivergence(Difference.COMMAND, 2, TestLoop.of(work.asking("Run?")), worked(work));
    }

    @Test
    void removedGateDiverges() {
        assertDivergence(Difference.COMMAND, 2, TestLoop.of(work), worked(work.asking("Run?")));
    }

    @Test
    void otherReplySchemaDiverges() {
        AgentThread thread = recorded(TestLoop.of(ask), ModelReply.calls(ask.call("a", "Which?")));

        assertDivergence(Difference.QUESTION, 3, TestLoop.of(ask.replySchema("{\"type\":\"integer\"}")), thread);
    }

    @Test
    void otherCanonicalArgumentsDiverge() {
        AgentThread thread = worked(work.asking("Run?"));

        assertDivergence(
                Difference.ARGUMENTS, 2, TestLoop.of(work.asking("Run?").understanding(text -> text + "!")), thread);
    }

    @Test
    void otherContextSourceDiverges() {
        ContextSource tags = new ContextSource("tags", Prefetch.When.START);
        AgentThread thread = recorded(TestLoop.of(work).with(tags), ModelReply.text("done"));

        assertDivergence(
                Difference.SOURCE, 1, TestLoop.of(work).with(new ContextSource("labels", Prefetch.When.START)), thread);
        assertDivergence(Difference.COMMAND, 1, TestLoop.of(work), thread);
    }

    @Test
    void fewerAttemptsDiverge() {
        TestStep read = work.effect(Effect.READ).attempts(2).body((text, context) -> {
            throw new IllegalStateException("defect");
        });

        assertDivergence(Difference.ATTEMPT, 3, TestLoop.of(read.attempts(1)), worked(read));
    }

    @Test
    void changedPromptDivergesWithAModelThatHashes() {
        Model model = new HashingModel(new ArrayList<>(List.of(ModelReply.text("done"), ModelReply.text("done"))));
        TestLoop loop = TestLoop.of(work);
        AgentThread thread = DeskRunners.builder(loop, model).build().start("go");
        TestLoop changed = loop.prompting(() -> "You are changed.");

        assertEquals(
                new ReplayResult.Verified(2, 1),
                Replay.verify(loop, thread, model, RequestOptions.NONE, ContentStore.none()));
        assertEquals(new ReplayResult.Verified(2, 0), Replay.verify(changed, thread));
        ReplayResult.Divergence found = assertInstanceOf(
                ReplayResult.Divergence.class,
                Replay.verify(changed, thread, model, RequestOptions.NONE, ContentStore.none()));
        assertEquals(Difference.REQUEST, found.difference());
        assertEquals(64, found.recordedSha256().length());
        assertEquals(64, found.currentSha256().length());
        assertNotEquals(found.recordedSha256(), found.currentSha256());
    }

    @Test
    void offeredToolsAreComparedWithAModelThatHashes() {
        Model model = new HashingModel(new ArrayList<>(List.of(ModelReply.text("done"))));
        AgentThread thread =
                DeskRunners.builder(TestLoop.of(work, close), model).build().start("go");

        ReplayResult result = Replay.verify(
                TestLoop.of(work, close.hidden()), thread, model, RequestOptions.NONE, ContentStore.none());

        assertFalse(result.isVerified());
    }

    @Test
    void runnerVerifiesItsThreadsWithItsModel() {
        Model model = new HashingModel(new ArrayList<>(List.of(ModelReply.text("done"))));
        InMemoryThreadStore store = new InMemoryThreadStore();
        TestLoop loop = TestLoop.of(work);
        DeskRunners.builder(loop, model).store(store).build().start("go");

        assertEquals(
                new ReplayResult.Verified(2, 1),
                DeskRunners.builder(loop, model).store(store).build().verify("t1"));
        Runner changed = DeskRunners.builder(loop.prompting(() -> "You are changed."), model)
                .store(store)
                .build();
        assertFalse(changed.verify("t1").isVerified());
    }

    @Test
    void pausedCallOfARemovedStepIsStranded() {
        AgentThread thread = recorded(TestLoop.of(ask), ModelReply.calls(ask.call("a", "Which?")));

        assertEquals(List.of(), Replay.stranded(TestLoop.of(ask, work), thread));
        assertEquals(List.of(ask.call("a", "Which?")), Replay.stranded(TestLoop.of(work), thread));
    }

    @Test
    void damagedThreadIsReported() {
        AgentThread thread = worked(work).with(new Event.StepReturned(DeskRunners.AT, "zz", "1"));

        DamagedThreadException thrown =
                assertThrows(DamagedThreadException.class, () -> Replay.verify(TestLoop.of(work), thread));

        assertEquals("t1", thrown.threadId());
        assertEquals(5, thrown.index());
    }

    @Test
    void threadOfAnotherAgentIsRejected() {
        AgentThread thread = worked(work);
        TestLoop other = TestLoop.of(work).named("Other");

        assertThrows(IllegalArgumentException.class, () -> Replay.verify(other, thread));
    }

    /** Every removal, repetition and exchange of two events of a thread with several flows is found. */
    @Test
    void changedOrderOfEventsIsFound() {
        TestStep gated = TestStep.named("gated").asking("Run?");
        TestStep select = TestStep.named("select").selects(work);
        TestStep read = TestStep.named("read").effect(Effect.READ);
        TestLoop loop =
                TestLoop.of(work, gated, select, read, ask, close).with(new ContextSource("tags", Prefetch.When.START));
        ScriptedRun run = ScriptedRun.of(
                loop,
                ModelReply.calls(read.call("a", "x"), read.call("b", "y"), select.call("c", "z")),
                ModelReply.calls(gated.call("d", "x"), new Call("e", "nope", "{}")),
                ModelReply.calls(ask.call("f", "Which?")),
                ModelReply.calls(close.call("g", "x")));
        run.start();
        run.runner().approve("t1", "d", ALICE);
        AgentThread thread = run.runner().reply("t1", "f", "\"this\"");
        assertInstanceOf(Event.Finished.class, thread.last());

        for (int i = 1; i < thread.events().size() - 1; i++) {
            List<Event> without = new ArrayList<>(thread.events());
            Event removed = without.remove(i);
            assertFalse(isVerified(loop, without), "removed " + i + " " + removed);
            without.add(i + 1, removed);
            assertFalse(
                    !(isConcurrent(removed) && isConcurrent(without.get(i))) && isVerified(loop, without),
                    "exchanged " + i + " " + removed);
            List<Event> repeated = new ArrayList<>(thread.events());
            repeated.add(i, repeated.get(i));
            assertFalse(isVerified(loop, repeated), "repeated " + i + " " + removed);
        }
    }

    /** Returns whether an event is that of a step that runs concurrently with another one. */
    private static boolean isConcurrent(Event event) {
        return event instanceof Event.OfCall ofCall && List.of("a", "b").contains(ofCall.callId());
    }

    @Test
    void changedPropertiesAreFound() {
        AgentThread thread = recorded(
                TestLoop.of(work.asking("Run?")).with(new ContextSource("tags", Prefetch.When.START)),
                ModelReply.calls(work.call("a", "x")));
        Event.ApprovalAsked asked = (Event.ApprovalAsked) thread.last();
        TestLoop loop = TestLoop.of(work.asking("Run?")).with(new ContextSource("tags", Prefetch.When.START));
        AgentThread approved = thread.with(
                new Event.Approved(DeskRunners.AT, "a", "alice", asked.argumentsSha256(), Optional.empty()));
        AgentThread started = approved.with(new Event.GatePassed(DeskRunners.AT, "a"))
                .with(new Event.StepStarted(DeskRunners.AT, "a", Effect.WRITE, "t1/1/a", 1, "returns"));

        assertEquals(true, Replay.verify(loop, started).isVerified());
        assertDivergence(
                Difference.ARGUMENTS,
                4,
                loop,
                with(approved, 4, new Event.Approved(DeskRunners.AT, "a", "x", "00", Optional.empty())));
        assertDivergence(
                Difference.ATTEMPT,
                6,
                loop,
                with(started, 6, new Event.StepStarted(DeskRunners.AT, "a", Effect.WRITE, "t1/1/a", 2, "returns")));
        assertDivergence(
                Difference.IDEMPOTENCY_KEY,
                6,
                loop,
                with(started, 6, new Event.StepStarted(DeskRunners.AT, "a", Effect.WRITE, "t2/1/a", 1, "returns")));
    }

    private static boolean isVerified(TestLoop loop, List<Event> events) {
        try {
            return Replay.verify(loop, new AgentThread("t1", events)).isVerified();
        } catch (DamagedThreadException e) {
            return false;
        }
    }

    private static AgentThread with(AgentThread thread, int index, Event event) {
        List<Event> events = new ArrayList<>(thread.events());
        events.set(index, event);
        return new AgentThread(thread.id(), events);
    }
}

package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Effect;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.run.Standing.Kind;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.Standing.Question;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests the standings with which events are stored. */
class StandingTest {

    private static final Instant AT = DeskRunners.AT;

    private final FencedStore store = new FencedStore();
    private final TestStep pay =
            TestStep.named("pay").effect(Effect.DESTRUCTIVE).asking("Pay?");
    private final TestStep ask = TestStep.named("ask").pauses();
    private final TestStep look = TestStep.named("look").effect(Effect.READ);
    private final TestStep close = TestStep.named("close").finishes();

    private ScriptedRun run(TestLoop loop, ModelReply... replies) {
        return ScriptedRun.of(loop, replies).on(store);
    }

    private static Question question(String callId, Kind kind) {
        return new Question(callId, kind, AT, Optional.empty());
    }

    private static Standing waiting(Question... questions) {
        return new Standing(Phase.WAITING, Optional.empty(), List.of(questions));
    }

    private static Standing runnable(Question... questions) {
        return new Standing(Phase.RUNNABLE, Optional.empty(), List.of(questions));
    }

    private List<Standing> standings() {
        return store.appends().stream().map(Append::standing).toList();
    }

    @Test
    void eachEventHasTheStandingAfterIt() {
        ScriptedRun run = run(
                TestLoop.of(pay, look),
                ModelReply.calls(pay.call("p", "x"), look.call("l", "y")),
                ModelReply.text("?"));

        AgentThread thread = run.start();

        assertEquals(List.of("ModelReplied", "ApprovalAsked", "StepStarted", "StepReturned"), kinds(thread));
        Question approval = question("p", Kind.APPROVAL);
        assertEquals(
                List.of(runnable(), runnable(), runnable(approval), runnable(approval), waiting(approval)),
                standings());
    }

    @Test
    void questionsAreInTheOrderOfTheCalls() {
        run(TestLoop.of(pay, ask), ModelReply.calls(ask.call("a", "Which?"), pay.call("p", "x")))
                .start();

        assertEquals(waiting(question("a", Kind.REPLY), question("p", Kind.APPROVAL)), store.standing());
    }

    @Test
    void questionHasTheTimeOfItsEvent() {
        TickingClock clock = new TickingClock(AT, Duration.ofSeconds(1));
        ScriptedRun run = run(TestLoop.of(pay), ModelReply.calls(pay.call("p", "x")))
                .with(builder -> builder.clock(clock).store(store));

        AgentThread thread = run.start();

        assertInstanceOf(Event.ApprovalAsked.class, thread.last());
        assertEquals(thread.last().at(), store.standing().questions().get(0).since());
    }

    @Test
    void threadWithoutCallsWaitsForAMessage() {
        run(TestLoop.of(look), ModelReply.text("Which one?")).start();

        assertEquals(waiting(question("", Kind.MESSAGE)), store.standing());
    }

    @Test
    void messageIsAwaitedSinceTheReplyOfTheModel() {
        TickingClock clock = new TickingClock(AT, Duration.ofSeconds(1));
        ScriptedRun run = run(TestLoop.of(look), ModelReply.text("Which one?"))
                .with(builder -> builder.clock(clock).store(store));
        AgentThread thread = run.start();

        run.runner().extend("t1", ALICE, Budget.UNLIMITED.withSteps(1));

        assertEquals(
                List.of(new Question("", Kind.MESSAGE, thread.last().at(), Optional.empty())),
                store.standing().questions());
    }

    @Test
    void endIsFinishedOrStopped() {
        run(TestLoop.of(close), ModelReply.calls(close.call("c", "done"))).start();
        assertEquals(Standing.of(Phase.FINISHED), store.standing());

        ScriptedRun waiting = ScriptedRun.of(TestLoop.of(pay), ModelReply.calls(pay.call("p", "x")))
                .on(new FencedStore());
        waiting.start();
        FencedStore other = (FencedStore) waiting.store();
        int before = other.appends().size();
        waiting.runner().cancel("t1", "not needed");
        assertEquals(Standing.of(Phase.STOPPED), other.standing());
        assertEquals(before + 1, other.appends().size());
    }

    @Test
    void decisionLeavesTheOtherQuestionsOpen() {
        ScriptedRun run = run(TestLoop.of(pay), ModelReply.calls(pay.call("a", "x"), pay.call("b", "y")));
        run.start();

        ThreadInbox.of(store).approve("t1", "b", ALICE);

        assertEquals(runnable(question("a", Kind.APPROVAL)), store.standing());
    }

    @Test
    void driveThatRecordsNothingCorrectsADecision() {
        ScriptedRun run = run(TestLoop.of(pay), ModelReply.calls(pay.call("a", "x"), pay.call("b", "y")));
        run.start();

        AgentThread thread = run.runner().approve("t1", "b", ALICE);

        assertInstanceOf(Event.Approved.class, thread.last());
        assertEquals(waiting(question("a", Kind.APPROVAL)), store.standing());
        Append last = store.appends().get(store.appends().size() - 1);
        assertEquals(List.of(), last.events());
        assertEquals(thread.events().size(), last.position());
    }

    @Test
    void decisionDuringTheCorrectionIsProcessed() {
        ScriptedRun run = run(
                TestLoop.of(pay), ModelReply.calls(pay.call("a", "x"), pay.call("b", "y")), ModelReply.text("done"));
        run.start();
        HookedStore hooked = new HookedStore(store, HookedStore.Moment.BEFORE_LEASE);
        hooked.next(() -> ThreadInbox.of(store).approve("t1", "a", ALICE));

        AgentThread thread = run.another(run.loop(), ModelReply.text("done"))
                .on(hooked)
                .runner()
                .approve("t1", "b", ALICE);

        assertEquals(2, ScriptedRun.events(thread, Event.StepReturned.class).size());
    }

    @Test
    void resumeOfAWaitingThreadStoresNothing() {
        ScriptedRun run = run(TestLoop.of(pay), ModelReply.calls(pay.call("a", "x")));
        run.start();
        int before = store.appends().size();

        run.runner().resume("t1");

        assertEquals(before, store.appends().size());
    }

    @Test
    void decisionDuringAStepDoesNotMakeItAQuestion() {
        InMemoryThreadStore indexed = new InMemoryThreadStore();
        List<List<Question>> during = new ArrayList<>();
        TestStep destructive = TestStep.named("pay").effect(Effect.DESTRUCTIVE).body((text, context) -> {
            ThreadInbox.of(indexed).message("t1", "Hurry up");
            during.add(indexed.entry("t1").orElseThrow().standing().questions());
            return Outcome.returned();
        });

        ScriptedRun.of(TestLoop.of(destructive), ModelReply.calls(destructive.call("p", "x")), ModelReply.text("done"))
                .on(indexed)
                .start();

        assertEquals(List.of(List.of()), during);
    }

    @VerifiedRuns.NotVerified("the events are composed by hand")
    @Test
    void decisionKeepsTheStoredQuestionAboutAStep() {
        InMemoryThreadStore indexed = new InMemoryThreadStore();
        ScriptedRun run = ScriptedRun.of(TestLoop.of(pay), ModelReply.calls(pay.call("a", "x"), pay.call("b", "y")))
                .on(indexed);
        AgentThread thread = run.start();
        Question decision = question("a", Kind.DECISION);
        indexed.append(new Append(
                "t1",
                thread.events().size(),
                List.of(
                        new Event.Approved(DeskRunners.AT, "a", "alice", "", Optional.of("{\"text\":\"x\"}")),
                        new Event.StepStarted(DeskRunners.AT, "a", Effect.WRITE, "key", 3, "returns")),
                Optional.empty(),
                waiting(decision, question("b", Kind.APPROVAL))));

        ThreadInbox.of(indexed).approve("t1", "b", ALICE);
        assertEquals(
                List.of(decision), indexed.entry("t1").orElseThrow().standing().questions());

        ThreadInbox.of(indexed).message("t1", "Hurry up");
        assertEquals(
                List.of(decision), indexed.entry("t1").orElseThrow().standing().questions());
    }

    @Test
    void claimedThreadIsCorrected() {
        ScriptedRun run = run(TestLoop.of(pay), ModelReply.calls(pay.call("a", "x")));
        run.start();
        int before = store.appends().size();

        run.runner().drive(store.lease("t1", Duration.ofSeconds(30)).orElseThrow());

        assertEquals(before + 1, store.appends().size());
        assertEquals(waiting(question("a", Kind.APPROVAL)), store.standing());
    }

    @Test
    void runningStepIsNotAQuestion() {
        List<Standing> during = new ArrayList<>();
        TestStep destructive = TestStep.named("pay").effect(Effect.DESTRUCTIVE).body((text, context) -> {
            during.add(store.standing());
            throw new LostOutcomes.Killed();
        });
        ScriptedRun run = run(TestLoop.of(destructive), ModelReply.calls(destructive.call("p", "x")));

        run.start();

        assertEquals(List.of(runnable()), during);
        assertEquals(waiting(question("p", Kind.DECISION)), store.standing());
    }

    @Test
    void crashInADestructiveStepBecomesAQuestion() {
        LostOutcomes crashing = new LostOutcomes(store);
        TestStep destructive = TestStep.named("pay").effect(Effect.DESTRUCTIVE);
        ScriptedRun run = ScriptedRun.of(TestLoop.of(destructive), ModelReply.calls(destructive.call("p", "x")))
                .on(crashing);
        assertThrows(LostOutcomes.Killed.class, run::start);
        assertEquals(runnable(), store.standing());

        run.another(run.loop()).on(store).runner().resume("t1");

        assertEquals(waiting(question("p", Kind.DECISION)), store.standing());
    }

    @Test
    void failureOfTheLoopDoesNotLoseTheEvent() {
        TestLoop loop = TestLoop.of(look);
        AgentLoop failing = new DelegatingLoop(loop) {
            @Override
            public Command next(AgentThread thread) {
                if (thread.last() instanceof Event.ModelReplied) {
                    throw new IllegalStateException("next fails");
                }
                return super.next(thread);
            }
        };
        Runner runner = DeskRunners.builder(failing, ScriptedModel.of(ModelReply.text("paid for")))
                .store(store)
                .build();

        DriveException thrown = assertThrows(DriveException.class, () -> runner.start("go"));

        assertEquals("next fails", thrown.getCause().getMessage());
        assertInstanceOf(Event.ModelReplied.class, thrown.thread().last());
        assertEquals(runnable(), store.standing());
    }

    @Test
    void nextIsComputedOnceForEachVersion() {
        Set<Integer> sizes = new HashSet<>();
        List<Integer> repeated = new ArrayList<>();
        TestLoop loop = TestLoop.of(pay, look);
        AgentLoop counting = new DelegatingLoop(loop) {
            @Override
            public Command next(AgentThread thread) {
                if (!sizes.add(thread.events().size())) {
                    repeated.add(thread.events().size());
                }
                return super.next(thread);
            }
        };
        ScriptedModel model = ScriptedModel.of(ModelReply.calls(look.call("l", "y")), ModelReply.text("done"));
        Runner runner = DeskRunners.builder(counting, model).store(store).build();

        AgentThread thread = runner.start("go");

        assertEquals(5, thread.events().size());
        assertEquals(List.of(), repeated);
    }

    @Test
    void decisionWithoutALoopTakesTwoOperations() {
        run(TestLoop.of(pay), ModelReply.calls(pay.call("a", "x"))).start();
        int before = store.operations().size();

        ThreadInbox.of(store).approve("t1", "a", ALICE);

        assertEquals(
                List.of("load", "append"),
                store.operations().subList(before, store.operations().size()));
    }

    @Test
    void decisionOfARunnerReadsTheThreadOnce() {
        ScriptedRun run = run(TestLoop.of(pay), ModelReply.calls(pay.call("a", "x")), ModelReply.text("done"));
        run.start();
        int before = store.operations().size();

        run.runner().approve("t1", "a", ALICE);

        List<String> operations =
                store.operations().subList(before, store.operations().size());
        assertEquals(List.of("load", "append", "lease", "load from", "append"), operations.subList(0, 5));
        assertEquals(1, operations.stream().filter("load"::equals).count());
    }
}

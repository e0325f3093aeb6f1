package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.kinds;
import static dev.escapement.run.ScriptedRun.upTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.escapement.StepContext;
import dev.escapement.Verdict;
import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Tests of rule 1: a selected call is recorded before it runs, and the thread can stop in between. */
class SelectionTest {

    private final List<String> ran = new ArrayList<>();

    private final TestStep work = TestStep.named("work").body(this::run);
    private final TestStep close = TestStep.named("close").finishes();
    private final Call call = work.call("c1", "x");

    private Outcome run(String text, StepContext context) {
        ran.add(text);
        return Outcome.returned();
    }

    @Test
    void aCallIsStoredBeforeItsStepRuns() {
        ThreadStore store = new InMemoryThreadStore();
        List<String> storedWhenRun = new ArrayList<>();
        TestStep watched = work.body((text, context) -> {
            storedWhenRun.addAll(kinds(store.load("t1").orElseThrow()));
            return Outcome.returned();
        });

        ScriptedRun.of(TestLoop.of(watched), ModelReply.calls(call), ModelReply.text("done"))
                .with(builder -> builder.store(store))
                .start();

        assertEquals(List.of("ModelReplied", "StepStarted"), storedWhenRun);
    }

    @Test
    void stopBeforeSelectedCallResumesWithIt() {
        TestLoop loop = TestLoop.of(work, close);
        ScriptedRun first = ScriptedRun.of(loop, ModelReply.calls(call), ModelReply.calls(close.call("c2", "done")));
        AgentThread whole = first.start();
        ran.clear();

        ScriptedRun second = ScriptedRun.after(
                upTo(whole, Event.ModelReplied.class), loop, ModelReply.calls(close.call("c2", "done")));
        second.runner().resume("t1");

        assertEquals(List.of("x"), ran);
        assertEquals(whole, second.stored());
    }

    @Test
    void aCallThatStepsSelectIsStoredBeforeItRunsToo() {
        TestStep first = TestStep.named("first").selects(work);
        TestLoop loop = TestLoop.of(first, work);
        AgentThread whole = ScriptedRun.of(loop, ModelReply.calls(first.call("c1", "x")), ModelReply.text("done"))
                .start();
        ran.clear();

        ScriptedRun second = ScriptedRun.after(upTo(whole, Event.CallSelected.class), loop, ModelReply.text("done"));
        second.runner().resume("t1");

        assertEquals(List.of("x"), ran);
        assertEquals(whole, second.stored());
    }

    @Test
    void aGateStandsBetweenSelectionAndInvocation() {
        List<String> order = new ArrayList<>();
        TestStep gated = work.gate((text, thread) -> {
                    order.add("gate sees " + kinds(thread));
                    return Verdict.proceed();
                })
                .body((text, context) -> {
                    order.add("step");
                    return Outcome.returned();
                });

        AgentThread thread = ScriptedRun.of(TestLoop.of(gated), ModelReply.calls(call), ModelReply.text("done"))
                .start();

        assertEquals(List.of("gate sees [ModelReplied]", "step"), order);
        assertEquals(
                List.of("ModelReplied", "GatePassed", "StepStarted", "StepReturned", "ModelReplied"), kinds(thread));
    }

    @Test
    void aCallThatWaitsForAPersonHasNotRun() {
        ScriptedRun trial = ScriptedRun.of(TestLoop.of(work.asking("Run it?")), ModelReply.calls(call));

        trial.start();

        assertEquals(List.of(), ran);
        assertInstanceOf(Command.AwaitApproval.class, trial.next());
    }

    @Test
    void aCallOfAThreadThatWasStoppedBetweenTheTwoNeverRuns() {
        ScriptedRun trial = ScriptedRun.of(TestLoop.of(work.asking("Run it?")), ModelReply.calls(call));
        trial.start();

        trial.runner().cancel("t1", "never mind");
        trial.runner().resume("t1");

        assertEquals(List.of(), ran);
    }

    /** Even if the gate would now decide differently. */
    @Test
    void aVerdictIsRecordedAndNotAskedForAgain() {
        AtomicReference<Verdict> verdict = new AtomicReference<>(Verdict.proceed());
        List<String> asked = new ArrayList<>();
        TestStep gated = work.gate((text, thread) -> {
            asked.add(text);
            return verdict.get();
        });
        TestLoop loop = TestLoop.of(gated);
        AgentThread whole = ScriptedRun.of(loop, ModelReply.calls(call), ModelReply.text("done"))
                .start();
        verdict.set(Verdict.deny("not any more"));

        ScriptedRun second = ScriptedRun.after(upTo(whole, Event.GatePassed.class), loop, ModelReply.text("done"));
        second.runner().resume("t1");

        assertEquals(whole, second.stored());
        assertEquals(List.of("x"), asked);
    }
}

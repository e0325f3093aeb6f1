package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Effect;
import dev.escapement.Prefetch;
import dev.escapement.Verdict;
import dev.escapement.engine.ContextSource;
import dev.escapement.engine.Outcome;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that a thread can be stopped at any moment and its driver stops. The outcome of a running step is still
 * recorded, after the end. The listener receives each event once, in order.
 */
class CancellationTest {

    private final InMemoryThreadStore store = new InMemoryThreadStore();
    private final List<Event> heard = new ArrayList<>();

    private final TestStep cancels = TestStep.named("work").body((text, context) -> {
        cancel();
        return Outcome.returned();
    });
    private final TestStep plain = TestStep.named("plain").body((text, context) -> {
        throw new AssertionError("a stopped thread runs nothing");
    });

    private Runner runner;

    private Runner runner(TestLoop loop, Model model) {
        runner = DeskRunners.builder(loop, model)
                .store(store)
                .listener((thread, event) -> heard.add(event))
                .build();
        return runner;
    }

    private void cancel() {
        runner.cancel("t1", "enough");
    }

    private AgentThread stored() {
        return store.load("t1").orElseThrow();
    }

    @AfterEach
    void theListenerHeardOfEveryEventOnceAndInOrder() {
        assertEquals(stored().events(), heard);
    }

    @Test
    void whatAStepDidThatWasRunningIsRecordedAfterTheEnd() {
        ModelReply reply = ModelReply.calls(cancels.call("c1", "x"), plain.call("c2", "y"));

        AgentThread thread =
                runner(TestLoop.of(cancels, plain), request -> reply).start("go");

        assertEquals(List.of("ModelReplied", "StepStarted", "Stopped", "StepReturned"), kinds(thread));
    }

    @Test
    void aStepThatWasRunningDoesNotEndTheThreadASecondTime() {
        TestStep close = TestStep.named("close").finishes();
        TestStep closes = close.body((text, context) -> {
            cancel();
            return close.body().run(text, context);
        });
        ModelReply reply = ModelReply.calls(closes.call("c1", "x"));

        AgentThread thread = runner(TestLoop.of(closes), request -> reply).start("go");

        assertEquals(List.of("ModelReplied", "StepStarted", "Stopped", "Finished"), kinds(thread));
        assertEquals(
                NotWaitingException.Reason.ENDED,
                assertThrows(NotWaitingException.class, this::cancel).reason());
    }

    @Test
    void whatStepsDidThatRanSideBySideIsRecordedAfterTheEnd() {
        TestStep read = cancels.effect(Effect.READ);
        TestStep other = TestStep.named("other").effect(Effect.READ);
        ModelReply reply = ModelReply.calls(read.call("c1", "x"), other.call("c2", "y"));

        AgentThread thread = runner(TestLoop.of(read, other), request -> reply).start("go");

        assertEquals(
                List.of("ModelReplied", "StepStarted", "StepStarted", "Stopped", "StepReturned", "StepReturned"),
                kinds(thread));
    }

    /** The reply has already been paid for. */
    @Test
    void lateReplyIsRecordedAndItsCallsAreNotRun() {
        AgentThread thread = runner(TestLoop.of(plain), request -> {
                    cancel();
                    return ModelReply.calls(plain.call("c1", "x"));
                })
                .start("go");

        assertEquals(List.of("Stopped", "ModelReplied"), kinds(thread));
    }

    @Test
    void modelFailureAfterTheEndStillNotifies() {
        RuntimeException failure = DeskRunners.overloaded();
        Runner failing = runner(TestLoop.of(plain), request -> {
            cancel();
            throw failure;
        });

        DriveException thrown = assertThrows(DriveException.class, () -> failing.start("go"));

        assertSame(failure, thrown.getCause());

        assertEquals(List.of("Stopped"), kinds(stored()));
    }

    @Test
    void aVerdictThatComesAfterTheEndIsNotRecorded() {
        TestStep gated = plain.gate((text, thread) -> {
            cancel();
            return Verdict.proceed();
        });
        ModelReply reply = ModelReply.calls(gated.call("c1", "x"));

        AgentThread thread = runner(TestLoop.of(gated), request -> reply).start("go");

        assertEquals(List.of("ModelReplied", "Stopped"), kinds(thread));
    }

    @Test
    void contextThatComesAfterTheEndIsNotRecorded() {
        TestLoop loop = TestLoop.of(plain)
                .with(new ContextSource("tags", Prefetch.When.START))
                .fetching((source, thread) -> {
                    cancel();
                    return Outcome.returned();
                });

        AgentThread thread = runner(loop, request -> {
                    throw new AssertionError("a stopped thread asks nothing");
                })
                .start("go");

        assertEquals(List.of("Stopped"), kinds(thread));
    }

    @Test
    void stoppedThreadDoesNotStartAStep() {
        TestStep passed = plain.gate((text, thread) -> Verdict.proceed());
        Model model = request -> ModelReply.calls(passed.call("c1", "x"));
        runner = DeskRunners.builder(TestLoop.of(passed), model)
                .store(store)
                .listener((thread, event) -> {
                    heard.add(event);
                    if (event instanceof Event.GatePassed) {
                        cancel();
                    }
                })
                .build();

        AgentThread thread = runner.start("go");

        assertEquals(List.of("ModelReplied", "GatePassed", "Stopped"), kinds(thread));
    }

    @Test
    void aStoppedThreadStaysAsItIs() {
        ModelReply reply = ModelReply.calls(cancels.call("c1", "x"));
        AgentThread thread = runner(TestLoop.of(cancels), request -> reply).start("go");

        assertEquals(thread, runner.resume("t1"));
    }
}

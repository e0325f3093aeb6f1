package dev.escapement.processor.functional.agent.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.run.Append;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.ThreadStore;
import dev.escapement.testing.ForwardingStore;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Tests of actions of people between the starts of steps that run concurrently. */
class StartConflictTest {

    private final World world = new World();

    @Test
    void messagesDoNotUseUpTheAttemptsOfAStep() {
        ScenarioRun run = run(inbox -> inbox.message(ScenarioWorker.ID, Injection.TEXT));

        assertEquals(
                3,
                run.events().stream()
                        .filter(Event.MessageReceived.class::isInstance)
                        .count());
        for (String call : List.of("c1", "c2")) {
            assertEquals(
                    List.of(EventKind.STEP_STARTED, EventKind.STEP_RETURNED),
                    RecoveryRules.attempts(run, call).stream().map(Event::kind).toList());
        }
    }

    @Test
    void cancelledStepDoesNotRun() {
        ScenarioRun run = run(inbox -> inbox.cancel(ScenarioWorker.ID, "Enough."));

        assertEquals(EventKind.STOPPED, run.thread().last().kind());
        assertEquals(0, run.world().begun("t/1/c1"));
    }

    /** Runs two reading steps; an action precedes each of the first three starts of the second one. */
    private ScenarioRun run(Consumer<ThreadInbox> action) {
        ThreadStore store = new ActionBeforeStart(action);
        ScenarioWorker worker = new ScenarioWorker(
                InjectionPoint.READ_ON_AN_EXECUTOR.scenario(),
                world,
                store,
                UncertainStepDecision.LOOK_IT_UP,
                ForkJoinPool.commonPool());
        return new ScenarioRun(worker.run(), worker.requests(), worker.deeds(), world);
    }

    /** A store in which a person acts directly before the start of a step is appended. */
    private static final class ActionBeforeStart extends ForwardingStore {

        private final Consumer<ThreadInbox> action;
        private int actions;

        ActionBeforeStart(Consumer<ThreadInbox> action) {
            super(new InMemoryThreadStore());
            this.action = action;
        }

        @Override
        public void append(Append append) {
            if (actions < 3 && append.events().stream().anyMatch(ActionBeforeStart::isStartOfSecond)) {
                actions++;
                action.accept(ThreadInbox.of(this));
            }
            super.append(append);
        }

        private static boolean isStartOfSecond(Event event) {
            return event instanceof Event.StepStarted started
                    && started.callId().equals("c2");
        }
    }
}

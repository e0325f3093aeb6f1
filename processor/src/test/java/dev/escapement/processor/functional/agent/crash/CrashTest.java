package dev.escapement.processor.functional.agent.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Effect;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Event;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of crashes at every point of a thread. A new process reads the stored events from JSON and continues with its
 * own agent, loop and runner.
 */
@ExtendWith(QuietLog.class)
class CrashTest {

    /** A person decides only about a DESTRUCTIVE step, because the program cannot know that it has not run. */
    @TestFactory
    Stream<DynamicTest> aThreadStoppedAfterAnyEventEndsAsIfItHadNotBeen() {
        return Scenarios.all().stream().flatMap(scenario -> {
            ScenarioRun whole = ScenarioRun.uninterrupted(scenario);
            return IntStream.rangeClosed(1, whole.events().size())
                    .mapToObj(stored -> test(scenario, whole, stored, () -> {
                        ScenarioRun played =
                                ScenarioRun.crashedAfter(scenario, stored, UncertainStepDecision.LOOK_IT_UP);

                        ExpectedThread expected = new ExpectedThread(whole, stored);
                        expected.assertSameThread(played);
                        expected.assertSameRequests(played);
                        expected.assertDoneOnce(played);
                    }));
        });
    }

    @TestFactory
    Stream<DynamicTest> aThreadInAFileMayHaveAnotherProcessForEachEvent(@TempDir Path folder) {
        return Scenarios.all().stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> {
                    ScenarioRun whole = ScenarioRun.uninterrupted(scenario);
                    AtomicInteger processes = new AtomicInteger();

                    ScenarioRun played = ScenarioRun.crashedAfterEachEvent(
                            scenario, folder.resolve(scenario.name()), processes::set);

                    List<Event> events = whole.events();
                    IntPredicate crashed = index -> !(events.get(index) instanceof Event.StepStarted);
                    assertEquals(
                            IntStream.range(0, events.size()).filter(crashed).count() + 1, processes.get());
                    ExpectedThread expected = new ExpectedThread(whole, events.size());
                    expected.assertSameThread(crashed, played);
                    expected.assertChangedOnce(played);
                }));
    }

    /**
     * A step, a gate, a context fetch or a model request has completed, but was not stored: it is repeated, a step with
     * the same key. A person confirms that DESTRUCTIVE steps may be repeated.
     */
    @TestFactory
    Stream<DynamicTest> whatWasDoneAndNotStoredIsDoneAgainUnderTheSameKey() {
        return Scenarios.all().stream().flatMap(scenario -> {
            ScenarioRun whole = ScenarioRun.uninterrupted(scenario);
            return IntStream.range(1, whole.events().size())
                    .mapToObj(stored -> test(scenario, whole, stored, () -> {
                        ScenarioRun played = ScenarioRun.crashedBefore(scenario, stored, UncertainStepDecision.RERUN);

                        ExpectedThread expected = new ExpectedThread(whole, stored);
                        expected.assertSameThread(played);
                        expected.assertSameRequests(played);
                        expected.assertLostDoneTwice(played);
                    }));
        });
    }

    /** The person answers what the step would have answered. */
    @TestFactory
    Stream<DynamicTest> aDestructiveStepThatAPersonConfirmsIsNotDoneAgain() {
        return Scenarios.all().stream().flatMap(scenario -> {
            ScenarioRun whole = ScenarioRun.uninterrupted(scenario);
            return IntStream.range(1, whole.events().size())
                    .filter(stored -> isDestructiveStart(whole.events().get(stored - 1)))
                    .mapToObj(stored -> test(scenario, whole, stored, () -> {
                        Event.OfCall lost = (Event.OfCall) whole.events().get(stored);
                        AnsweredByPerson answered = LostOutcome.answered(lost);

                        ScenarioRun played =
                                ScenarioRun.crashedBefore(scenario, stored, (wait, flow, world) -> answered.answer());

                        ExpectedThread expected = new ExpectedThread(whole, stored);
                        expected.assertSameThread(answered, played);
                        expected.assertDoneOnce(played);
                    }));
        });
    }

    private static boolean isDestructiveStart(Event event) {
        return event instanceof Event.StepStarted started && started.effect() == Effect.DESTRUCTIVE;
    }

    private static DynamicTest test(Scenario scenario, ScenarioRun whole, int stored, Runnable test) {
        String last = whole.events().get(stored - 1).getClass().getSimpleName();
        return DynamicTest.dynamicTest(scenario + ", " + stored + " stored, the last is " + last, test::run);
    }
}

package dev.escapement.processor.functional.agent.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.thread.Event;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of exceptions, errors, interruptions and kills in the middle of every step of every scenario, once and in each
 * attempt. The expected attempts are those of {@link RecoveryTable}; the effects are counted in the world.
 */
@ExtendWith(QuietLog.class)
class StepFaultTest {

    private static final int EACH_TIME = Integer.MAX_VALUE;

    @TestFactory
    Stream<DynamicTest> faultInOneAttempt() {
        return inMemory(1, UncertainStepDecision.LOOK_IT_UP);
    }

    @TestFactory
    Stream<DynamicTest> faultInEachAttempt() {
        return inMemory(EACH_TIME, UncertainStepDecision.GIVE_UP);
    }

    private static Stream<DynamicTest> inMemory(int times, UncertainStepDecision policy) {
        return Scenarios.all().stream()
                .flatMap(scenario -> Stream.of(StepFault.values())
                        .flatMap(fault -> Stream.of(World.Moment.values())
                                .map(moment -> DynamicTest.dynamicTest(scenario + ", " + fault + " " + moment, () -> {
                                    for (StepCall step : StepCall.of(ScenarioRun.uninterrupted(scenario))) {
                                        verify(scenario, step, new Disturbed(fault, moment, times, policy));
                                    }
                                }))));
    }

    /** Each step has the fault in its first attempt. The table of one step does not apply, but the rules do. */
    @TestFactory
    Stream<DynamicTest> faultOfEachStepOfAThreadInFiles(@TempDir Path directory) {
        return Scenarios.all().stream()
                .flatMap(scenario -> Stream.of(StepFault.values()).map(fault -> {
                    String name = scenario + ", " + fault;
                    Disturbed disturbed = new Disturbed(fault, World.Moment.AFTER, 1, UncertainStepDecision.LOOK_IT_UP);
                    return DynamicTest.dynamicTest(name, () -> {
                        ScenarioRun played = run(scenario, Disk.files(directory.resolve(name)), disturbed, key -> true);

                        RecoveryRules.verify(played, name);
                        verifyDestructiveOnce(played, name);
                    });
                }));
    }

    /** A fault and its circumstances. */
    private record Disturbed(StepFault fault, World.Moment moment, int times, UncertainStepDecision policy) {}

    private static ScenarioRun run(Scenario scenario, Disk disk, Disturbed disturbed, Predicate<String> keys) {
        StepFault fault = disturbed.fault();
        // A kill ends all steps of the process, and the order of concurrent ones is not defined.
        return new FaultRun(
                        scenario,
                        disk,
                        fault == StepFault.KILL ? Runnable::run : ForkJoinPool.commonPool(),
                        disturbed.policy())
                .with(new FaultyStep(fault, disturbed.moment(), keys, disturbed.times()));
    }

    private static void verify(Scenario scenario, StepCall step, Disturbed disturbed) {
        StepFault fault = disturbed.fault();
        ScenarioRun played = run(scenario, Disk.memory(), disturbed, step.key()::equals);

        String where = disturbed + " in " + step;
        new RecoveryTable(step, disturbed.moment(), disturbed.policy())
                .verify(played, fault, disturbed.times() > 1, where);
        verifyDestructiveOnce(played, where);
    }

    /** The person lets a step run again only after it had no effect. */
    private static void verifyDestructiveOnce(ScenarioRun played, String where) {
        for (Event event : played.events()) {
            if (event instanceof Event.StepStarted started && started.effect() == Effect.DESTRUCTIVE) {
                assertTrue(played.world().effects(started.idempotencyKey()) <= 1, () -> where + ": " + started);
            }
        }
    }
}

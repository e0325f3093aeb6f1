package dev.escapement.processor.functional.agent.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.ThreadInbox;
import dev.escapement.thread.EventKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of actions of people during steps that then end with an unknown outcome. The recovery is the same as without the
 * action, except that a cancelled thread does not recover.
 */
@ExtendWith(QuietLog.class)
class FaultAfterActionTest {

    @TestFactory
    Stream<DynamicTest> faultAfterAnActionInMemory() {
        return tests(name -> Disk.memory(), StepFault.EXCEPTION, StepFault.INTERRUPTION, StepFault.KILL);
    }

    @TestFactory
    Stream<DynamicTest> faultAfterAnActionInFiles(@TempDir Path directory) {
        return tests(name -> Disk.files(directory.resolve(name)), StepFault.KILL);
    }

    private static Stream<DynamicTest> tests(Function<String, Disk> disks, StepFault... faults) {
        return Arrays.stream(InjectionPoint.values())
                .filter(point -> !point.callId().isEmpty())
                .flatMap(point -> Arrays.stream(Injection.values())
                        .filter(injection -> point.hasOpenCalls() || !injection.concernsAnOpenCall())
                        .flatMap(injection -> Stream.of(faults).map(fault -> test(point, injection, fault, disks))));
    }

    private static DynamicTest test(
            InjectionPoint point, Injection injection, StepFault fault, Function<String, Disk> disks) {
        String name = fault + " after " + injection + " during " + point;
        return DynamicTest.dynamicTest(name, () -> {
            Scenario scenario = point.scenario();
            StepCall step = StepCall.of(ScenarioRun.uninterrupted(scenario)).stream()
                    .filter(call -> call.callId().equals(point.callId()))
                    .findFirst()
                    .orElseThrow();

            ScenarioRun run = new FaultRun(
                            scenario,
                            disks.apply(name),
                            fault == StepFault.KILL ? Runnable::run : ForkJoinPool.commonPool(),
                            UncertainStepDecision.LOOK_IT_UP)
                    .with(faultAfter(point, injection, fault));

            assertTrue(run.events().stream().anyMatch(event -> event.kind() == injection.kind()), "the action is lost");
            RecoveryTable table = new RecoveryTable(step, World.Moment.AFTER, UncertainStepDecision.LOOK_IT_UP);
            if (injection == Injection.CANCELLATION) {
                assertEquals(EventKind.STOPPED, run.thread().end().orElseThrow().kind());
                List<EventKind> recorded = table.firstAttempt(fault);
                assertEquals(
                        recorded,
                        RecoveryRules.attempts(run, point.callId()).stream()
                                .map(event -> event.kind())
                                .toList());
                assertEquals(1, run.world().begun(step.key()));
            } else {
                table.verify(run, fault, false, name);
                assertEquals(
                        EventKind.FINISHED, run.thread().end().orElseThrow().kind(), run.events()::toString);
            }
        });
    }

    private static FaultRun.Fault faultAfter(InjectionPoint point, Injection injection, StepFault fault) {
        AtomicBoolean happened = new AtomicBoolean();
        return (store, disk, world) -> {
            world.disturbedBy((when, entry) -> {
                if (when == World.Moment.AFTER && entry.what().equals(point.deed()) && !happened.getAndSet(true)) {
                    injection.into(ThreadInbox.of(store, new WorkshopLoop(new Workshop(world))));
                    fault.happen(store);
                }
            });
            return store;
        };
    }
}

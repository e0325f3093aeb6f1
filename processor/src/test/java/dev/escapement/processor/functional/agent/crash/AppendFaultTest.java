package dev.escapement.processor.functional.agent.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of faults in the middle of every append. A process that survives the fault, or the next one, continues. Steps
 * whose outcome was not stored run again; a person permits it for DESTRUCTIVE steps.
 */
@ExtendWith(QuietLog.class)
class AppendFaultTest {

    @TestFactory
    Stream<DynamicTest> faultInMemoryChangesNothingButAttempts() {
        Set<AppendFault> faults = EnumSet.complementOf(EnumSet.of(AppendFault.TORN_LINE));
        return Scenarios.all().stream().flatMap(scenario -> {
            ScenarioRun whole = ScenarioRun.uninterrupted(scenario);
            return faults.stream()
                    .map(fault -> DynamicTest.dynamicTest(scenario + ", " + fault, () -> {
                        for (int i = 0; i < whole.events().size(); i++) {
                            verify(scenario, whole, fault, i, Disk.memory());
                        }
                    }));
        });
    }

    @TestFactory
    Stream<DynamicTest> tornLineChangesNothingButAttempts(@TempDir Path directory) {
        return Scenarios.all().stream().map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> {
            ScenarioRun whole = ScenarioRun.uninterrupted(scenario);
            for (int i = 0; i < whole.events().size(); i++) {
                Disk disk = Disk.files(directory.resolve(scenario.name() + i));
                verify(scenario, whole, AppendFault.TORN_LINE, i, disk);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> interruptedWriteToAFileIsCompleted(@TempDir Path directory) {
        return Scenarios.all().stream()
                .filter(scenario -> List.of("orders closed", "everything asked", "production deployed")
                        .contains(scenario.name()))
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> {
                    ScenarioRun whole = ScenarioRun.uninterrupted(scenario);
                    for (int i = 0; i < whole.events().size(); i++) {
                        Disk disk = Disk.files(directory.resolve(scenario.name() + i));
                        verify(scenario, whole, AppendFault.INTERRUPTION_BEFORE, i, disk);
                    }
                }));
    }

    private static void verify(Scenario scenario, ScenarioRun whole, AppendFault fault, int position, Disk disk) {
        ScenarioRun played = new FaultRun(
                        scenario, disk, ForkJoinPool.commonPool(), UncertainStepDecision.RERUN)
                .with(fault, position);

        String where = fault + " at the append of " + whole.events().get(position);
        int lastStored = fault.stored() ? position : position - 1;
        assertEquals(
                ExpectedThread.timeless(Restarts.after(whole.events(), index -> index == lastStored)),
                ExpectedThread.timeless(played.events()),
                where);
        RecoveryRules.verify(played, where);
        assertEquals(whole.world().changes(), played.world().changes(), where);
    }
}

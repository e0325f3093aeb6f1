package dev.escapement.processor.functional.agent.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.thread.EventKind;
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
                            verify(scenario, whole, fault, i);
                        }
                    }));
        });
    }

    @TestFactory
    Stream<DynamicTest> faultInFilesChangesNothingButAttempts(@TempDir Path directory) {
        return Scenarios.all().stream()
                .flatMap(scenario -> Stream.of(AppendFault.TORN_LINE, AppendFault.INTERRUPTION_BEFORE)
                        .flatMap(fault -> Stream.of(true, false).map(odd -> {
                            String name = scenario + ", " + fault + (odd ? ", odd" : ", even");
                            return DynamicTest.dynamicTest(
                                    name, () -> verifyEverySecond(scenario, fault, odd, directory.resolve(name)));
                        })));
    }

    private static void verifyEverySecond(Scenario scenario, AppendFault fault, boolean odd, Path directory) {
        ScenarioRun whole = ScenarioRun.uninterrupted(scenario);

        ScenarioRun played = run(scenario, Disk.files(directory), FaultyAppend.atEverySecond(fault, odd));

        assertEquals(withoutStarts(whole), withoutStarts(played));
        RecoveryRules.verify(played, "" + fault);
        assertEquals(whole.world().changes(), played.world().changes());
    }

    /** Returns the events except attempts, sorted, because a rejection can precede or follow an attempt. */
    private static List<String> withoutStarts(ScenarioRun run) {
        return run.events().stream()
                .filter(event -> event.kind() != EventKind.STEP_STARTED)
                .filter(event -> event.kind() != EventKind.ANSWERED_BY_PERSON)
                .map(event -> ExpectedThread.timeless(List.of(event)))
                .sorted()
                .toList();
    }

    private static ScenarioRun run(Scenario scenario, Disk disk, FaultRun.Fault fault) {
        return new FaultRun(scenario, disk, ForkJoinPool.commonPool(), UncertainStepDecision.RERUN).with(fault);
    }

    private static void verify(Scenario scenario, ScenarioRun whole, AppendFault fault, int position) {
        ScenarioRun played = run(scenario, Disk.memory(), FaultyAppend.at(position, fault));

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

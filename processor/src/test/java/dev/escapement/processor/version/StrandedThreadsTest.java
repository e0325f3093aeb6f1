package dev.escapement.processor.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.LockText;
import dev.escapement.engine.Replay;
import dev.escapement.engine.StepVersions;
import dev.escapement.internal.lock.LockComparison;
import dev.escapement.thread.StepVersion;
import dev.escapement.tool.Call;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that the comparison with the lock file, the replay and the continuation of stored threads agree on the threads
 * that a change of the agent strands.
 */
class StrandedThreadsTest {

    /** Each change without and with a conversion of the earlier form. */
    private static final int CHANGES = 2 * Mutation.values().length;

    private static final long SEED = 17;

    /** The changes that strand threads unless the earlier forms are converted. */
    private static final Set<Mutation> STRANDING = EnumSet.of(
            Mutation.REMOVED_STEP,
            Mutation.RENAMED_TOOL,
            Mutation.REQUIRED_ARGUMENT,
            Mutation.REMOVED_ARGUMENT,
            Mutation.NARROWED_ARGUMENT,
            Mutation.RENAMED_ARGUMENT,
            Mutation.RETYPED_ARGUMENT,
            Mutation.REMOVED_CONSTANT,
            Mutation.NARROWED_REPLY,
            Mutation.NARROWED_RESULT,
            Mutation.OTHER_DELEGATE,
            Mutation.FORMATTED_ARGUMENT,
            Mutation.REMOVED_DELEGATION);

    /**
     * The changes after which the events of some threads diverge, although the lock file permits the change and the threads
     * can continue.
     */
    private static final Set<Mutation> HARMLESS = EnumSet.of(
            Mutation.EFFECT,
            Mutation.ADDED_GATE,
            Mutation.REMOVED_GATE,
            Mutation.WITHHELD,
            Mutation.DELEGATION,
            Mutation.REMOVED_JOIN);

    @TempDir
    private Path folder;

    @Test
    void predicatesAgreeForEachChange() throws Exception {
        Random random = new Random(SEED);
        AgentSource agent = AgentSource.random(random);
        try (CompiledAgents first = CompiledAgents.of(Map.of("base", agent), folder.resolve("first"))) {
            AgentLoop base = first.loop("base");
            List<PausedThread> threads = PausedThread.of(agent, base, first.children("base"));
            Map<String, StepVersion> versions = StepVersions.of(base);
            Map<String, Mutation> mutations = new LinkedHashMap<>();
            Map<String, AgentSource> changed = new LinkedHashMap<>();
            for (int i = 0; i < CHANGES; i++) {
                Mutation mutation = Mutation.values()[i % Mutation.values().length];
                mutations.put("v" + i, mutation);
                changed.put("v" + i, mutation.apply(agent, random, versions, i >= Mutation.values().length));
            }
            List<String> disagreements = new ArrayList<>();
            Set<Mutation> stranding = EnumSet.noneOf(Mutation.class);
            Set<Mutation> harmless = EnumSet.noneOf(Mutation.class);
            int stranded = 0;
            try (CompiledAgents second = CompiledAgents.of(changed, folder.resolve("second"))) {
                for (String version : changed.keySet()) {
                    Release release = new Release(second, version);
                    String change = mutations.get(version) + " " + version;
                    int found = compare(change, base, threads, release, disagreements);
                    stranded += found;
                    if (found > 0) {
                        stranding.add(mutations.get(version)); // and the lock file reports the change
                    } else if (diverges(threads, release)) {
                        harmless.add(mutations.get(version));
                    }
                }
            }
            assertEquals("", String.join("\n", disagreements));
            stranding.remove(Mutation.FLOW); // depends on the step
            assertEquals(STRANDING, stranding);
            harmless.remove(Mutation.FLOW);
            assertEquals(HARMLESS, harmless);
            assertTrue(stranded > CHANGES, "only " + stranded + " stranded threads");
        }
    }

    /** Compares the predicates for all threads of a release, and returns the number of stranded threads. */
    private static int compare(
            String change, AgentLoop base, List<PausedThread> threads, Release release, List<String> disagreements)
            throws Exception {
        Set<String> locked =
                LockComparison.strandedTools(LockText.of(base), LockText.of(release.loop()), release.successors());
        Set<String> stranded = new TreeSet<>();
        int count = 0;
        for (PausedThread paused : threads) {
            List<Call> calls = Replay.stranded(release.loop(), paused.thread());
            boolean replayed = !calls.isEmpty();
            boolean verified = Replay.verify(release.loop(), paused.thread()).isVerified();
            String failure = release.failure(paused);
            if (replayed == failure.isEmpty()) {
                disagreements.add(change + ": " + paused + " replay=" + replayed + " continued: " + failure);
            } else if (replayed && verified) {
                disagreements.add(change + ": " + paused + " is stranded, but verified");
            }
            if (!failure.isEmpty()) {
                calls.forEach(call -> stranded.add(call.tool()));
                count++;
            }
        }
        if (!locked.equals(stranded)) {
            disagreements.add(change + ": locked " + locked + ", but stranded " + stranded);
        }
        return count;
    }

    private static boolean diverges(List<PausedThread> threads, Release release) {
        return threads.stream()
                .anyMatch(paused ->
                        !Replay.verify(release.loop(), paused.thread()).isVerified());
    }

    @Test
    void pausedThreadsHaveEachQuestion() throws Exception {
        AgentSource agent = AgentSource.random(new Random(SEED));
        try (CompiledAgents compiled = CompiledAgents.of(Map.of("base", agent), folder)) {
            Release release = new Release(compiled, "base");
            List<PausedThread> threads = PausedThread.of(agent, compiled.loop("base"), compiled.children("base"));

            assertEquals(
                    EnumSet.allOf(PausedThread.Question.class),
                    threads.stream()
                            .map(PausedThread::question)
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(PausedThread.Question.class))));
            for (PausedThread paused : threads) {
                assertEquals("", release.failure(paused), paused::toString);
                assertEquals(List.of(), Replay.stranded(compiled.loop("base"), paused.thread()), paused::toString);
            }
        }
    }
}

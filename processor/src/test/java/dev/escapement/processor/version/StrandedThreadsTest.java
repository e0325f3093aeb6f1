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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
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
     * The changes after which the events of some threads diverge, although these threads can continue. A child whose step
     * was changed is not included: its parent continues, too.
     */
    private static final Set<Mutation> HARMLESS = EnumSet.of(
            Mutation.EFFECT,
            Mutation.ADDED_GATE,
            Mutation.REMOVED_GATE,
            Mutation.WITHHELD,
            Mutation.DELEGATION,
            Mutation.REMOVED_JOIN);

    /**
     * The numbers of threads whose join does not apply to the child, without and with a conversion. Two steps delegate, and
     * have three threads each: two of their results are outside of narrower bounds.
     */
    private static final Map<Mutation, List<Long>> UNREAD =
            Map.of(Mutation.NARROWED_CHILD_RESULT, List.of(4L, 0L), Mutation.OTHER_DELEGATE, List.of(6L, 6L));

    @TempDir
    private Path folder;

    @Test
    void predicatesAgreeForEachChange() throws Exception {
        Random random = new Random(SEED);
        AgentSource agent = AgentSource.random(random);
        try (CompiledAgents first = CompiledAgents.of(Map.of("base", agent), folder.resolve("first"))) {
            AgentLoop base = first.loop("base");
            List<PausedThread> threads = PausedThread.of(agent, base, first.children("base"));
            Map<String, StepVersion> versions = new TreeMap<>(StepVersions.of(base));
            for (AgentLoop child : first.children("base")) {
                versions.putAll(StepVersions.of(child));
            }
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
            Map<Mutation, List<Long>> unread = new EnumMap<>(Mutation.class);
            int stranded = 0;
            try (CompiledAgents second = CompiledAgents.of(changed, folder.resolve("second"))) {
                for (String version : changed.keySet()) {
                    Release release = new Release(second, version);
                    Mutation mutation = mutations.get(version);
                    Comparison found = compare(mutation + " " + version, base, threads, release);
                    disagreements.addAll(found.disagreements());
                    stranded += found.stranded();
                    if (found.stranded() > 0) {
                        stranding.add(mutation); // and the lock file reports the change
                    }
                    if (found.diverging() > 0) {
                        harmless.add(mutation);
                    }
                    if (UNREAD.containsKey(mutation)) {
                        unread.computeIfAbsent(mutation, any -> new ArrayList<>())
                                .add(unread(threads, release));
                    }
                }
            }
            assertEquals("", String.join("\n", disagreements));
            stranding.remove(Mutation.FLOW); // depends on the step
            assertEquals(STRANDING, stranding);
            harmless.remove(Mutation.FLOW);
            assertEquals(HARMLESS, harmless);
            assertTrue(stranded > CHANGES, "only " + stranded + " stranded threads");
            assertEquals(UNREAD, unread);
        }
    }

    /**
     * The comparison of the predicates for all threads of a release.
     *
     * @param disagreements the threads and the change about which the predicates disagree
     * @param stranded the number of stranded threads
     * @param diverging the number of other threads whose events diverge, without children of steps that stored threads
     *     cannot run any more
     */
    private record Comparison(List<String> disagreements, int stranded, int diverging) {}

    private static Comparison compare(String change, AgentLoop base, List<PausedThread> threads, Release release)
            throws Exception {
        Set<String> locked =
                LockComparison.strandedTools(LockText.of(base), LockText.of(release.loop()), release.successors());
        List<String> disagreements = new ArrayList<>();
        Set<String> stranded = new TreeSet<>();
        int count = 0;
        int diverging = 0;
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
            diverging += replayed || verified || (paused.hasChild() && locked.contains(paused.tool())) ? 0 : 1;
        }
        if (!locked.equals(stranded)) {
            disagreements.add(change + ": locked " + locked + ", but stranded " + stranded);
        }
        return new Comparison(disagreements, count, diverging);
    }

    /** Returns the number of threads whose child's result the model reads in place of the join. */
    private static long unread(List<PausedThread> threads, Release release) throws Exception {
        long count = 0;
        for (PausedThread paused : threads) {
            boolean joins = paused.question() == PausedThread.Question.JOIN;
            count += joins && release.leavesUnread(paused) ? 1 : 0;
        }
        return count;
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

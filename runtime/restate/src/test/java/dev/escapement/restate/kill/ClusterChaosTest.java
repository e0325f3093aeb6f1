package dev.escapement.restate.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.restate.server.Polling;
import dev.escapement.restate.server.RestateCluster;
import dev.escapement.restate.server.RestateExtension;
import dev.escapement.run.StoreException;
import dev.escapement.run.ThreadIndex.Page;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.run.ThreadQuery;
import dev.escapement.testkit.ThreadVerifier;
import dev.escapement.thread.AgentThread;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that each of many threads ends, and that their effects obey the rules, if nodes of the cluster and instances of the
 * service are killed. The system property {@code chaos.seed} sets the seed.
 */
@Tag("cluster")
@ExtendWith(RestateExtension.class)
class ClusterChaosTest {

    private static final int THREADS = Integer.getInteger("chaos.threads", 200);
    private static final long SEED = Long.getLong("chaos.seed", System.nanoTime());
    private static final Duration KILLS = Duration.ofSeconds(Integer.getInteger("chaos.seconds", 60));
    private static final Duration REST = Duration.ofMinutes(5);

    /** The time in which at least one node and one instance are killed. */
    private static final int KILL_SECONDS = 20;

    private static final String STUCK = "SELECT status, target_handler_name, target_service_key, last_failure"
            + " FROM sys_invocation WHERE status <> 'completed'";

    private final ChaosFigures figures = new ChaosFigures();

    @TempDir
    private Path directory;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void threadsEndWithTheirEffects(RestateCluster cluster) throws Exception {
        System.out.println("Seed " + SEED + ", " + THREADS + " threads");
        EffectFile effects = new EffectFile(directory.resolve("effects"));
        List<String> ids =
                IntStream.range(0, THREADS).mapToObj(i -> "order-" + i).toList();
        try (ChaosKiller killer = new ChaosKiller(cluster, effects, figures, SEED);
                InstanceProxy proxy = InstanceProxy.start(killer.startInstances());
                ClusterPeople people = new ClusterPeople(cluster, effects, figures, SEED)) {
            cluster.register(proxy.address());
            people.start(ids);
            Polling.until(REST, () -> people.confirmed().size() == ids.size(), () -> "Threads have not started.");
            people.decide(); // until then, all threads are open
            killer.run(KILLS);
            figures.add("threads that run at the end of the kills", open(people).size());
            awaitEnds(people, ids, cluster, killer);
            verify(people, ids, effects, killer.kills());
            awaitNoInvocations(cluster);
        } finally {
            System.out.println(figures);
        }
        requireKills();
        assertEquals(List.of(), figures.violations());
    }

    /** Requires that the kills have affected threads: about each second one is of a node. */
    private void requireKills() {
        long kills = Math.max(1, KILLS.toSeconds() / KILL_SECONDS);
        figures.requireAtLeast("kills of nodes", kills);
        figures.requireAtLeast("kills of service instances", kills);
        figures.requireAtLeast("kills during an execution", kills);
        figures.requireAtLeast("threads that are open during a kill", THREADS * 9 / 10);
        figures.requireAtLeast("threads that are executed during a kill", Math.max(1, THREADS / 10));
        figures.requireAtLeast("repeated starts", 1);
    }

    private void awaitEnds(ClusterPeople people, List<String> ids, RestateCluster cluster, ChaosKiller killer)
            throws InterruptedException {
        long begin = System.nanoTime();
        try {
            Polling.until(
                    REST,
                    () -> {
                        List<ThreadEntry> all = entries(people);
                        return all.size() >= ids.size()
                                && people.confirmed().size() == ids.size()
                                && all.stream()
                                        .allMatch(entry ->
                                                entry.standing().phase().isEnd());
                    },
                    () -> "Threads have not ended.");
        } catch (IllegalStateException e) {
            open(people).forEach(System.out::println);
            cluster.sql(STUCK).forEach(System.out::println);
            System.out.println(killer.output());
            throw e;
        }
        figures.add(
                "seconds from the last kill to the last end",
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }

    private static List<ThreadEntry> open(ClusterPeople people) throws InterruptedException {
        List<ThreadEntry> open = new ArrayList<>();
        Polling.until(
                Polling.LIMIT,
                () -> {
                    open.clear();
                    entries(people).stream()
                            .filter(entry -> !entry.standing().phase().isEnd())
                            .forEach(open::add);
                    return true;
                },
                () -> "The index does not answer.");
        return open;
    }

    private static List<ThreadEntry> entries(ClusterPeople people) throws IOException {
        List<ThreadEntry> entries = new ArrayList<>();
        Optional<String> next = Optional.empty();
        try {
            do {
                ThreadQuery query = ThreadQuery.all().limit(500);
                Page<ThreadEntry> page =
                        people.store().threads(next.map(query::after).orElse(query));
                entries.addAll(page.entries());
                next = page.next();
            } while (next.isPresent());
        } catch (StoreException e) {
            throw new IOException("The index does not answer.", e);
        }
        return entries;
    }

    private void verify(ClusterPeople people, List<String> ids, EffectFile effects, List<Instant> kills)
            throws IOException {
        ParcelInspectorLoop inspector = new ParcelInspectorLoop(new ParcelInspector((context, effect) -> ""));
        List<AgentThread> threads = new ArrayList<>();
        ChaosAudit audit = new ChaosAudit(figures);
        for (ThreadEntry entry : entries(people)) {
            figures.require(!entry.parked(), entry.id() + " is parked.");
            AgentThread thread = people.store().load(entry.id()).orElseThrow();
            threads.add(thread);
            audit.add(thread);
            figures.add("threads: " + thread.status(), 1);
        }
        figures.add("sub-agents", threads.size() - ids.size());
        Map<String, AgentThread> confirmed = people.confirmed();
        for (AgentThread thread : threads) {
            AgentThread before = confirmed.getOrDefault(thread.id(), thread);
            int size = before.events().size();
            boolean kept = thread.events().size() >= size
                    && thread.events().subList(0, size).equals(before.events());
            figures.require(kept, thread.id() + " lost confirmed events.");
        }
        audit.check(effects.read());
        audit.addKills(kills, threads);
        var report = ThreadVerifier.of(people.loop(), inspector).threads(threads);
        figures.add("verified threads", report.verified());
        figures.require(report.isVerified(), report.toString());
    }

    private static void awaitNoInvocations(RestateCluster cluster) throws InterruptedException {
        List<Map<String, String>> open = new ArrayList<>();
        Polling.until(
                Polling.LIMIT,
                () -> {
                    open.clear();
                    open.addAll(cluster.sql(STUCK));
                    return open.isEmpty();
                },
                () -> "Invocations have not ended: " + open);
    }
}

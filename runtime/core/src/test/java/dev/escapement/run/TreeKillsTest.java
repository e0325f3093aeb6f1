package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of random trees whose processes are killed after random numbers of appends, again and again, and continued by
 * runners of all agents, by workers of one agent, and by people. {@code -Dtree.kills.trees=…} changes the number of trees,
 * and {@code -Dtree.kills.seed=…} the first seed.
 */
class TreeKillsTest {

    private static final int TREES = Integer.getInteger("tree.kills.trees", 25);
    private static final long SEED = Long.getLong("tree.kills.seed", 17);
    private static final int MAX_APPENDS = 6;
    private static final int MAX_PROCESSES = 1_000;

    @TempDir
    Path folder;

    /** The storage of all processes. */
    private interface Disk {
        ThreadStore open() throws IOException;
    }

    /** Returns the events of a tree by thread, in an order that does not depend on that of the children. */
    private static Map<String, String> events(ThreadStore store) {
        Map<String, String> events = new TreeMap<>();
        for (AgentThread thread : RandomTeam.tree(store, "t1")) {
            assertTrue(thread.hasEnded(), thread::toString);
            events.put(
                    thread.id(),
                    thread.events().stream()
                            .filter(TreeKillsTest::isExpected)
                            .map(TreeKillsTest::normalized)
                            .sorted()
                            .collect(Collectors.joining("\n")));
        }
        return events;
    }

    /** Returns whether an event does not depend on the processes: further attempts, and versions recorded later, do. */
    private static boolean isExpected(Event event) {
        return event.kind() != EventKind.AGENT_UPDATED
                && (!(event instanceof Event.StepStarted started) || started.attempt() == 1);
    }

    /** Returns an event without its times, and without the budget and versions, which only a runner of the child knows. */
    private static String normalized(Event event) {
        return Event.CODEC
                .encode(event)
                .replaceFirst("\"at\":\"[^\"]*\",?", "")
                .replaceAll(",?\"[a-zA-Z]+\":\"PT[^\"]*\"", "")
                .replaceFirst(",\"budget\":\\{[^}]*}", "")
                .replaceFirst(",\"versions\":.*", "}");
    }

    /** Runs a tree without kills, and returns its team. */
    private static RandomTeam whole(long seed, ThreadStore store) {
        RandomTeam team = new RandomTeam(seed);
        Runner runner = team.runner(store);
        AgentThread unused = runner.start("t1", "go");
        while (team.approve(store, runner, "t1")) {
            continue;
        }
        return team;
    }

    /** Runs a tree in processes that are killed, and returns the number of kills. */
    private static int killed(RandomTeam team, Random random, Disk disk) throws IOException {
        int kills = 0;
        for (int process = 0; process < MAX_PROCESSES; process++) {
            ThreadStore store = disk.open();
            DyingStore dying = new DyingStore(store, 1 + random.nextInt(MAX_APPENDS));
            try {
                if (!act(team, random, store, dying)) {
                    return kills;
                }
            } catch (DyingStore.Death death) {
                kills++;
            }
            dying.expire();
        }
        throw new AssertionError("The tree does not end: " + RandomTeam.tree(disk.open(), "t1"));
    }

    /** Performs the actions of one process, and returns false if nothing is left. */
    private static boolean act(RandomTeam team, Random random, ThreadStore store, DyingStore dying) {
        Runner runner = team.runner(dying);
        if (store.load("t1").isEmpty()) {
            AgentThread unused = runner.start("t1", "go");
            return true;
        }
        switch (random.nextInt(4)) {
            case 0 -> {
                AgentThread unused = runner.resume("t1");
            }
            case 1 -> {
                boolean unused = team.approve(store, runner, "t1");
            }
            case 2 -> drive(team.runner(dying, team.agents().get(random.nextInt(3))), (ThreadQueue) store);
            default -> drive(runner, (ThreadQueue) store);
        }
        return !isComplete(store);
    }

    /** Executes the threads that are due, as a worker does. The leases of a process that is killed expire at once. */
    private static void drive(Runner runner, ThreadQueue queue) {
        List<ThreadQueue.Claim> claims = queue.claim(Set.copyOf(runner.agents()), 10, Duration.ofMinutes(5));
        try {
            for (ThreadQueue.Claim claim : claims) {
                AgentThread unused = runner.drive(claim.lease());
            }
        } finally {
            claims.forEach(claim -> claim.lease().close());
        }
    }

    private static boolean isComplete(ThreadStore store) {
        return RandomTeam.tree(store, "t1").stream()
                .allMatch(thread -> thread.hasEnded()
                        && ((ThreadIndex) store)
                                        .entry(thread.id())
                                        .orElseThrow()
                                        .standing()
                                        .phase()
                                == Standing.Phase.FINISHED);
    }

    private static int verify(long seed, Disk disk) throws IOException {
        InMemoryThreadStore undisturbed = new InMemoryThreadStore();
        RandomTeam expected = whole(seed, undisturbed);
        RandomTeam team = new RandomTeam(seed);

        int kills = killed(team, new Random(seed), disk);

        assertEquals(events(undisturbed), events(disk.open()), () -> "seed " + seed);
        assertEquals(expected.runs().keySet(), team.runs().keySet(), () -> "seed " + seed);
        return kills;
    }

    @Test
    void treeInMemoryEndsAsIfItHadNotBeenKilled() throws IOException {
        int kills = 0;
        for (int i = 0; i < TREES; i++) {
            InMemoryThreadStore store = new InMemoryThreadStore();
            kills += verify(SEED + i, () -> store);
        }
        assertTrue(kills > 5 * TREES, "only " + kills + " kills");
    }

    @Test
    void treeInFilesEndsAsIfItHadNotBeenKilled() throws IOException {
        int trees = Math.max(1, TREES / 10);
        int kills = 0;
        for (int i = 0; i < trees; i++) {
            Path disk = Files.createDirectory(folder.resolve("disk" + i));
            kills += verify(SEED + i, () -> FileThreadStore.in(disk));
        }
        assertTrue(kills > trees, "only " + kills + " kills");
    }
}

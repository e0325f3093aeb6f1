package dev.escapement.jdbc.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.engine.AgentLoop;
import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadQuery;
import dev.escapement.run.Worker;
import dev.escapement.testkit.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that two workers with one schedule start one thread for each tick, on SQLite. */
class ScheduleRaceTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:30Z");
    private static final int TICKS = 20;
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final ManualClock clock = new ManualClock(START);

    private Worker worker(JdbcThreadStore store) {
        AgentLoop loop = new ChaosLoop((step, item, context) -> {}, "* * * * *");
        Runner runner = Runner.of(loop)
                .model(new PlannedModel())
                .store(store)
                .clock(clock)
                .build();
        return Worker.of(store, runner)
                .clock(clock)
                .pollTime(Duration.ofMillis(5))
                .start();
    }

    private static void await(JdbcThreadStore store, int threads) throws InterruptedException {
        long end = System.nanoTime() + MAX_NANOS;
        ThreadQuery finished = ThreadQuery.all().phase(Phase.FINISHED);
        while (store.count(finished, threads + 1) < threads && System.nanoTime() < end) {
            Thread.sleep(5);
        }
    }

    @Test
    void twoWorkersStartOneThreadForEachTick(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("agents.db");
        try (JdbcThreadStore first = JdbcThreadStore.of(file).clock(clock).build();
                JdbcThreadStore second = JdbcThreadStore.of(file).clock(clock).build()) {
            Worker one = worker(first);
            Worker two = worker(second);
            while (one.status().lastPoll().isEmpty() || two.status().lastPoll().isEmpty()) {
                Thread.sleep(5); // both have registered the schedule
            }
            Set<String> expected = new TreeSet<>();
            for (int tick = 1; tick <= TICKS; tick++) {
                clock.advance(Duration.ofMinutes(1));
                expected.add(ChaosLoop.AGENT + "/tick/" + START.plusSeconds(60L * tick - 30));
                await(first, tick);
            }
            one.close();
            two.close();

            Set<String> started = new TreeSet<>();
            first.threads(ThreadQuery.all()).entries().forEach(entry -> started.add(entry.id()));
            assertEquals(expected, started);
            assertEquals(TICKS, one.status().fired() + two.status().fired());
        }
    }
}

package dev.escapement.run;

import static dev.escapement.run.WorkerFixture.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.Schedule;
import dev.escapement.fixture.RecordedLog;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkerSchedulesTest {

    private static final Schedule EACH_MINUTE = new Schedule("report", "* * * * *", ZoneId.of("UTC"));
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

    private final WorkerFixture fixture = new WorkerFixture();
    private final Set<String> driven = new ConcurrentSkipListSet<>();

    @Test
    void twoWorkersStartOneThreadForEachTick() {
        try (Worker one = fixture.start(runner(EACH_MINUTE));
                Worker two = fixture.start(runner(EACH_MINUTE))) {
            fixture.poll(one);
            fixture.poll(two);
            for (int i = 1; i <= 50; i++) {
                int ticks = i;
                fixture.clock.advance(Duration.ofMinutes(1));
                one.wake();
                two.wake();
                fixture.poll(two);
                fixture.poll(one);
                await(() -> fired(one, two) == ticks && completed(one, two) == ticks);
            }
            assertEquals(50, one.status().claimed() + two.status().claimed());
        }
        assertEquals(
                new ConcurrentSkipListSet<>(IntStream.rangeClosed(1, 50)
                        .mapToObj(minutes -> "Test/report/" + START.plus(Duration.ofMinutes(minutes)))
                        .toList()),
                driven);
    }

    @Test
    void missedTicksStartOneThread() {
        List<Instant> ticks = new ArrayList<>();
        Runner runner = fixture.runner(List.of(EACH_MINUTE), ticks::add, fixture::rest);
        try (Worker worker = fixture.start(runner)) {
            fixture.poll(worker);
        }
        fixture.clock.advance(Duration.ofHours(3));
        try (Worker restarted = fixture.start(runner)) {
            await(() -> restarted.status().completed() == 1);
            fixture.clock.advance(Duration.ofSeconds(59));
            fixture.poll(restarted);
            assertEquals(1, restarted.status().fired());
            fixture.clock.advance(Duration.ofSeconds(1));
            fixture.poll(restarted);
            assertEquals(2, restarted.status().fired());
        }
        assertEquals(List.of(START.plusSeconds(60), START.plus(Duration.ofMinutes(181))), ticks);
    }

    /** Otherwise a yearly schedule that becomes a daily one would not fire for months. */
    @Test
    void changedScheduleBeginsWithItsOwnNextTick() {
        try (Worker worker = fixture.start(runner(new Schedule("report", "0 0 1 1 *", ZoneId.of("UTC"))))) {
            fixture.poll(worker);
        }
        try (Worker released = fixture.start(runner(EACH_MINUTE))) {
            fixture.poll(released);
            fixture.clock.advance(Duration.ofMinutes(1));
            fixture.poll(released);

            assertEquals(1, released.status().fired());
        }
    }

    @Test
    void failedTriggerIsRepeatedAfterADelay() {
        AtomicBoolean broken = new AtomicBoolean(true);
        Runner runner = fixture.runner(
                List.of(EACH_MINUTE),
                tick -> {
                    if (broken.get()) {
                        throw new IllegalStateException("no database");
                    }
                },
                lease -> {
                    driven.add(lease.threadId());
                    fixture.rest(lease);
                });
        fixture.due("a");
        try (RecordedLog log = RecordedLog.of(Worker.class);
                Worker worker = fixture.start(runner)) {
            fixture.poll(worker);
            fixture.clock.advance(Duration.ofMinutes(1));
            fixture.poll(worker);
            assertEquals(
                    List.of(WorkerMessages.triggerFailed("Test/report", START.plusSeconds(60), 1_000)),
                    log.entries().stream().map(RecordedLog.Entry::message).toList());
            broken.set(false);
            fixture.clock.advance(Duration.ofMillis(999));
            fixture.poll(worker);
            assertEquals(0, worker.status().fired());
            fixture.clock.advance(Duration.ofMillis(1));
            fixture.poll(worker);
            assertEquals(1, worker.status().fired());
            await(() -> worker.status().completed() == 2);
        }
        assertTrue(driven.contains("Test/report/2026-01-31T12:01:00Z"), driven::toString);
    }

    private Runner runner(Schedule schedule) {
        return fixture.runner(List.of(schedule), tick -> {}, lease -> {
            driven.add(lease.threadId());
            fixture.rest(lease);
        });
    }

    private static long fired(Worker... workers) {
        return List.of(workers).stream()
                .mapToLong(worker -> worker.status().fired())
                .sum();
    }

    private static long completed(Worker... workers) {
        return List.of(workers).stream()
                .mapToLong(worker -> worker.status().completed())
                .sum();
    }
}

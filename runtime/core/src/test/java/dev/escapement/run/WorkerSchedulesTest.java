package dev.escapement.run;

import static dev.escapement.run.WorkerFixture.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.Schedule;
import dev.escapement.fixture.RecordedLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Otherwise a worker whose clock is ahead would skip ticks for all workers. */
    @ParameterizedTest
    @ValueSource(strings = {"PT10M", "-PT10M", "PT24H", "-PT24H"})
    void wrongClockOfWorkerSkipsNoTick(Duration ahead) {
        List<Instant> ticks = new ArrayList<>();
        Runner runner = fixture.runner(List.of(EACH_MINUTE), ticks::add, fixture::rest);
        Clock clock = Clock.offset(fixture.clock, ahead);
        try (Worker worker = fixture.start(clock, runner)) {
            fixture.poll(worker, clock);
            for (int i = 1; i <= 3; i++) {
                fixture.clock.advance(Duration.ofSeconds(30));
                fixture.poll(worker, clock);
                assertEquals(i - 1, worker.status().fired());
                fixture.clock.advance(Duration.ofSeconds(30));
                fixture.poll(worker, clock);
                assertEquals(i, worker.status().fired());
            }
        }
        assertEquals(List.of(START.plusSeconds(60), START.plusSeconds(120), START.plusSeconds(180)), ticks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"time", "register", "fire"})
    void failureOfScheduleDoesNotStopClaims(String broken) {
        AtomicBoolean fails = new AtomicBoolean(true);
        ThreadStore store = fixture.observed(method -> {
            if (fails.get() && method.equals(broken)) {
                throw new StoreException("no schedules", null, StoreException.Reason.UNAVAILABLE, null);
            }
        });
        try (RecordedLog log = RecordedLog.of(Worker.class);
                Worker worker = fixture.start(16, 10, Duration.ofSeconds(30), store, runner(EACH_MINUTE))) {
            fixture.poll(worker);
            fixture.clock.advance(Duration.ofMinutes(1));
            fixture.due("a");
            fixture.poll(worker);
            await(() -> worker.status().completed() == 1);
            assertEquals(Set.of("a"), driven);
            assertEquals(
                    WorkerMessages.scheduleFailed("Test/report", 1_000),
                    log.entries().get(0).message());

            fails.set(false);
            fixture.clock.advance(Duration.ofSeconds(5));
            fixture.poll(worker);
            fixture.clock.advance(Duration.ofMinutes(1));
            fixture.poll(worker);
            await(() -> worker.status().fired() >= 1 && driven.size() >= 2);
        }
    }

    @Test
    void delayAfterFailureDoesNotDependOnWallClock() {
        SettableClock clock = new SettableClock(START);
        AtomicInteger calls = new AtomicInteger();
        Runner runner = fixture.runner(
                List.of(EACH_MINUTE),
                tick -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new IllegalStateException("no database");
                    }
                },
                fixture::rest);
        try (RecordedLog log = RecordedLog.of(Worker.class);
                Worker worker = fixture.start(clock, runner)) {
            fixture.poll(worker, clock);
            advance(clock, Duration.ofMinutes(1), Duration.ofMinutes(1));
            fixture.poll(worker, clock);
            assertEquals(1, log.entries().size());
            advance(clock, Duration.ofSeconds(1), Duration.ofDays(-1));
            fixture.poll(worker, clock);

            assertEquals(1, worker.status().fired());
        }
    }

    private void advance(SettableClock workerClock, Duration time, Duration workerTime) {
        fixture.clock.advance(time);
        workerClock.advance(workerTime);
    }

    @Test
    void returnToEarlierScheduleFiresNoStaleTick() {
        Schedule yearly = new Schedule("report", "0 0 1 1 *", ZoneId.of("UTC"));
        for (Schedule schedule : List.of(EACH_MINUTE, yearly)) {
            try (Worker worker = fixture.start(runner(schedule))) {
                fixture.poll(worker);
            }
            fixture.clock.advance(Duration.ofHours(1));
        }
        try (Worker worker = fixture.start(runner(EACH_MINUTE))) {
            fixture.poll(worker);
            assertEquals(0, worker.status().fired());
            fixture.clock.advance(Duration.ofMinutes(1));
            fixture.poll(worker);
            assertEquals(1, worker.status().fired());
            await(() -> worker.status().completed() == 1);
        }
        assertEquals(Set.of("Test/report/2026-01-31T14:01:00Z"), driven);
    }

    /** During a release, processes with the earlier and the changed expression run at the same time. */
    @Test
    void processesWithDifferentExpressionsLoseNoTick() {
        try (Worker old = fixture.start(runner(EACH_MINUTE));
                Worker changed = fixture.start(runner(new Schedule("report", "*/2 * * * *", ZoneId.of("UTC"))))) {
            fixture.poll(old);
            fixture.poll(changed);
            for (int minutes = 1; minutes <= 6; minutes++) {
                fixture.clock.advance(Duration.ofMinutes(1));
                fixture.poll(minutes % 3 == 0 ? changed : old);
                fixture.poll(minutes % 3 == 0 ? old : changed);
            }
            await(() -> driven.size() == 6);
        }
        assertEquals(
                new ConcurrentSkipListSet<>(IntStream.rangeClosed(1, 6)
                        .mapToObj(minutes -> "Test/report/" + START.plus(Duration.ofMinutes(minutes)))
                        .toList()),
                driven);
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
                    List.of(WorkerMessages.scheduleFailed("Test/report", 1_000)),
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

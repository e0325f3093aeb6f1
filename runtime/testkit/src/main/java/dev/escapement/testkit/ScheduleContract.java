package dev.escapement.testkit;

import static dev.escapement.testkit.Samples.started;
import static dev.escapement.testkit.Samples.thread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.StoreException;
import dev.escapement.run.ThreadQueue.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of the schedules of {@link dev.escapement.run.ThreadQueue}. */
public abstract class ScheduleContract extends QueueContract {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String DAILY = "0 9 * * * UTC";
    private static final String CHANGED = "0 8 * * * UTC";

    /** Creates the tests. */
    protected ScheduleContract() {}

    @Test
    void timeIsThatOfTheStore() throws Exception {
        Instant before = now();
        Instant time = queue().time();
        advance(Duration.ofMillis(100));
        Instant later = queue(other()).time();

        assertFalse(time.isBefore(before), "time must return the time of the store's clock");
        assertFalse(
                Duration.between(time, later).compareTo(Duration.ofMillis(50)) < 0,
                "time must advance with the store's clock");
        assertFalse(time.isAfter(before.plus(Duration.ofMinutes(1))), "time must return the time of the store's clock");
    }

    @Test
    void newScheduleBeginsWithFirstTick() {
        Instant first = now().plus(HOUR);

        assertEquals(
                first,
                queue().register("daily", DAILY, first),
                "register must return the first tick of a new schedule");
    }

    @Test
    void registeredScheduleKeepsItsTick() {
        Instant first = now().plus(HOUR);
        queue().register("daily", DAILY, first);

        assertEquals(
                first,
                queue(other()).register("daily", DAILY, first.plus(HOUR)),
                "register must return the next tick of a schedule that is registered");
        assertEquals(
                first.plus(HOUR),
                queue().register("weekly", DAILY, first.plus(HOUR)),
                "schedules with different names must be independent");
    }

    @Test
    void changedScheduleIsReplaced() {
        Instant at = now().minusSeconds(60);
        Instant changed = at.plus(HOUR);
        queue().register("daily", DAILY, at);

        assertEquals(
                changed,
                queue(other()).register("daily", CHANGED, changed),
                "register must replace a schedule that has another definition");
        assertEquals(
                changed,
                queue().register("daily", CHANGED, changed.plus(HOUR)),
                "register must keep the tick of a schedule that was replaced");
        assertFalse(fire(at, at.plus(HOUR), "t1"), "fire must return false for the tick of a replaced schedule");
        assertEquals(
                at,
                queue().register("daily", DAILY, at),
                "register must replace a schedule by one that has the earlier definition");
    }

    @Test
    void tickOfOtherDefinitionDoesNotFire() {
        Instant at = now().minusSeconds(60);
        queue().register("daily", CHANGED, at);

        assertFalse(
                fire(at, at.plus(HOUR), "t1"),
                "fire must return false for a schedule that has another definition, also at the same tick");
        assertEquals(Optional.empty(), other().load("t1"), "a refused tick must not start a thread");
        assertEquals(at, queue().register("daily", CHANGED, now()), "a refused tick must not move the schedule");
    }

    @Test
    void tickStartsThreadAndMovesSchedule() {
        Instant at = now().minusSeconds(60);
        queue().register("daily", DAILY, at);

        assertTrue(fire(at, at.plus(HOUR), "t1"), "fire must return true for the next tick when its time has passed");

        assertEquals(thread("t1", started("hello")), other().load("t1"), "fire must start the thread");
        assertEquals(
                at.plus(HOUR),
                queue(other()).register("daily", DAILY, at),
                "fire must move the schedule to the following tick");
        assertEquals(List.of("t1"), ids(claims()), "the thread that fire started must be due");
    }

    @Test
    void tickFiresOnce() {
        Instant at = now().minusSeconds(60);
        queue().register("daily", DAILY, at);
        fire(at, at.plus(HOUR), "t1");

        assertFalse(fire(at, at.plus(HOUR), "t2"), "fire must return false for a tick that was fired");

        assertEquals(Optional.empty(), other().load("t2"), "a tick that was fired must not start another thread");
        assertEquals(at.plus(HOUR), queue().register("daily", DAILY, at), "a refused tick must not move the schedule");
    }

    @Test
    void tickDoesNotFireBeforeItsTime() {
        Instant at = now().plus(HOUR);
        queue().register("daily", DAILY, at);

        assertFalse(fire(at, at.plus(HOUR), "t1"), "fire must return false before the time of the tick");

        assertEquals(Optional.empty(), other().load("t1"), "a tick must not start a thread before its time");
        assertEquals(at, queue().register("daily", DAILY, at.plus(HOUR)), "a refused tick must not move the schedule");
    }

    @Test
    void tickFiresWhenItsTimeHasPassed() throws Exception {
        Instant at = now().plusMillis(50);
        queue().register("daily", DAILY, at);
        advance(Duration.ofMillis(100));

        assertTrue(fire(at, at.plus(HOUR), "t1"), "fire must return true when the time of the tick has passed");
    }

    @Test
    void otherTicksDoNotFire() {
        Instant at = now().minusSeconds(60);
        queue().register("daily", DAILY, at);

        assertFalse(fire(at.minusSeconds(1), at.plus(HOUR), "t1"), "fire must return false for an earlier tick");
        assertFalse(fire(at.plusSeconds(1), at.plus(HOUR), "t2"), "fire must return false for a later tick");
        assertFalse(
                queue().fire(new Tick("weekly", DAILY, at, at.plus(HOUR)), Append.of("t3", 0, started("hello"))),
                "fire must return false for a schedule that is not registered");

        for (String id : List.of("t1", "t2", "t3")) {
            assertEquals(Optional.empty(), other().load(id), "a refused tick must not start a thread");
        }
    }

    @Test
    void tickOfExistingThreadMovesSchedule() {
        append("t1", 0, started("first"));
        Instant at = now().minusSeconds(60);
        queue().register("daily", DAILY, at);

        assertTrue(fire(at, at.plus(HOUR), "t1"), "fire must return true although the thread exists");

        assertEquals(thread("t1", started("first")), other().load("t1"), "fire must not change an existing thread");
        assertEquals(at.plus(HOUR), queue().register("daily", DAILY, at), "fire must move the schedule");
    }

    /** Returns whether a scheduler fires a tick, which a store that others lock for too long may refuse. */
    private boolean fireUnlessBusy(int index, Tick tick, Append start) {
        try {
            return queue(store(index)).fire(tick, start);
        } catch (StoreException e) {
            if (e.reason() != StoreException.Reason.BUSY) {
                throw e;
            }
            return false;
        }
    }

    @Test
    void tenSchedulersFireEachTickOnce() throws Exception {
        Instant first = now().minus(Duration.ofDays(1));
        int ticks = 20;
        queue().register("daily", DAILY, first);

        List<Integer> fired = ConcurrentCalls.of(10, index -> {
            int mine = 0;
            for (int i = 0; i < ticks; i++) {
                Instant at = first.plusSeconds(60L * i);
                Append start = Append.of("t" + i + "-" + index, 0, started("hello"));
                if (fireUnlessBusy(index, new Tick("daily", DAILY, at, at.plusSeconds(60)), start)) {
                    mine++;
                }
            }
            return mine;
        });

        int sum = fired.stream().mapToInt(Integer::intValue).sum();
        int threads = claims().size();
        assertEquals(sum, threads, "each successful fire must start one thread, and each other fire must start none");
        assertEquals(
                first.plusSeconds(60L * sum),
                queue().register("daily", DAILY, first),
                "each successful fire must move the schedule by one tick");
        assertTrue(sum <= ticks, () -> "each of " + ticks + " ticks must fire at most once, but " + sum + " fired");
        assertTrue(sum >= 1, "at least the first tick must fire");
    }

    private boolean fire(Instant at, Instant following, String id) {
        return queue().fire(new Tick("daily", DAILY, at, following), Append.of(id, 0, started("hello")));
    }
}

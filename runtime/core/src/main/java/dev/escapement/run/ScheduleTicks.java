package dev.escapement.run;

import dev.escapement.engine.Schedule;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The ticks of one schedule, which has the name of its trigger in the store. After a change of the cron expression or the
 * zone, the schedule begins with the next tick of the new expression. While processes with both expressions run, each one
 * replaces the schedule of the other at its own ticks, so that none is lost. Used by one Java thread.
 */
final class ScheduleTicks {

    private static final Duration MAX_DELAY = Duration.ofMinutes(5);

    /** The longest delay of a tick if the clock of this process is behind that of the store. */
    private static final Duration RECHECK = Duration.ofMinutes(1);

    private final WorkerConfig config;
    private final WorkerState state;
    private final Runner runner;
    private final Schedule schedule;
    private final BackOff backOff;
    private @Nullable Instant next;

    /** The monotonic time before which nothing is done, after a failure or a tick that another process fired. */
    private long notBefore;

    /** The monotonic time at which the time of the store is read, although the clock of the worker is before the tick. */
    private long recheck;

    private int failures;

    ScheduleTicks(WorkerConfig config, WorkerState state, Runner runner, Schedule schedule) {
        this.config = config;
        this.state = state;
        this.runner = runner;
        this.schedule = schedule;
        this.backOff = new BackOff(MAX_DELAY, config.random());
        this.notBefore = config.nanoTime().getAsLong();
        this.recheck = notBefore;
    }

    private String trigger() {
        return runner.agent() + "/" + schedule.trigger();
    }

    private String definition() {
        return schedule.cron() + " " + schedule.zone().getId();
    }

    /**
     * Starts a thread if a tick is due by the clock of the store. Several missed ticks start one thread, for the first of
     * them. A failure is logged and delays the next attempt.
     */
    void fireIfDue() {
        long nanos = config.nanoTime().getAsLong();
        if (nanos - notBefore < 0 || (nanos - recheck < 0 && isBeforeTick())) {
            return;
        }
        recheck = nanos + RECHECK.toNanos();
        try {
            Instant now = config.queue().time();
            if ((next == null || !now.isBefore(next)) && !fire(now)) {
                notBefore = nanos + config.pollTime().toNanos();
            }
            failures = 0;
        } catch (RuntimeException | Error failure) {
            postpone(nanos, failure);
        }
    }

    private boolean isBeforeTick() {
        return next != null && config.clock().instant().isBefore(next);
    }

    /** Starts a thread if the tick is due. Returns {@code false} if another process fired it at the same time. */
    private boolean fire(Instant now) {
        Instant following = schedule.next(now);
        Instant expected = next == null ? following : next;
        Instant tick = config.queue().register(trigger(), definition(), expected); // may have been fired elsewhere
        next = tick;
        if (now.isBefore(tick)) {
            return true;
        }
        Append start = runner.scheduled(trigger() + "/" + tick, schedule, tick);
        if (!config.queue().fire(new ThreadQueue.Tick(trigger(), definition(), tick, following), start)) {
            return false;
        }
        next = following;
        state.fired();
        return true;
    }

    private void postpone(long nanos, Throwable failure) {
        failures++;
        Duration delay = backOff.after(failures);
        notBefore = nanos + delay.toNanos();
        recheck = nanos;
        state.failed(failure);
        RunLog.log(
                Worker.class,
                System.Logger.Level.WARNING,
                WorkerMessages.scheduleFailed(trigger(), delay.toMillis()),
                failure);
    }
}

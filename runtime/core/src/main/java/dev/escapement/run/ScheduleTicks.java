package dev.escapement.run;

import dev.escapement.engine.Schedule;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The ticks of one schedule. The name of the schedule in the store includes the cron expression and the zone: after
 * a change, the schedule begins with the next tick of the new expression instead of that of the old one. Used by one Java
 * thread.
 */
final class ScheduleTicks {

    private static final Duration MAX_DELAY = Duration.ofMinutes(5);

    private final WorkerConfig config;
    private final WorkerState state;
    private final Runner runner;
    private final Schedule schedule;
    private final BackOff backOff;
    private @Nullable Instant next;
    private Instant notBefore = Instant.MIN;
    private int failures;

    ScheduleTicks(WorkerConfig config, WorkerState state, Runner runner, Schedule schedule) {
        this.config = config;
        this.state = state;
        this.runner = runner;
        this.schedule = schedule;
        this.backOff = new BackOff(MAX_DELAY, config.random());
    }

    private String trigger() {
        return runner.agent() + "/" + schedule.trigger();
    }

    private String name() {
        return trigger() + " " + schedule.cron() + " " + schedule.zone().getId();
    }

    /** Starts a thread if a tick is due. Several missed ticks start one thread, for the first of them. */
    void fireIfDue() {
        Instant now = config.clock().instant();
        Instant known = next;
        if (known != null && (now.isBefore(known) || now.isBefore(notBefore))) {
            return;
        }
        Instant following = schedule.next(now);
        Instant tick = config.queue().register(name(), following); // the tick may have been fired elsewhere
        next = tick;
        if (now.isBefore(tick)) {
            return;
        }
        Append start;
        try {
            start = runner.scheduled(trigger() + "/" + tick, schedule, tick);
        } catch (RuntimeException | Error failure) {
            postpone(now, tick, failure);
            return;
        }
        failures = 0;
        if (config.queue().fire(new ThreadQueue.Tick(name(), tick, following), start)) {
            next = following;
            state.fired();
        } else {
            // Another process fired the tick, or the clock of the store is behind.
            notBefore = now.plus(config.pollTime());
        }
    }

    private void postpone(Instant now, Instant tick, Throwable failure) {
        failures++;
        Duration delay = backOff.after(failures);
        notBefore = now.plus(delay);
        state.failed(failure);
        RunLog.log(
                Worker.class,
                System.Logger.Level.WARNING,
                WorkerMessages.triggerFailed(trigger(), tick, delay.toMillis()),
                failure);
    }
}

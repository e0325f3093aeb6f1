package dev.escapement.restate;

import dev.escapement.engine.Schedule;
import dev.escapement.restate.wire.AppendReply;
import dev.escapement.restate.wire.ScheduleBody;
import dev.escapement.restate.wire.Status;
import dev.escapement.restate.wire.TickBody;
import dev.escapement.restate.wire.TickBodyCodec;
import dev.escapement.restate.wire.TickPlan;
import dev.escapement.restate.wire.TickPlanCodec;
import dev.escapement.run.Runner;
import dev.restate.common.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The handlers {@code register} and {@code tick} of the schedules, whose keys are the names of the agent and the trigger.
 * Several missed ticks start one thread, for the first of them. After a change of the cron expression or the zone, the
 * schedule begins with the next tick of the new expression.
 */
final class ScheduleHandlers {

    private static final String TICK = "tick";
    private static final Duration MAX_DELAY = Duration.ofMinutes(5);
    private static final int MAX_DOUBLINGS = 10;
    private static final TickPlan ENDED = new TickPlan(Optional.empty(), Optional.empty(), 0);

    private final Runner runner;
    private final String service;
    private final ObjectTargets threads;
    private final Clock clock;

    /**
     * Creates the handlers.
     *
     * @param service the name of the schedules' virtual object
     * @param threads the requests to threads
     */
    ScheduleHandlers(Runner runner, String service, ObjectTargets threads, Clock clock) {
        this.runner = runner;
        this.service = service;
        this.threads = threads;
        this.clock = clock;
    }

    /** Returns the key of a schedule. */
    static String key(Runner runner, Schedule schedule) {
        return runner.agent() + "/" + schedule.trigger();
    }

    /** Returns the definition of a schedule. */
    static String definition(Schedule schedule) {
        return schedule.cron() + " " + schedule.zone().getId();
    }

    /**
     * Sets the next tick unless the schedule is registered with the definition of this release. Otherwise, sends the stored
     * tick again, because an operator may have cancelled its timer; the second one of two timers has no effect.
     */
    AppendReply register(ObjectJournal journal, ScheduleBody unused) {
        Optional<TickBody> stored = journal.get(TICK, TickBodyCodec.INSTANCE);
        TickPlan plan = journal.run("register", TickPlanCodec.INSTANCE, () -> registered(journal.key(), stored));
        follow(journal, plan);
        return new AppendReply(plan.next().isPresent() ? Status.DONE : Status.UNKNOWN, 0);
    }

    private TickPlan registered(String key, Optional<TickBody> stored) {
        Instant now = clock.instant();
        Optional<Schedule> found = find(key);
        if (found.isEmpty()) {
            return ENDED;
        }
        Schedule schedule = found.get();
        if (stored.isPresent() && stored.get().definition().equals(definition(schedule))) {
            Duration left = Duration.between(now, stored.get().at());
            return new TickPlan(Optional.empty(), stored, Math.max(0, left.toMillis()));
        }
        return next(schedule, now);
    }

    /** Starts the thread of a tick, and sets the next tick. */
    AppendReply tick(ObjectJournal journal, TickBody body) {
        Optional<TickBody> stored = journal.get(TICK, TickBodyCodec.INSTANCE);
        if (!stored.equals(Optional.of(body))) { // a timer of an earlier definition
            return new AppendReply(Status.CONFLICT, 0);
        }
        TickPlan plan = journal.run(TICK, TickPlanCodec.INSTANCE, () -> fired(journal.key(), body));
        plan.start().ifPresent(start -> threads.create(journal, start));
        follow(journal, plan);
        return new AppendReply(Status.DONE, 0);
    }

    private TickPlan fired(String key, TickBody tick) {
        Instant now = clock.instant();
        Optional<Schedule> found = find(key);
        if (found.isEmpty()) {
            return ENDED;
        }
        Schedule schedule = found.get();
        if (!definition(schedule).equals(tick.definition())) {
            return next(schedule, now);
        }
        try {
            TickPlan next = next(schedule, now.isAfter(tick.at()) ? now : tick.at());
            return new TickPlan(
                    Optional.of(AdvanceBodies.create(runner.scheduled(key + "/" + tick.at(), schedule, tick.at()))),
                    next.next(),
                    next.delayMillis());
        } catch (RuntimeException e) {
            return failed(key, tick, e);
        }
    }

    private static TickPlan next(Schedule schedule, Instant after) {
        Instant next = schedule.next(after);
        return new TickPlan(
                Optional.empty(),
                Optional.of(new TickBody(definition(schedule), next, 0)),
                Duration.between(after, next).toMillis());
    }

    private static TickPlan failed(String key, TickBody tick, RuntimeException failure) {
        long millis = Duration.ofSeconds(1).toMillis() << Math.min(tick.failures(), MAX_DOUBLINGS);
        long delay = Math.min(millis, MAX_DELAY.toMillis());
        UnreadableThreads.log(
                "The schedule " + key + " did not start a thread. The next attempt follows in " + delay + " ms.",
                failure);
        TickBody again = new TickBody(tick.definition(), tick.at(), tick.failures() + 1);
        return new TickPlan(Optional.empty(), Optional.of(again), delay);
    }

    private void follow(ObjectJournal journal, TickPlan plan) {
        if (plan.next().isEmpty()) {
            journal.clear();
            return;
        }
        String json = TickBodyCodec.INSTANCE.encode(plan.next().get());
        journal.set(TICK, json);
        journal.send(Target.virtualObject(service, journal.key(), TICK), json, Duration.ofMillis(plan.delayMillis()));
    }

    private Optional<Schedule> find(String key) {
        return runner.schedules().stream()
                .filter(schedule -> key(runner, schedule).equals(key))
                .findFirst();
    }
}

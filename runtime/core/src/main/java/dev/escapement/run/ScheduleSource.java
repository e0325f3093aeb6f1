package dev.escapement.run;

import dev.escapement.engine.Schedule;
import java.time.Instant;
import java.util.List;

/** The schedules of an agent's triggers and the threads that start at their ticks, for a worker. A runner has them. */
public interface ScheduleSource {

    /**
     * Returns the schedules of the agent's triggers.
     *
     * @return the schedules, in the order of the triggers
     */
    List<Schedule> schedules();

    /**
     * Returns the request that starts a thread for a tick of a schedule. Calls the trigger, and does not store anything.
     *
     * @param id the id of the thread, not empty
     * @param schedule one of the {@link #schedules}
     * @param tick the time of the tick
     * @return the request
     * @throws InvalidInputException if the trigger returned blank text
     */
    Append scheduled(String id, Schedule schedule, Instant tick);
}

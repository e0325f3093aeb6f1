package dev.escapement.engine;

import dev.escapement.internal.cron.CronExpression;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/**
 * The schedule of a {@link dev.escapement.Trigger}. Immutable.
 *
 * @param trigger the name of the trigger
 * @param cron the cron expression, as described in {@link dev.escapement.Trigger#schedule}
 * @param zone the zone of its times
 */
public record Schedule(String trigger, String cron, ZoneId zone) {

    /**
     * Creates a schedule.
     *
     * @throws NullPointerException with the name of the component as message if it is null
     * @throws IllegalArgumentException if the cron expression is malformed or never fires
     */
    public Schedule {
        Objects.requireNonNull(trigger, "trigger");
        CronExpression.parse(cron);
        Objects.requireNonNull(zone, "zone");
    }

    /**
     * Returns the first tick after a given time.
     *
     * @param after the time
     * @return the time of the tick
     */
    public Instant next(Instant after) {
        return CronExpression.parse(cron).next(after, zone);
    }
}

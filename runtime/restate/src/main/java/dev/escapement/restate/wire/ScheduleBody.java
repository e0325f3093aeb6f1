package dev.escapement.restate.wire;

import dev.escapement.Codec;
import dev.escapement.UnknownProperties;

/**
 * The schedule of a trigger, for the handler {@code register} of the schedules.
 *
 * @param definition the cron expression and the zone
 */
@Codec(unknown = UnknownProperties.IGNORE)
public record ScheduleBody(String definition) {}

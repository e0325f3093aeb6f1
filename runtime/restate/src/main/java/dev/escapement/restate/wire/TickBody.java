package dev.escapement.restate.wire;

import dev.escapement.Codec;
import dev.escapement.UnknownProperties;
import java.time.Instant;

/**
 * A tick of a schedule: the state of the object, and the request for its handler {@code tick}, which has no effect unless
 * both are equal.
 *
 * @param definition the cron expression and the zone
 * @param at the time of the tick
 * @param failures the number of failed attempts to start the thread of the tick
 */
@Codec(unknown = UnknownProperties.IGNORE)
public record TickBody(String definition, Instant at, int failures) {}

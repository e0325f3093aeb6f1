package dev.escapement.restate.wire;

import dev.escapement.Codec;
import dev.escapement.UnknownProperties;
import java.util.Optional;

/**
 * The effect of a tick or a registration in the journal.
 *
 * @param start the thread to start
 * @param next the next tick; empty if the agent does not have the schedule any more
 * @param delayMillis the time until the next attempt in milliseconds
 */
@Codec(unknown = UnknownProperties.IGNORE)
public record TickPlan(Optional<CreateBody> start, Optional<TickBody> next, long delayMillis) {}

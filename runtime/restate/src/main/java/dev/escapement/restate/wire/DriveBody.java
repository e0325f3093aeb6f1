package dev.escapement.restate.wire;

import dev.escapement.Codec;
import dev.escapement.UnknownProperties;
import java.time.Instant;
import java.util.Optional;

/**
 * A request to execute a thread, for the handler {@code drive}. It has no effect unless its due time is that of the
 * standing, so that a timer of an earlier standing has none.
 *
 * @param due the due time of the standing for which the timer was set; empty to execute a runnable thread at once
 */
@Codec(unknown = UnknownProperties.IGNORE)
public record DriveBody(Optional<Instant> due) {}

package dev.escapement.restate.wire;

import dev.escapement.Codec;
import dev.escapement.UnknownProperties;

/**
 * A request for the events of a thread, for the handler {@code events}.
 *
 * @param from the number of events to skip, 0 or more
 */
@Codec(unknown = UnknownProperties.IGNORE)
public record EventsBody(int from) {
    public EventsBody {
        if (from < 0) {
            throw new IllegalArgumentException("must be 0 or more");
        }
    }
}

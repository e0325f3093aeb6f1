package dev.escapement.restate.wire;

import dev.escapement.Codec;
import dev.escapement.UnknownProperties;
import dev.escapement.json.JsonText;
import dev.escapement.run.Standing;
import java.util.List;

/**
 * A request to append events to a thread, for the handlers {@code append} and {@code create}.
 *
 * @param position the expected number of stored events: 0 for a new thread
 * @param events the events in their stored form; empty to change only the standing
 * @param standing the standing of the thread after the append
 */
@Codec(unknown = UnknownProperties.IGNORE)
public record AppendBody(int position, List<JsonText> events, Standing standing) {
    public AppendBody {
        events = List.copyOf(events);
    }
}

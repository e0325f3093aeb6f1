package dev.escapement.restate.wire;

import dev.escapement.Codec;
import dev.escapement.UnknownProperties;
import dev.escapement.json.JsonText;
import java.util.List;

/**
 * The events of a thread, from the handlers {@code events} and {@code end}.
 *
 * @param status {@link Status#DONE}, {@link Status#UNKNOWN} or {@link Status#ERASED}
 * @param size the number of all events of the thread
 * @param events the events from the requested position in their stored form
 */
@Codec(unknown = UnknownProperties.IGNORE)
public record EventsReply(Status status, int size, List<JsonText> events) {
    public EventsReply {
        events = List.copyOf(events);
    }
}

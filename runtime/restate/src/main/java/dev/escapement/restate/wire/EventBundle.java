package dev.escapement.restate.wire;

import dev.escapement.Codec;
import dev.escapement.UnknownProperties;
import dev.escapement.json.JsonText;
import java.util.List;

/**
 * Successive events of a thread under one key of the state.
 *
 * @param events the events in their stored form
 */
@Codec(unknown = UnknownProperties.IGNORE)
public record EventBundle(List<JsonText> events) {
    public EventBundle {
        events = List.copyOf(events);
    }
}

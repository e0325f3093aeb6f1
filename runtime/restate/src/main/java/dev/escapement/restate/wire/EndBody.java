package dev.escapement.restate.wire;

import dev.escapement.Codec;
import dev.escapement.UnknownProperties;
import dev.escapement.json.JsonText;
import java.util.List;

/**
 * A child thread to end, also the request for the handler {@code end}.
 *
 * @param threadId the id of the child
 * @param callId the id of the parent's call that started the child
 * @param missing the events of a child that does not exist yet
 * @param stopped the event that ends a child that has not ended
 */
@Codec(unknown = UnknownProperties.IGNORE)
public record EndBody(String threadId, String callId, List<JsonText> missing, JsonText stopped) {
    public EndBody {
        missing = List.copyOf(missing);
    }
}

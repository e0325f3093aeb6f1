package dev.escapement.restate.wire;

import dev.escapement.Codec;
import dev.escapement.UnknownProperties;
import dev.escapement.json.JsonText;
import java.util.List;
import java.util.Optional;

/**
 * The effect of an append in the journal.
 *
 * @param status {@link Status#DONE} or {@link Status#INVALID}
 * @param row the row after the append; empty if the thread does not change
 * @param events the events, unless they are those of the request
 * @param parent the parent to notify of the end of the thread
 */
@Codec(unknown = UnknownProperties.IGNORE)
public record AppendPlan(
        Status status, Optional<ThreadRow> row, List<JsonText> events, Optional<ParentCallBody> parent) {
    public AppendPlan {
        events = List.copyOf(events);
    }
}

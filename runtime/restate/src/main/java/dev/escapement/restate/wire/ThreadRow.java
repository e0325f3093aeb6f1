package dev.escapement.restate.wire;

import dev.escapement.Codec;
import dev.escapement.UnknownProperties;
import dev.escapement.run.Standing;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The state of a thread without its events, as the virtual object stores it under the key {@code row}. The index of the
 * threads consists of these rows.
 *
 * @param agent the name of the agent
 * @param size the number of events, less those of a running execution
 * @param standing the standing
 * @param since the time at which the phase began
 * @param updatedAt the time of the last append
 * @param attempts the number of failed executions since the last append
 * @param parked whether its executions failed so often that it waits for an append
 * @param labels the labels, sorted by name, so that all processes store the same text
 * @param erased whether the content was erased
 * @param heard the number of events that the listener has received
 */
@Codec(unknown = UnknownProperties.IGNORE)
public record ThreadRow(
        String agent,
        int size,
        Standing standing,
        Instant since,
        Instant updatedAt,
        int attempts,
        boolean parked,
        Map<String, String> labels,
        boolean erased,
        int heard) {
    public ThreadRow {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels)); // the order of a copy differs between processes
    }
}

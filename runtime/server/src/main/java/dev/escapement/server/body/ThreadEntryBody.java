package dev.escapement.server.body;

import dev.escapement.Codec;
import dev.escapement.run.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A thread in a list.
 *
 * @param id the id of the thread
 * @param agent the name of its agent
 * @param phase the phase
 * @param parked whether its executions failed so often that it waits for a decision
 * @param size the number of its events
 * @param since the time at which its phase began
 * @param updatedAt the time of its last change
 * @param attempts the number of failed executions since its last change
 * @param labels its labels
 * @param questions its open questions
 * @param erased whether its content was erased
 */
@Codec
public record ThreadEntryBody(
        String id,
        String agent,
        Standing.Phase phase,
        boolean parked,
        int size,
        Instant since,
        Instant updatedAt,
        int attempts,
        Map<String, String> labels,
        List<OpenQuestionBody> questions,
        boolean erased) {}

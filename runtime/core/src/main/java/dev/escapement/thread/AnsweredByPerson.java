package dev.escapement.thread;

import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.Optional;

/**
 * A person's resolution of an open call.
 *
 * @param answer the resolution
 * @param nextId the id of the call that the resolution selects; empty unless the answer is {@link Answer.Next}
 */
public record AnsweredByPerson(Instant at, String callId, String by, Answer answer, String nextId)
        implements Event.OfCall {

    /** {@return the call that the resolution selects; empty unless the answer is {@link Answer.Next}} */
    public Optional<Call> next() {
        return answer instanceof Answer.Next next
                ? Optional.of(new Call(nextId, next.tool(), next.json()))
                : Optional.empty();
    }
}

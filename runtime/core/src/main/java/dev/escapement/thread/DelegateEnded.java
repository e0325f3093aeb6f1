package dev.escapement.thread;

import dev.escapement.content.Content;
import dev.escapement.model.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The end of a child thread. It answers the call, unless the child succeeded and the parent joins it.
 *
 * @param at the time of the event
 * @param callId the id of the call that started the child
 * @param succeeded whether the child finished with a result
 * @param result the child's result as JSON text, or the failure in words for the model
 * @param tool the tool whose step finished the child; empty if the model's text did, or if the child failed
 * @param usage the tokens and the cost of the child and of its own children, which replace the reserved ones
 * @param files the files in the result, in order
 * @param joins whether a join follows a success
 */
public record DelegateEnded(
        Instant at,
        String callId,
        boolean succeeded,
        String result,
        String tool,
        Usage usage,
        List<Content.File> files,
        boolean joins)
        implements Event.OfCall {
    public DelegateEnded {
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(usage, "usage");
        files = List.copyOf(files);
    }

    /** {@return whether this event answers the call} */
    public boolean isAnswer() {
        return !succeeded || !joins;
    }
}

package dev.escapement.http.client;

import dev.escapement.model.Delta;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A consumer that forwards the deltas of a reply and reports them as discarded before a retry. */
final class DeltaTracker implements Consumer<Delta> {

    private final @Nullable Consumer<Delta> consumer;
    private boolean hasPassedAny;
    private long count;

    DeltaTracker(@Nullable Consumer<Delta> consumer) {
        this.consumer = consumer;
    }

    @Override
    public void accept(Delta delta) {
        count++;
        if (consumer != null) {
            hasPassedAny = true;
            consumer.accept(delta);
        }
    }

    /** Returns the number of deltas received so far, also if they are not forwarded. */
    long count() {
        return count;
    }

    /** Reports any deltas received since the previous invocation as discarded. */
    void discard() {
        if (hasPassedAny) {
            accept(new Delta.Discarded());
            hasPassedAny = false;
        }
    }
}

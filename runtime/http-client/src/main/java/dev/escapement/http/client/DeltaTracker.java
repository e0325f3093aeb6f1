package dev.escapement.http.client;

import dev.escapement.model.Delta;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A consumer that passes the deltas of a reply to another consumer and declares them void before the next attempt. */
final class DeltaTracker implements Consumer<Delta> {

    private final @Nullable Consumer<Delta> consumer;
    private boolean hasPassedAny;

    DeltaTracker(@Nullable Consumer<Delta> consumer) {
        this.consumer = consumer;
    }

    @Override
    public void accept(Delta delta) {
        if (consumer != null) {
            hasPassedAny = true;
            consumer.accept(delta);
        }
    }

    /** Declares the deltas since the last call void, if there were any. */
    void discard() {
        if (hasPassedAny) {
            accept(new Delta.Discarded());
            hasPassedAny = false;
        }
    }
}

package dev.escapement.wire;

import dev.escapement.model.Delta;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes the pieces of a reply on and remembers whether there were any, in case that they become void. */
final class ShownDeltas implements Consumer<Delta> {

    private final @Nullable Consumer<Delta> watcher;
    private boolean isAnyShown;

    ShownDeltas(@Nullable Consumer<Delta> watcher) {
        this.watcher = watcher;
    }

    @Override
    public void accept(Delta delta) {
        if (watcher != null) {
            isAnyShown = true;
            watcher.accept(delta);
        }
    }

    /** Tells whoever watches that it is void. */
    void discard() {
        if (isAnyShown) {
            accept(new Delta.Discarded());
            isAnyShown = false;
        }
    }
}

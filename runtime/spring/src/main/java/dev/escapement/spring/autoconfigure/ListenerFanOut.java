package dev.escapement.spring.autoconfigure;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A call of several listeners, of which each is called although others fail. */
final class ListenerFanOut {

    private ListenerFanOut() {}

    /**
     * Calls each listener.
     *
     * @throws RuntimeException the first failure, with the others as suppressed exceptions
     */
    static <T> void run(List<T> listeners, Consumer<T> call) {
        RuntimeException first = null;
        for (T listener : listeners) {
            try {
                call.accept(listener);
            } catch (RuntimeException e) {
                first = first(first, e);
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static RuntimeException first(@Nullable RuntimeException first, RuntimeException next) {
        if (first == null) {
            return next;
        }
        if (first != next) {
            first.addSuppressed(next);
        }
        return first;
    }
}

package dev.escapement.spring.autoconfigure;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call of several listeners, of which each is called although others fail. */
final class ListenerFanOut {

    private ListenerFanOut() {}

    /**
     * Returns one listener for a list.
     *
     * @param combined returns a listener that passes its calls to each one of the list
     * @return the listener; empty if the list is empty
     */
    static <T> Optional<T> of(List<T> listeners, Function<Consumer<Consumer<T>>, T> combined) {
        return switch (listeners.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(listeners.get(0));
            default -> Optional.of(combined.apply(call -> run(listeners, call)));
        };
    }

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

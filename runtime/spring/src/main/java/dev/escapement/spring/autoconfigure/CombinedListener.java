package dev.escapement.spring.autoconfigure;

import dev.escapement.run.ThreadListener;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.List;
import java.util.Optional;

/** A listener that passes each event to several listeners. A failing one does not prevent the others. */
final class CombinedListener implements ThreadListener {

    private final List<ThreadListener> listeners;

    private CombinedListener(List<ThreadListener> listeners) {
        this.listeners = listeners;
    }

    /** Returns a listener for a list of listeners; empty if the list is empty. */
    static Optional<ThreadListener> of(List<ThreadListener> listeners) {
        return switch (listeners.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(listeners.get(0));
            default -> Optional.of(new CombinedListener(List.copyOf(listeners)));
        };
    }

    @Override
    public void recorded(AgentThread thread, Event event) {
        ListenerFanOut.run(listeners, listener -> listener.recorded(thread, event));
    }
}

package dev.escapement.spring.autoconfigure;

import dev.escapement.model.Delta;
import dev.escapement.run.DeltaListener;
import dev.escapement.thread.AgentThread;
import java.util.List;
import java.util.Optional;

/** A listener that passes each increment to several listeners. A failing one does not prevent the others. */
final class CombinedDeltaListener implements DeltaListener {

    private final List<DeltaListener> listeners;

    private CombinedDeltaListener(List<DeltaListener> listeners) {
        this.listeners = listeners;
    }

    /** Returns a listener for a list of listeners; empty if the list is empty. */
    static Optional<DeltaListener> of(List<DeltaListener> listeners) {
        return switch (listeners.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(listeners.get(0));
            default -> Optional.of(new CombinedDeltaListener(List.copyOf(listeners)));
        };
    }

    @Override
    public void arrived(AgentThread thread, Delta delta) {
        ListenerFanOut.run(listeners, listener -> listener.arrived(thread, delta));
    }
}

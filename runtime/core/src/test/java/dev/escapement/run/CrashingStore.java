package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.Optional;

/** A store whose process crashes after steps have run and before their outcomes are stored. */
final class CrashingStore implements ThreadStore {

    /** The end of the process. */
    static final class Crash extends Error {

        private static final long serialVersionUID = 1L;
    }

    private final ThreadStore store = new InMemoryThreadStore();
    private int crashes;

    /** Sets the number of the next outcomes of steps that are lost. */
    void loseOutcomes(int number) {
        crashes = number;
    }

    private static boolean isOutcome(Event event) {
        return switch (event.kind()) {
            case STEP_RETURNED, STEP_FAILED, STEP_IN_DOUBT, CALL_SELECTED, REPLY_ASKED, FINISHED -> true;
            default -> false;
        };
    }

    @Override
    public Optional<AgentThread> load(String id) {
        return store.load(id);
    }

    @Override
    public void append(String id, int position, Event event) {
        if (crashes > 0 && isOutcome(event)) {
            crashes--;
            throw new Crash();
        }
        store.append(id, position, event);
    }

    @Override
    public Optional<Lease> lease(String id) {
        return store.lease(id);
    }
}

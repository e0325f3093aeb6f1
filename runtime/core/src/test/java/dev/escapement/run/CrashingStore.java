package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.Optional;

/** A store whose process crashes after a step has run and before its outcome is stored. */
final class CrashingStore implements ThreadStore {

    /** The end of the process. */
    static final class Crash extends Error {

        private static final long serialVersionUID = 1L;
    }

    private final ThreadStore store = new InMemoryThreadStore();
    private String lost = "";

    /** Sets the call whose next outcome is lost. */
    void loseOutcomeOf(String callId) {
        lost = callId;
    }

    private boolean isLost(Event event) {
        return event instanceof Event.OfCall ofCall && ofCall.callId().equals(lost) && isOutcome(event);
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
        if (isLost(event)) {
            lost = "";
            throw new Crash();
        }
        store.append(id, position, event);
    }

    @Override
    public Optional<Lease> lease(String id) {
        return store.lease(id);
    }
}

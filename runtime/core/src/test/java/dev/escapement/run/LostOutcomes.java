package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.Optional;

/** A store whose process is killed when it appends the result of a step. Its leases end with the process. */
final class LostOutcomes implements ThreadStore {

    /** Thrown in place of the end of the process. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final ThreadStore store;
    private boolean losesAll = true;
    private String lost = "";

    LostOutcomes(ThreadStore store) {
        this.store = store;
    }

    /** Limits the losses to the next result of one call. */
    void loseNextOf(String callId) {
        losesAll = false;
        lost = callId;
    }

    @Override
    public Optional<AgentThread> load(String id) {
        return store.load(id);
    }

    @Override
    public void append(String id, int position, Event event) {
        if (event instanceof Event.StepReturned returned
                && (losesAll || returned.callId().equals(lost))) {
            lost = "";
            throw new Killed();
        }
        store.append(id, position, event);
    }

    @Override
    public Optional<Lease> lease(String id) {
        return store.lease(id);
    }
}

package dev.escapement.run;

import dev.escapement.testing.ForwardingStore;
import dev.escapement.thread.Event;

/** A store whose process is killed when it appends the result of a step. Its leases end with the process. */
final class LostOutcomes extends ForwardingStore {

    /** Thrown in place of the end of the process. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private boolean losesAll = true;
    private String lost = "";

    LostOutcomes(ThreadStore store) {
        super(store);
    }

    /** Limits the losses to the next result of one call. */
    void loseNextOf(String callId) {
        losesAll = false;
        lost = callId;
    }

    @Override
    public void append(Append append) {
        for (Event event : append.events()) {
            if (event instanceof Event.StepReturned returned
                    && (losesAll || returned.callId().equals(lost))) {
                lost = "";
                throw new Killed();
            }
        }
        super.append(append);
    }
}

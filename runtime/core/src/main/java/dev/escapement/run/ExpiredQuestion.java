package dev.escapement.run;

import dev.escapement.engine.Reducer;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.Event;
import dev.escapement.thread.ReplyProgress;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The detection of questions whose deadline has passed. */
final class ExpiredQuestion {

    private ExpiredQuestion() {}

    /**
     * Returns the event that records the expiry of a question.
     *
     * @param now the clock, which is read only if a question has a deadline
     */
    static Optional<Event.Expired> of(AgentThread thread, Supplier<Instant> now) {
        return isPossible(thread) ? Reducer.expired(thread, now.get()) : Optional.empty();
    }

    /** Returns whether an open question of a thread has a deadline. */
    static boolean isPossible(AgentThread thread) {
        ReplyProgress reply = thread.hasEnded() ? null : thread.state().reply();
        if (reply != null) {
            for (CallProgress call : reply.calls()) {
                if (call.deadline().isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }
}

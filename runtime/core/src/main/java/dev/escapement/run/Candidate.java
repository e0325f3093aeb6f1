package dev.escapement.run;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version of a thread whose last event is about to be stored, with its standing and, if it was determined, its next
 * command.
 *
 * @param thread the thread with the event
 * @param next the next command; null if it must be determined after the append
 * @param standing the standing to store
 */
record Candidate(AgentThread thread, @Nullable Command next, Standing standing) {

    /**
     * Returns the version with an event. A failure of the loop must not lose the event: the thread then remains
     * runnable, and the failure recurs when the next command is determined.
     */
    static Candidate of(AgentLoop loop, AgentThread before, Event event) {
        AgentThread thread = before.with(event);
        try {
            Command next = loop.next(thread);
            return new Candidate(thread, next, ThreadStanding.of(loop, thread, next));
        } catch (Throwable e) {
            return new Candidate(thread, null, Standing.RUNNABLE);
        }
    }

    /** Returns the version with the start of a step that runs next. */
    static Candidate of(AgentLoop loop, AgentThread before, Event.StepStarted started) {
        AgentThread thread = before.with(started);
        try {
            return new Candidate(thread, null, ThreadStanding.running(loop, thread, started.callId()));
        } catch (Throwable e) {
            return new Candidate(thread, null, Standing.RUNNABLE);
        }
    }

    /** Returns the request to append the event. */
    Append append(ThreadStore.Lease lease) {
        int position = thread.events().size() - 1;
        return new Append(thread.id(), position, List.of(thread.last()), Optional.of(lease), standing);
    }
}

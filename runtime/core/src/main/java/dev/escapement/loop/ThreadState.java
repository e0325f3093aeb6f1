package dev.escapement.loop;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that the rules of the loop need to know of a thread that has not ended, in one pass over its events. */
final class ThreadState {

    private @Nullable Turn turn;
    private int turns;
    private final Set<String> started = new HashSet<>();
    private boolean textAnswered;
    private boolean personAsked;
    private int failedTurns;
    private boolean failed;
    private boolean succeeded;
    private final Set<String> everFetched = new HashSet<>();
    private final Set<String> fetchedForThisRequest = new HashSet<>();

    private ThreadState() {}

    static ThreadState of(AgentThread thread) {
        ThreadState state = new ThreadState();
        for (Event event : thread.events()) {
            state.happened(thread, event);
        }
        return state;
    }

    private void happened(AgentThread thread, Event event) {
        if (event instanceof Event.ContextFetched context) {
            fetched(context.source());
            return;
        } else if (event instanceof Event.ContextFailed context) {
            fetched(context.source());
            return;
        }
        fetchedForThisRequest.clear();
        if (event instanceof Event.ModelReplied reply) {
            replied(reply);
        } else if (event instanceof Event.TextRejected) {
            textAnswered = true;
            failed = true;
        } else if (event instanceof Event.MessageReceived) {
            textAnswered = true;
            countAnew();
        } else if (event instanceof Event.PersonAsked) {
            personAsked = true;
        } else if (event instanceof Event.OfCall ofCall) {
            happenedToCall(thread, ofCall);
        }
    }

    private void fetched(String source) {
        everFetched.add(source);
        fetchedForThisRequest.add(source);
    }

    private void replied(Event.ModelReplied reply) {
        failedTurns = consecutiveFailures();
        failed = false;
        succeeded = false;
        textAnswered = false;
        personAsked = false;
        turn = new Turn(++turns, reply, started.size());
    }

    /** A person has a hand in it now: what failed before says nothing about what comes. */
    private void countAnew() {
        failedTurns = 0;
        failed = false;
        succeeded = false;
        personAsked = false;
    }

    private void happenedToCall(AgentThread thread, Event.OfCall event) {
        if (event instanceof Event.StepStarted) {
            started.add(event.callId());
        }
        if (event instanceof Event.Answer answer) {
            failed |= CallProgress.failed(answer);
            // A step that selected the next call has done its part, but what the model wanted depends on that call.
            succeeded |= CallProgress.succeeded(answer) && !(answer instanceof Event.CallSelected);
        }
        if (turn == null || !turn.happened(event)) {
            throw new IllegalStateException("Thread " + thread.id() + " is broken: it has events of the call "
                    + event.callId() + ", but the last reply has no such call.");
        }
    }

    /** The last reply of the model; null before the first. */
    @Nullable
    Turn turn() {
        return turn;
    }

    /** Whether the last reply, which had no call, was rejected, or a person said something after it. */
    boolean textAnswered() {
        return textAnswered;
    }

    /** Whether a person was asked what to do after the last reply, and has not said it yet. */
    boolean personAsked() {
        return personAsked;
    }

    /** How many replies failed one after the other, the last one included. */
    int consecutiveFailures() {
        if (succeeded) {
            return 0;
        }
        return failed ? failedTurns + 1 : failedTurns;
    }

    boolean fetchedEver(String source) {
        return everFetched.contains(source);
    }

    /** Whether a source was asked after everything else that happened. */
    boolean fetchedForThisRequest(String source) {
        return fetchedForThisRequest.contains(source);
    }
}

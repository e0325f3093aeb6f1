package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.Effect;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Event;
import java.util.ArrayList;
import java.util.List;

/** The events of one call, checked against the rules of recovery. */
final class CallAudit {

    private static final int MAX_ATTEMPTS = 3;

    private final List<Event.StepStarted> starts = new ArrayList<>();
    private int answers;
    private int permissions;
    private int permittedAttempts;
    private boolean approved;
    private boolean approvedBeforeStart = true;
    private String fault = "";

    /** Adds the next event of the call, in the order of the thread. */
    void add(Event.OfCall event) {
        if (event instanceof Event.StepStarted start) {
            started(start);
        } else if (event instanceof Event.Approved) {
            approved = true;
        } else if (event instanceof AnsweredByPerson person) {
            answered(person.answer());
        } else if (event instanceof Event.CallAnswer) {
            answers++;
        }
    }

    private void started(Event.StepStarted start) {
        permittedAttempts++;
        if (start.attempt() != permittedAttempts || start.attempt() > MAX_ATTEMPTS) {
            fault = "attempt " + start.attempt() + " at the place of " + permittedAttempts;
        } else if (answers > 0) {
            fault = "a step started after the answer to its call";
        } else if (!starts.isEmpty() && !starts.get(0).idempotencyKey().equals(start.idempotencyKey())) {
            fault = "a second key, " + start.idempotencyKey();
        } else if (start.effect() == Effect.DESTRUCTIVE && starts.size() > permissions) {
            fault = "a destructive step started again without permission";
        }
        approvedBeforeStart &= approved || start.effect() != Effect.DESTRUCTIVE;
        starts.add(start);
    }

    private void answered(Answer answer) {
        switch (answer.kind()) {
            case RUN_AGAIN -> {
                permissions++;
                permittedAttempts = 0;
            }
            case QUESTION -> {}
            case RETURNED, NEXT, FINISHED, FAILED -> answers++;
        }
    }

    /** Returns the number of answers. */
    int answers() {
        return answers;
    }

    /** Returns the number of permissions to run again. */
    int permissions() {
        return permissions;
    }

    /** Returns whether each start of a destructive step follows an approval. */
    boolean isApproved() {
        return approvedBeforeStart;
    }

    /** Returns the broken rule of attempts and keys, or an empty string. */
    String fault() {
        return fault;
    }

    /** Returns the starts of the step. */
    List<Event.StepStarted> starts() {
        return starts;
    }
}

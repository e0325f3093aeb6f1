package dev.escapement.run;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The state of a thread as its store indexes it: whether the thread can continue, when, and which questions are open.
 * Immutable. A store saves it with the events of an append and does not interpret the events.
 *
 * @param phase the phase of the thread
 * @param due the time from which a driver must continue the thread. For a runnable thread, empty means at once; for a
 *     waiting thread, the time is the earliest deadline of its questions, and empty means that only a person continues it
 * @param questions the open questions, in the order of the calls
 */
public record Standing(Phase phase, Optional<Instant> due, List<Question> questions) {

    /** The standing of a thread that a driver can continue at once and that has no open questions. */
    public static final Standing RUNNABLE = new Standing(Phase.RUNNABLE, Optional.empty(), List.of());

    public Standing {
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(due, "due");
        questions = List.copyOf(questions);
    }

    /** The phase of a thread. */
    public enum Phase {

        /** A driver can continue the thread, or executes it. */
        RUNNABLE,

        /** The thread waits for a person or for another thread. */
        WAITING,

        /** The thread ended with a result. */
        FINISHED,

        /** The thread ended without a result. */
        STOPPED;

        /** {@return whether the thread has ended, so that it continues only if a person extends its budget} */
        public boolean isEnd() {
            return this == FINISHED || this == STOPPED;
        }
    }

    /** The kind of an open question. */
    public enum Kind {

        /** A call requires approval. */
        APPROVAL,

        /** A step waits for a reply. */
        REPLY,

        /** A person must resolve a step with an unknown outcome. */
        DECISION,

        /** The thread waits for a message. */
        MESSAGE,

        /** The thread waits for a thread that it started. */
        CHILD
    }

    /**
     * An open question.
     *
     * @param callId the id of the call; empty for {@link Kind#MESSAGE}
     * @param kind the kind
     * @param since the time of the event that opened the question
     * @param deadline the time after which a decision is refused; empty if there is none
     */
    public record Question(String callId, Kind kind, Instant since, Optional<Instant> deadline) {
        public Question {
            Objects.requireNonNull(callId, "callId");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(deadline, "deadline");
        }
    }

    /**
     * Returns a standing with a phase and without a due time or questions.
     *
     * @param phase the phase
     * @return the standing
     */
    public static Standing of(Phase phase) {
        return new Standing(phase, Optional.empty(), List.of());
    }
}

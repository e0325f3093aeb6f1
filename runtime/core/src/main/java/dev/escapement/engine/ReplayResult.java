package dev.escapement.engine;

import dev.escapement.thread.Event;
import java.util.Locale;
import java.util.Objects;

/** The result of {@link Replay}. */
public sealed interface ReplayResult {

    /**
     * Returns whether the code of the agent would record the events of the thread.
     *
     * @return {@code true} for {@link Verified}
     */
    default boolean isVerified() {
        return this instanceof Verified;
    }

    /**
     * A thread that the code of the agent would record with the same events.
     *
     * @param events the number of events of the thread
     * @param requests the number of requests to the model whose hash was compared
     */
    record Verified(int events, int requests) implements ReplayResult {}

    /**
     * The first event that the code of the agent would not record at its position.
     *
     * @param index the position of the event, counted from 0
     * @param recorded the event
     * @param command the command that the code returns for the events before it
     * @param difference the kind of difference between the two
     * @param recordedSha256 the recorded hash of the request to the model; empty for other events, and if it is unknown
     * @param currentSha256 the hash of the request as it is rendered now; empty if it was not computed
     */
    record Divergence(
            int index,
            Event recorded,
            Command command,
            Difference difference,
            String recordedSha256,
            String currentSha256)
            implements ReplayResult {
        public Divergence {
            Objects.requireNonNull(recorded, "recorded");
            Objects.requireNonNull(command, "command");
            Objects.requireNonNull(difference, "difference");
            Objects.requireNonNull(recordedSha256, "recordedSha256");
            Objects.requireNonNull(currentSha256, "currentSha256");
        }

        /**
         * Returns a description for people.
         *
         * @return two or three sentences in one line, without the content of the thread
         */
        public String summary() {
            String call = recorded instanceof Event.OfCall event ? " of the call " + event.callId() : "";
            String hashes = currentSha256.isEmpty()
                    ? ""
                    : " The hash of the request is " + currentSha256 + ", not " + recordedSha256 + ".";
            return "The event " + index + " (" + lowerCase(recorded.kind()) + call + ") diverges: "
                    + lowerCase(difference) + ". The current code returns "
                    + command.getClass().getSimpleName() + "." + hashes;
        }

        private static String lowerCase(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
    }

    /** A kind of difference between a recorded event and a command. */
    enum Difference {

        /** The code returns a command with other results. */
        COMMAND,

        /** The command concerns another call. */
        CALL,

        /** The canonical arguments have another hash, to which the approval is not bound. */
        ARGUMENTS,

        /** The step has another effect. */
        EFFECT,

        /** The step has another flow. */
        FLOW,

        /** The attempt has another number, or a further attempt follows it or not. */
        ATTEMPT,

        /** The step receives another idempotency key. */
        IDEMPOTENCY_KEY,

        /** The question requires a reply with another schema, or has another deadline or fallback. */
        QUESTION,

        /** The step starts a child thread of another agent, with another id or with another continuation. */
        CHILD,

        /** The context is fetched from another source. */
        SOURCE,

        /** The request to the model has another hash, or cannot be rendered. */
        REQUEST,

        /** The thread ends with another result or for another reason, or the result cannot be read. */
        END,

        /** The event is not permitted at its position, because a question is not open or a step is not running. */
        POSITION
    }
}

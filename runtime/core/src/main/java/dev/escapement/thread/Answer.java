package dev.escapement.thread;

import java.util.Objects;

/**
 * A person's resolution of an open call. The flow of the call's step determines which resolutions are permitted: the
 * first four correspond to the flows; {@link Failed} is always permitted, and {@link RunAgain} only for a step that has
 * started and whose outcome is unknown.
 *
 * <pre>{@code
 * runner.answer("case-1042", "call_1", Approver.of("alice"), new Answer.Returned("{\"receipt\":\"R-7\"}"));
 * }</pre>
 */
public sealed interface Answer {

    /** A kind of resolution. */
    enum Kind {
        /** {@link Answer.Returned}. */
        RETURNED,
        /** {@link Answer.Next}. */
        NEXT,
        /** {@link Answer.Question}. */
        QUESTION,
        /** {@link Answer.Finished}. */
        FINISHED,
        /** {@link Answer.Failed}. */
        FAILED,
        /** {@link Answer.RunAgain}. */
        RUN_AGAIN
    }

    /**
     * Returns the kind of this resolution.
     *
     * @return the constant for the type
     */
    Kind kind();

    /**
     * The result of the step.
     *
     * @param json the result as JSON text; empty for a step that returns {@code void}. An inbox without the agent's loop
     *     also accepts empty text for other steps.
     */
    record Returned(String json) implements Answer {
        public Returned {
            Objects.requireNonNull(json, "json");
        }

        @Override
        public Kind kind() {
            return Kind.RETURNED;
        }
    }

    /**
     * The call that the step selected.
     *
     * @param tool the tool to call
     * @param json its arguments as JSON text
     */
    record Next(String tool, String json) implements Answer {
        public Next {
            Objects.requireNonNull(tool, "tool");
            Objects.requireNonNull(json, "json");
        }

        @Override
        public Kind kind() {
            return Kind.NEXT;
        }
    }

    /**
     * The question with which the step paused.
     *
     * @param text the question
     */
    record Question(String text) implements Answer {
        public Question {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Kind kind() {
            return Kind.QUESTION;
        }
    }

    /**
     * The result with which the step finished the thread.
     *
     * @param json the result as JSON text
     */
    record Finished(String json) implements Answer {
        public Finished {
            Objects.requireNonNull(json, "json");
        }

        @Override
        public Kind kind() {
            return Kind.FINISHED;
        }
    }

    /**
     * A failure of the call, which had no effect.
     *
     * @param reason the text for the model
     */
    record Failed(String reason) implements Answer {
        public Failed {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Kind kind() {
            return Kind.FAILED;
        }
    }

    /**
     * A permission to run the step again, with the same idempotency key and the full number of attempts. If the decision
     * depends on whether the effect exists, look for it while the thread is at rest, because a running step can still
     * cause it.
     */
    record RunAgain() implements Answer {
        @Override
        public Kind kind() {
            return Kind.RUN_AGAIN;
        }
    }
}

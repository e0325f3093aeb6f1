package dev.escapement.server.body;

import dev.escapement.Codec;
import dev.escapement.Naming;

/** A kind of {@link AnswerBody}. */
@Codec(naming = Naming.SNAKE_CASE)
public enum AnswerKind {
    /** The result of the step. */
    RETURNED,
    /** The call that the step selected. */
    NEXT,
    /** The question with which the step paused. */
    QUESTION,
    /** The result with which the step finished the thread. */
    FINISHED,
    /** A failure without an effect. */
    FAILED,
    /** The permission to run the step again. */
    RUN_AGAIN
}

package dev.escapement.server.body;

import dev.escapement.Codec;
import dev.escapement.json.JsonText;
import java.util.Optional;

/** A resolution of a call in place of its step. The property {@code type} distinguishes the types. */
@Codec
public sealed interface AnswerBody {

    /**
     * A function with a method for each type of resolution.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        /** {@return the result for a result of the step} */
        R returned(Returned answer);

        /** {@return the result for a selected call} */
        R next(Next answer);

        /** {@return the result for a question} */
        R question(Question answer);

        /** {@return the result for the end of the thread} */
        R finished(Finished answer);

        /** {@return the result for a failure} */
        R failed(Failed answer);

        /** {@return the result for a further run} */
        R runAgain(RunAgain answer);
    }

    /** {@return the result of the visitor's method for this type} */
    <R> R accept(Visitor<R> visitor);

    /**
     * The result of the step.
     *
     * @param json the result; absent for a step that does not return one
     */
    record Returned(Optional<JsonText> json) implements AnswerBody {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.returned(this);
        }
    }

    /**
     * The call that the step selected.
     *
     * @param tool the name of the tool
     * @param json its arguments
     */
    record Next(String tool, JsonText json) implements AnswerBody {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.next(this);
        }
    }

    /**
     * The question with which the step paused.
     *
     * @param text the question, not blank
     */
    record Question(String text) implements AnswerBody {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.question(this);
        }
    }

    /**
     * The result with which the step finished the thread.
     *
     * @param json the result
     */
    record Finished(JsonText json) implements AnswerBody {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.finished(this);
        }
    }

    /**
     * A failure of the call, which had no effect.
     *
     * @param reason the text for the model, not blank
     */
    record Failed(String reason) implements AnswerBody {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.failed(this);
        }
    }

    /** A permission to run the step again. */
    record RunAgain() implements AnswerBody {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.runAgain(this);
        }
    }
}

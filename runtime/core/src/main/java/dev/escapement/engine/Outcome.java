package dev.escapement.engine;

import dev.escapement.Finish;
import dev.escapement.Pause;
import dev.escapement.json.JsonEncoder;
import dev.escapement.tool.ToolSpec;

/** What came of running a step. */
public sealed interface Outcome {

    /**
     * A function of outcomes with one method for each type.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {

        /**
         * Handles an outcome of type {@link Returned}.
         *
         * @param outcome the outcome
         * @return the result
         */
        R returned(Returned outcome);

        /**
         * Handles an outcome of type {@link Failed}.
         *
         * @param outcome the outcome
         * @return the result
         */
        R failed(Failed outcome);

        /**
         * Handles an outcome of type {@link Selected}.
         *
         * @param outcome the outcome
         * @return the result
         */
        R selected(Selected outcome);

        /**
         * Handles an outcome of type {@link Paused}.
         *
         * @param outcome the outcome
         * @return the result
         */
        R paused(Paused outcome);

        /**
         * Handles an outcome of type {@link Finished}.
         *
         * @param outcome the outcome
         * @return the result
         */
        R finished(Finished outcome);
    }

    /**
     * Calls the method of a visitor that belongs to the type of this outcome.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the result of the visitor
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * The step returned.
     *
     * @param result the result as JSON text; empty for a step that returns nothing
     */
    record Returned(String result) implements Outcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.returned(this);
        }
    }

    /**
     * The step threw an exception that it declares.
     *
     * @param message what the model is told
     */
    record Failed(String message) implements Outcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.failed(this);
        }
    }

    /**
     * The step selected the next call itself.
     *
     * @param tool the tool to call
     * @param arguments its arguments as JSON text
     */
    record Selected(String tool, String arguments) implements Outcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.selected(this);
        }
    }

    /**
     * The step waits for a reply.
     *
     * @param question what the person is asked
     * @param schema the JSON Schema of the reply
     */
    record Paused(String question, String schema) implements Outcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.paused(this);
        }
    }

    /**
     * The step ended the thread.
     *
     * @param result the result of the thread as JSON text
     */
    record Finished(String result) implements Outcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.finished(this);
        }
    }

    /**
     * The outcome of a step that returns nothing.
     *
     * @return the outcome
     */
    static Outcome returned() {
        return new Returned("");
    }

    /**
     * The outcome of a step that returned a value.
     *
     * @param encoder writes the value
     * @param value what the step returned
     * @param <T> the type of the value
     * @return the outcome
     * @throws ResultException if the value cannot be written
     */
    static <T> Outcome returned(JsonEncoder<T> encoder, T value) {
        return new Returned(encoded(encoder, value));
    }

    /**
     * The outcome of a step that selected the next call.
     *
     * @param tool the tool to call
     * @param arguments what the step returned
     * @param <T> the record of the tool's arguments
     * @return the outcome
     * @throws ResultException if the arguments cannot be written
     */
    static <T> Outcome selected(ToolSpec<T> tool, T arguments) {
        return new Selected(tool.name(), encoded(tool, arguments));
    }

    /**
     * The outcome of a step that waits for a reply.
     *
     * @param schema the JSON Schema of the reply
     * @param pause what the step returned
     * @param <R> the type of the reply
     * @return the outcome
     * @throws ResultException if the step returned null
     */
    static <R> Outcome paused(String schema, Pause<R> pause) {
        return new Paused(notNull(pause).question(), schema);
    }

    /**
     * The outcome of a step that ended the thread.
     *
     * @param encoder writes the result
     * @param finish what the step returned
     * @param <R> the type of the result
     * @return the outcome
     * @throws ResultException if the result cannot be written
     */
    static <R> Outcome finished(JsonEncoder<R> encoder, Finish<R> finish) {
        return new Finished(encoded(encoder, notNull(finish).result()));
    }

    /**
     * The outcome of a step that threw an exception of its contract.
     *
     * @param declared the exception; without a message, its simple name stands for one
     * @return the outcome
     */
    static Outcome failed(Throwable declared) {
        return new Failed(ModelMessages.declared(declared));
    }

    private static <T> T notNull(T returned) {
        if (returned == null) {
            throw ResultException.ofNull();
        }
        return returned;
    }

    private static <T> String encoded(JsonEncoder<T> encoder, T value) {
        try {
            return encoder.encode(value);
        } catch (RuntimeException e) {
            // Of its own type, so that no step's contract can claim it.
            throw value == null ? ResultException.ofNull() : ResultException.ofValue(e);
        }
    }
}

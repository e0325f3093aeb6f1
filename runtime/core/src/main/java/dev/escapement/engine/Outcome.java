package dev.escapement.engine;

import dev.escapement.Delegate;
import dev.escapement.Finish;
import dev.escapement.Pause;
import dev.escapement.codegen.EncodedValue;
import dev.escapement.codegen.ShapeCheck;
import dev.escapement.content.Content;
import dev.escapement.internal.text.BlankText;
import dev.escapement.json.JsonEncoder;
import dev.escapement.json.StaleCodeError;
import dev.escapement.tool.ToolSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outcome of running a step or fetching context. Generated loops create outcomes with the static methods. */
public sealed interface Outcome {

    /**
     * A visitor of outcomes, with one method for each outcome type.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {

        /**
         * Handles a {@link Returned} outcome.
         *
         * @param outcome the outcome
         * @return the result
         */
        R returned(Returned outcome);

        /**
         * Handles a {@link Failed} outcome.
         *
         * @param outcome the outcome
         * @return the result
         */
        R failed(Failed outcome);

        /**
         * Handles an {@link InDoubt} outcome.
         *
         * @param outcome the outcome
         * @return the result
         */
        R inDoubt(InDoubt outcome);

        /**
         * Handles a {@link Selected} outcome.
         *
         * @param outcome the outcome
         * @return the result
         */
        R selected(Selected outcome);

        /**
         * Handles a {@link Paused} outcome.
         *
         * @param outcome the outcome
         * @return the result
         */
        R paused(Paused outcome);

        /**
         * Handles a {@link Delegated} outcome.
         *
         * @param outcome the outcome
         * @return the result
         */
        R delegated(Delegated outcome);

        /**
         * Handles a {@link Finished} outcome.
         *
         * @param outcome the outcome
         * @return the result
         */
        R finished(Finished outcome);
    }

    /**
     * Calls the visitor's method for the type of this outcome.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the visitor's result
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * An outcome in which a step or context method returned a result.
     *
     * @param result the result as JSON text; empty for a step that returns {@code void}
     * @param files the files in the result, in order
     */
    record Returned(String result, List<Content.File> files) implements Outcome {
        public Returned {
            files = List.copyOf(files);
        }

        /** Creates an outcome without files. */
        public Returned(String result) {
            this(result, List.of());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.returned(this);
        }
    }

    /**
     * An outcome in which a step or context method threw a declared exception.
     *
     * @param message the text for the model
     */
    record Failed(String message) implements Outcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.failed(this);
        }
    }

    /**
     * An outcome in which a step or context method threw an exception that does not exclude an effect.
     *
     * @param exception the exception, an {@link Error} included
     * @param declared {@code true} if the method declares the exception
     */
    record InDoubt(Throwable exception, boolean declared) implements Outcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inDoubt(this);
        }
    }

    /**
     * An outcome in which a step selected the next call.
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
     * An outcome in which the thread pauses until a person replies to the step's question.
     *
     * @param question the question for the person
     * @param schema the JSON Schema of the reply
     * @param limit the time for the reply; empty if it is not limited
     * @param fallback the reply that applies if none arrives in time, as JSON text
     */
    record Paused(String question, String schema, Optional<Duration> limit, Optional<String> fallback)
            implements Outcome {

        /** Creates an outcome without a time limit. */
        public Paused(String question, String schema) {
            this(question, schema, Optional.empty(), Optional.empty());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.paused(this);
        }
    }

    /**
     * An outcome in which a step starts a child thread.
     *
     * @param start the start of the child
     * @param joins whether the agent joins the child
     */
    record Delegated(DelegateStart<?> start, boolean joins) implements Outcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.delegated(this);
        }
    }

    /**
     * An outcome in which the thread ends with a result.
     *
     * @param result the result of the thread as JSON text
     * @param files the files in the result, in order
     */
    record Finished(String result, List<Content.File> files) implements Outcome {
        public Finished {
            files = List.copyOf(files);
        }

        /** Creates an outcome without files. */
        public Finished(String result) {
            this(result, List.of());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.finished(this);
        }
    }

    /**
     * Returns the outcome of a step that returns {@code void}.
     *
     * @return the outcome
     */
    static Outcome returned() {
        return new Returned("");
    }

    /**
     * Returns the outcome of a step that returned a value.
     *
     * @param encoder the encoder of the value
     * @param value the value
     * @param <T> the type of the value
     * @return the outcome
     * @throws ResultException if the value is null or cannot be encoded
     */
    static <T> Outcome returned(JsonEncoder<T> encoder, T value) {
        EncodedValue encoded = encoded(encoder, value);
        return new Returned(encoded.json(), encoded.files());
    }

    /**
     * Returns the outcome of a step that selected the next call.
     *
     * @param tool the tool to call
     * @param arguments the value that the step returned
     * @param <T> the type of the tool's arguments
     * @return the outcome
     * @throws ResultException if the arguments are null or cannot be encoded
     */
    static <T> Outcome selected(ToolSpec<T> tool, T arguments) {
        return new Selected(tool.name(), encoded(tool, arguments).json());
    }

    /**
     * Returns the exception to throw if a step returned a value of a sealed interface that is not the arguments of a known
     * tool.
     *
     * @param agent the name of the agent's class
     * @param type the name of the interface
     * @param value the value that the step returned
     * @return the exception for null
     * @throws StaleCodeError if the value is an instance of a type that the generated loop does not know
     */
    static ResultException unexpectedSelection(String agent, String type, @Nullable Object value) {
        if (value != null) {
            throw ShapeCheck.unexpectedValue(agent, type, value);
        }
        return ResultException.ofNull();
    }

    /**
     * Returns the outcome of a step that paused.
     *
     * @param schema the JSON Schema of the reply
     * @param encoder the encoder of the fallback
     * @param pause the value that the step returned
     * @param <R> the type of the reply
     * @return the outcome
     * @throws ResultException if the step returned null, or the fallback cannot be encoded or contains a file
     */
    static <R> Outcome paused(String schema, JsonEncoder<R> encoder, Pause<R> pause) {
        Pause<R> returned = notNull(pause);
        Optional<String> fallback = returned.fallback().map(reply -> fallback(encoder, reply));
        return new Paused(returned.question(), schema, returned.limit(), fallback);
    }

    private static <R> String fallback(JsonEncoder<R> encoder, R reply) {
        EncodedValue encoded;
        try {
            encoded = EncodedValue.of(encoder, reply);
        } catch (RuntimeException e) {
            throw ResultException.ofFallback(e);
        }
        if (!encoded.files().isEmpty()) {
            throw ResultException.ofFallbackWithFiles();
        }
        return encoded.json();
    }

    /**
     * Returns the outcome of a step that starts a child thread.
     *
     * @param agent the name of the child's agent
     * @param delegate the value that the step returned
     * @param joins whether the agent joins the child
     * @return the outcome
     * @throws ResultException if the step returned null, or a value that a generated loop of the agent did not create,
     *     or its text is blank without files
     */
    static Outcome delegated(String agent, Delegate<?> delegate, boolean joins) {
        if (notNull(delegate) instanceof DelegateStart<?> start && start.agent().equals(agent)) {
            if (BlankText.is(start.start().input()) && start.start().files().isEmpty()) {
                throw ResultException.ofBlankDelegate(agent);
            }
            return new Delegated(start, joins);
        }
        throw ResultException.ofDelegate(agent, delegate);
    }

    /**
     * Returns the outcome of a step that ended the thread.
     *
     * @param encoder the encoder of the result
     * @param finish the value that the step returned
     * @param <R> the type of the result
     * @return the outcome
     * @throws ResultException if the step returned null, or the result cannot be encoded
     */
    static <R> Outcome finished(JsonEncoder<R> encoder, Finish<R> finish) {
        EncodedValue encoded = encoded(encoder, notNull(finish).result());
        return new Finished(encoded.json(), encoded.files());
    }

    /**
     * Returns the outcome of a step that threw a declared exception. The exception means that the step had no effect,
     * unless it is an {@link Error}, an I/O, SQL or timeout exception, an interruption or {@link
     * dev.escapement.UnknownOutcomeException}, or is caused by one of these exceptions.
     *
     * @param declared the exception; the simple name of its class replaces a blank message
     * @return the outcome
     * @throws ChildResultException if a join that declares unchecked exceptions did not run because of this one
     */
    static Outcome failed(Throwable declared) {
        if (declared instanceof ChildResultException unread) {
            throw unread;
        } else if (UnknownOutcomes.include(declared)) {
            return new InDoubt(declared, true);
        } else if (ModelMessages.isShortened(declared)) {
            System.getLogger(Outcome.class.getName())
                    .log(System.Logger.Level.WARNING, "The message of an exception was shortened", declared);
        }
        return new Failed(ModelMessages.declared(declared));
    }

    private static <T> T notNull(T returned) {
        if (returned == null) {
            throw ResultException.ofNull();
        }
        return returned;
    }

    private static <T> EncodedValue encoded(JsonEncoder<T> encoder, T value) {
        try {
            return EncodedValue.of(encoder, value);
        } catch (RuntimeException e) {
            // A dedicated type, which the throws clause of a step cannot match.
            throw value == null ? ResultException.ofNull() : ResultException.ofValue(e);
        }
    }
}

package dev.escapement.model;

import dev.escapement.tool.Call;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One message of the conversation that a model is shown. */
public sealed interface Message {

    /**
     * A function of messages with one method for each type.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {

        /**
         * Handles a message of the person.
         *
         * @param message the message
         * @return the result
         */
        R user(User message);

        /**
         * Handles an earlier reply of the model.
         *
         * @param message the message
         * @return the result
         */
        R assistant(Assistant message);

        /**
         * Handles the answer to a call.
         *
         * @param message the message
         * @return the result
         */
        R toolAnswer(ToolAnswer message);
    }

    /**
     * Calls the method of a visitor that belongs to the type of this message.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the result of the visitor
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * Words of the person.
     *
     * @param text what the person said
     */
    record User(String text) implements Message {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.user(this);
        }
    }

    /**
     * An earlier reply of the model.
     *
     * @param text what it said; empty if it only called tools
     * @param calls the calls it made
     * @param state what its provider wants back with it, if anything
     */
    record Assistant(String text, List<Call> calls, Optional<ProviderState> state) implements Message {
        public Assistant {
            calls = List.copyOf(calls);
            Objects.requireNonNull(state, "state");
        }

        /**
         * An earlier reply of a model whose provider wants nothing back.
         *
         * @param text what it said; empty if it only called tools
         * @param calls the calls it made
         */
        public Assistant(String text, List<Call> calls) {
            this(text, calls, Optional.empty());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.assistant(this);
        }
    }

    /**
     * The answer to one call of the {@link Assistant} message before it.
     *
     * @param callId the id of the call
     * @param text what the model is told
     * @param failed whether the call was rejected or its step failed
     */
    record ToolAnswer(String callId, String text, boolean failed) implements Message {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.toolAnswer(this);
        }
    }
}

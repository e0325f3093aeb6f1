package dev.escapement.model;

import dev.escapement.content.Content;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A message in the conversation of a {@link ModelRequest}. */
public sealed interface Message {

    /**
     * A visitor of messages, with one method for each message type.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {

        /**
         * Handles a message from the user.
         *
         * @param message the message
         * @return the result
         */
        R user(User message);

        /**
         * Handles an earlier reply from the model.
         *
         * @param message the message
         * @return the result
         */
        R assistant(Assistant message);

        /**
         * Handles the answer to a tool call.
         *
         * @param message the message
         * @return the result
         */
        R toolAnswer(ToolAnswer message);
    }

    /**
     * Calls the visitor's method for the type of this message.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the visitor's result
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * A message from the user.
     *
     * @param content the texts and files of the message in order
     */
    record User(List<Content> content) implements Message {
        public User {
            content = List.copyOf(content);
        }

        /**
         * Creates a message that consists of text.
         *
         * @param text the text of the message
         */
        public User(String text) {
            this(List.of(new Content.Text(text)));
        }

        /**
         * Returns the text of the message.
         *
         * @return the texts, separated by empty lines; empty if the message consists of files
         */
        public String text() {
            return Content.textOf(content);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.user(this);
        }
    }

    /**
     * An earlier reply from the model.
     *
     * @param text the text of the reply; empty if it contains only calls
     * @param calls the calls of the reply, in the model's order
     * @param state the provider state of the reply, if any
     */
    record Assistant(String text, List<Call> calls, Optional<ProviderState> state) implements Message {
        public Assistant {
            calls = List.copyOf(calls);
            Objects.requireNonNull(state, "state");
        }

        /**
         * Creates a reply without provider state.
         *
         * @param text the text of the reply; empty if it contains only calls
         * @param calls the calls of the reply, in the model's order
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
     * The answer to a tool call in the preceding {@link Assistant} message.
     *
     * @param callId the id of the call
     * @param content the texts and files of the answer in order
     * @param failed {@code true} if the call was rejected or its step failed
     */
    record ToolAnswer(String callId, List<Content> content, boolean failed) implements Message {
        public ToolAnswer {
            content = List.copyOf(content);
        }

        /**
         * Creates an answer that consists of text.
         *
         * @param callId the id of the call
         * @param text the text of the answer
         * @param failed {@code true} if the call was rejected or its step failed
         */
        public ToolAnswer(String callId, String text, boolean failed) {
            this(callId, List.of(new Content.Text(text)), failed);
        }

        /**
         * Returns the text of the answer.
         *
         * @return the texts, separated by empty lines; empty if the answer consists of files
         */
        public String text() {
            return Content.textOf(content);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.toolAnswer(this);
        }
    }
}

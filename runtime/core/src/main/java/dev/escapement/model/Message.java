package dev.escapement.model;

import dev.escapement.tool.Call;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One message of the conversation that a model is shown. */
public sealed interface Message {

    /**
     * Words of the person.
     *
     * @param text what the person said
     */
    record User(String text) implements Message {}

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
    }

    /**
     * The answer to one call of the {@link Assistant} message before it.
     *
     * @param callId the id of the call
     * @param text what the model is told
     * @param failed whether the call was rejected or its step failed
     */
    record ToolAnswer(String callId, String text, boolean failed) implements Message {}
}

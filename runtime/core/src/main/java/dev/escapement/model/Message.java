package dev.escapement.model;

import dev.escapement.tool.Call;
import java.util.List;

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
     */
    record Assistant(String text, List<Call> calls) implements Message {
        public Assistant {
            calls = List.copyOf(calls);
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

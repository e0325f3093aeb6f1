package dev.escapement.model;

/**
 * A piece of a model reply that is still arriving, for display. Deltas are not recorded and do not affect the agent;
 * only the complete reply does.
 */
public sealed interface Delta {

    /**
     * A piece of the reply's text.
     *
     * @param text the text that follows the pieces received so far
     */
    record Text(String text) implements Delta {}

    /**
     * A piece of the model's thinking before the reply, if the provider sends it.
     *
     * @param text the text that follows the pieces of thinking received so far
     */
    record Thinking(String text) implements Delta {}

    /**
     * The start of a tool call.
     *
     * @param index the position of the call in the reply, counted from 0
     * @param tool the name of the tool as the model wrote it
     */
    record CallBegun(int index, String tool) implements Delta {}

    /**
     * A piece of the arguments of a call.
     *
     * @param index the position of the call in the reply, counted from 0
     * @param fragment the JSON text that follows the fragments received so far
     */
    record Arguments(int index, String fragment) implements Delta {}

    /**
     * The end of an attempt that failed. All deltas received so far for this reply are void; a new attempt sends its
     * reply from the beginning.
     */
    record Discarded() implements Delta {}
}

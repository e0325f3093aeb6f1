package dev.escapement.model;

/**
 * A piece of a reply that is still arriving, for people who watch. Nothing is decided by it: what counts is the reply as a
 * whole.
 */
public sealed interface Delta {

    /**
     * More of the text.
     *
     * @param text comes right after the text so far
     */
    record Text(String text) implements Delta {}

    /**
     * More of what the model thinks before it replies, where a provider shows it.
     *
     * @param text comes right after the thinking so far
     */
    record Thinking(String text) implements Delta {}

    /**
     * A call of a tool begins.
     *
     * @param index 0 for the first call of the reply
     * @param tool the name of the tool, as the model wrote it
     */
    record CallBegun(int index, String tool) implements Delta {}

    /**
     * More of the arguments of a call.
     *
     * @param index the call
     * @param fragment comes right after the arguments so far
     */
    record Arguments(int index, String fragment) implements Delta {}

    /**
     * All that arrived of this reply so far is void; if the reply begins anew, it begins from nothing.
     */
    record Discarded() implements Delta {}
}

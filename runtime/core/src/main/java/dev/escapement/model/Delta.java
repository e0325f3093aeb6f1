package dev.escapement.model;

/**
 * An increment of a streamed model reply, for display. Deltas are not recorded and do not affect the agent; only the
 * complete reply does.
 */
public sealed interface Delta {

    /**
     * A visitor of deltas, with one method for each delta type.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {

        /**
         * Handles a fragment of the reply's text.
         *
         * @param delta the delta
         * @return the result
         */
        R text(Text delta);

        /**
         * Handles a fragment of the model's thinking.
         *
         * @param delta the delta
         * @return the result
         */
        R thinking(Thinking delta);

        /**
         * Handles the start of a tool call.
         *
         * @param delta the delta
         * @return the result
         */
        R callBegun(CallBegun delta);

        /**
         * Handles a fragment of a tool call's arguments.
         *
         * @param delta the delta
         * @return the result
         */
        R arguments(Arguments delta);

        /**
         * Handles a notice that the deltas received so far are void.
         *
         * @param delta the delta
         * @return the result
         */
        R discarded(Discarded delta);
    }

    /**
     * Calls the visitor's method for the type of this delta.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the visitor's result
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * A fragment of the reply's text.
     *
     * @param text the text that follows the fragments received so far
     */
    record Text(String text) implements Delta {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /**
     * A fragment of the model's thinking that precedes the reply. Some providers do not send thinking.
     *
     * @param text the text that follows the fragments of thinking received so far
     */
    record Thinking(String text) implements Delta {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.thinking(this);
        }
    }

    /**
     * The start of a tool call.
     *
     * @param index the position of the call in the reply, counted from 0
     * @param tool the name of the tool as the model wrote it
     */
    record CallBegun(int index, String tool) implements Delta {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.callBegun(this);
        }
    }

    /**
     * A fragment of a tool call's arguments.
     *
     * @param index the position of the call in the reply, counted from 0
     * @param fragment the JSON text that follows the fragments received so far
     */
    record Arguments(int index, String fragment) implements Delta {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.arguments(this);
        }
    }

    /**
     * A notice that the deltas received so far for this reply are void, because an attempt failed. A new attempt sends
     * its reply from the beginning.
     */
    record Discarded() implements Delta {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.discarded(this);
        }
    }
}

package dev.escapement.model;

/**
 * A piece of a model reply that is still arriving, for display. Deltas are not recorded and do not affect the agent;
 * only the complete reply does.
 */
public sealed interface Delta {

    /**
     * A visitor of deltas, with one method for each delta type.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {

        /**
         * Handles a piece of text.
         *
         * @param delta the delta
         * @return the result
         */
        R text(Text delta);

        /**
         * Handles a piece of thinking.
         *
         * @param delta the delta
         * @return the result
         */
        R thinking(Thinking delta);

        /**
         * Handles the start of a call.
         *
         * @param delta the delta
         * @return the result
         */
        R callBegun(CallBegun delta);

        /**
         * Handles a piece of arguments.
         *
         * @param delta the delta
         * @return the result
         */
        R arguments(Arguments delta);

        /**
         * Handles the end of a failed attempt.
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
     * A piece of the reply's text.
     *
     * @param text the text that follows the pieces received so far
     */
    record Text(String text) implements Delta {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /**
     * A piece of the model's thinking before the reply, if the provider sends it.
     *
     * @param text the text that follows the pieces of thinking received so far
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
     * A piece of the arguments of a call.
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
     * The end of a failed attempt. All deltas received so far for this reply are void; a new attempt sends its reply
     * from the beginning.
     */
    record Discarded() implements Delta {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.discarded(this);
        }
    }
}

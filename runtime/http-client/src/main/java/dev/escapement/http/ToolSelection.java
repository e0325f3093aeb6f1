package dev.escapement.http;

import java.util.Objects;

/** The tools that a model may or must call, in place of the choice of the agent. */
public sealed interface ToolSelection {

    /**
     * A function of selections with one method for each type.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {

        /**
         * Handles a selection that names no tool.
         *
         * @param mode the selection
         * @return the result
         */
        R mode(Mode mode);

        /**
         * Handles the selection of one tool.
         *
         * @param only the selection
         * @return the result
         */
        R only(Only only);
    }

    /**
     * Calls the method of a visitor that belongs to the type of this selection.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the result of the visitor
     */
    <R> R accept(Visitor<R> visitor);

    /** A selection that names no tool. */
    enum Mode implements ToolSelection {

        /** Text, calls, or both. */
        AUTO,

        /** At least one call. */
        REQUIRED,

        /** Text only. The request still contains the tools. */
        NONE;

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mode(this);
        }
    }

    /**
     * A call of one tool. Without effect in a request that does not offer the tool.
     *
     * @param tool the name of the tool
     */
    record Only(String tool) implements ToolSelection {

        public Only {
            Objects.requireNonNull(tool, "tool");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.only(this);
        }
    }
}

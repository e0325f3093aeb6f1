package dev.escapement.http;

import java.util.Objects;

/** A selection of the tools that a model may or must call. It replaces the agent's selection. */
public sealed interface ToolSelection {

    /**
     * A visitor of tool selections, with one method for each type.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {

        /**
         * Handles a selection that applies to all tools.
         *
         * @param mode the selection
         * @return the result
         */
        R mode(Mode mode);

        /**
         * Handles a selection that requires one tool.
         *
         * @param only the selection
         * @return the result
         */
        R only(Only only);
    }

    /**
     * Calls the visitor method for this type of selection.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the result of the visitor
     */
    <R> R accept(Visitor<R> visitor);

    /** A selection that applies to all tools. */
    enum Mode implements ToolSelection {

        /** The mode in which the model may reply with text, calls, or both. */
        AUTO,

        /** The mode in which the model must make at least one call. */
        REQUIRED,

        /** The mode in which the model replies with text only. The request still contains the tools. */
        NONE;

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mode(this);
        }
    }

    /**
     * A selection that requires a call to one tool. It has no effect on a request that does not offer the tool, which is
     * logged once.
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

package dev.escapement.anthropic;

import java.util.Objects;

/** Which tools a model may or must call, whatever the agent asks for. */
public sealed interface ToolSelection {

    /** A selection that names no tool. */
    enum Mode implements ToolSelection {

        /** As it likes: text, calls, or both. */
        AUTO("auto"),

        /** At least one call. */
        REQUIRED("any"),

        /** Text only, although it is shown the tools. */
        NONE("none");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        /** What the API calls it. */
        String word() {
            return word;
        }
    }

    /**
     * A call of one tool. In a request that does not offer the tool, the selection does not count.
     *
     * @param tool the name of the tool
     */
    record Only(String tool) implements ToolSelection {
        public Only {
            Objects.requireNonNull(tool, "tool");
        }
    }
}

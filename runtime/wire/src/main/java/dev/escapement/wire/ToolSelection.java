package dev.escapement.wire;

import dev.escapement.model.ModelRequest;
import dev.escapement.model.ToolChoice;
import java.util.Objects;
import java.util.Optional;

/** Which tools a model may or must call, whatever the agent asks for. */
public sealed interface ToolSelection {

    /** A selection that names no tool. */
    enum Mode implements ToolSelection {

        /** As it likes: text, calls, or both. */
        AUTO,

        /** At least one call. */
        REQUIRED,

        /** Text only, although it is shown the tools. */
        NONE
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

    /**
     * What counts for a request.
     *
     * @param wanted the selection; empty if the agent decides
     * @param request the request
     * @return the selection if the request's tools make it possible, else what the agent asks for
     */
    static ToolSelection of(Optional<ToolSelection> wanted, ModelRequest request) {
        return wanted.filter(selection -> isPossible(selection, request))
                .orElse(request.choice() == ToolChoice.REQUIRED ? Mode.REQUIRED : Mode.AUTO);
    }

    private static boolean isPossible(ToolSelection selection, ModelRequest request) {
        return !(selection instanceof Only only)
                || request.tools().stream().anyMatch(tool -> tool.name().equals(only.tool()));
    }
}

package dev.escapement.engine;

import dev.escapement.tool.ToolSpec;
import java.util.List;

/** The selection of the tools that the model may call. */
final class OfferedTools {

    private OfferedTools() {}

    /**
     * Returns the tools that the agent offers to the model; for the last request, only those that finish the thread.
     */
    static List<ToolSpec<?>> offered(AgentLoop loop, boolean lastRequest) {
        return loop.tools().stream()
                .filter(tool -> loop.offered(tool.name()))
                .filter(tool -> !lastRequest || loop.flow(tool.name()).endsThread())
                .<ToolSpec<?>>map(tool -> tool)
                .toList();
    }
}

package dev.escapement.engine;

import dev.escapement.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;

/** The selection of tools that the model may call. */
final class OfferedTools {

    private OfferedTools() {}

    /**
     * Returns the tools that the agent offers to the model. The last request offers only tools that finish the thread.
     */
    static List<ToolSpec<?>> offered(AgentLoop loop, boolean lastRequest) {
        List<ToolSpec<?>> offered = new ArrayList<>(loop.tools().size());
        for (ToolSpec<?> tool : loop.tools()) {
            if (loop.offered(tool.name())
                    && (!lastRequest || loop.flow(tool.name()).endsThread())) {
                offered.add(tool);
            }
        }
        return offered.size() == loop.tools().size() ? loop.tools() : List.copyOf(offered);
    }
}

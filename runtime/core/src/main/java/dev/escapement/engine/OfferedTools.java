package dev.escapement.engine;

import dev.escapement.tool.ToolSpec;
import java.util.List;

/** Which tools of an agent the model may call at which moment. */
final class OfferedTools {

    private OfferedTools() {}

    /** Those whose steps the agent offers; at the last request only those whose steps finish. */
    static List<ToolSpec<?>> offered(AgentLoop loop, boolean lastRequest) {
        return loop.tools().stream()
                .filter(tool -> loop.offered(tool.name()))
                .filter(tool -> !lastRequest || loop.flow(tool.name()) == Flow.FINISHES)
                .<ToolSpec<?>>map(tool -> tool)
                .toList();
    }
}

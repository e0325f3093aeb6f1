package dev.escapement.cli;

import dev.escapement.engine.AgentLoop;
import dev.escapement.internal.lock.Successors;
import dev.escapement.tool.ToolSpec;
import java.util.Optional;

/**
 * The former names and the conversions of an agent, read from its loop.
 *
 * @param loop the loop
 */
record LoopSuccessors(AgentLoop loop) implements Successors {

    @Override
    public Optional<String> tool(String former) {
        return loop.tools().stream()
                .filter(tool -> tool.formerly().contains(former))
                .map(tool -> tool.name())
                .findFirst();
    }

    @Override
    public boolean convertsArguments(String tool, String fingerprint) {
        Optional<ToolSpec<?>> spec = ToolSpec.named(tool, loop.tools());
        return spec.isPresent() && spec.get().upcasts().include(fingerprint);
    }

    @Override
    public boolean convertsResult(String tool, String fingerprint) {
        return loop.upcasts(tool).include(fingerprint);
    }
}

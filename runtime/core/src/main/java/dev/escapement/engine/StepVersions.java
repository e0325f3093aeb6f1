package dev.escapement.engine;

import dev.escapement.json.Upcasts;
import dev.escapement.thread.StepVersion;
import dev.escapement.tool.ToolSpec;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The versions of an agent's steps, which drivers record in {@link dev.escapement.thread.Event.Started} and {@link
 * dev.escapement.thread.AgentUpdated}.
 *
 * <pre>{@code
 * boolean updated = !StepVersions.of(loop).equals(thread.state().versions());
 * }</pre>
 */
public final class StepVersions {

    private StepVersions() {}

    /**
     * Returns the versions of the steps of a loop. Engines call it once for each loop, because a hand-written one hashes
     * its schemas.
     *
     * @param loop the agent
     * @return the versions by the current and the former names of the tools, sorted; the result of a step is empty if a hand-written loop has no
     *     schema for it
     */
    public static Map<String, StepVersion> of(AgentLoop loop) {
        Map<String, StepVersion> versions = new TreeMap<>();
        for (ToolSpec<?> tool : loop.tools()) {
            String name = tool.name();
            StepVersion version = new StepVersion(
                    loop.effect(name),
                    loop.flow(name).recorded(),
                    tool.structureFingerprint(),
                    loop.resultFingerprint(name));
            versions.put(name, version);
            for (String former : tool.formerly()) {
                versions.putIfAbsent(former, version);
            }
        }
        return Collections.unmodifiableMap(versions);
    }

    /** Returns the schema of the reply or of the final result of a step; empty for other flows. */
    static Optional<String> resultSchema(AgentLoop loop, String tool, Flow flow) {
        return switch (flow) {
            case PAUSES -> Optional.of(loop.replySchema(tool));
            case FINISHES -> Optional.of(loop.resultSchema(tool));
            case RETURNS, SELECTS, DELEGATES -> Optional.empty();
        };
    }

    /** Computes the fingerprint of the reply or the result of a step. */
    static String resultFingerprint(AgentLoop loop, String tool) {
        try {
            return resultSchema(loop, tool, loop.flow(tool))
                    .map(Upcasts::fingerprint)
                    .orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}

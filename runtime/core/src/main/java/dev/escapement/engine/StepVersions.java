package dev.escapement.engine;

import dev.escapement.json.Upcasts;
import dev.escapement.thread.StepVersion;
import dev.escapement.tool.Dialect;
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
     * Returns the versions of the steps of a loop. Hashes the schemas, so engines call it once for each loop.
     *
     * @param loop the agent
     * @return the versions by the current and the former names of the tools, sorted; the result of a step is empty if a hand-written loop has no
     *     schema for it
     */
    public static Map<String, StepVersion> of(AgentLoop loop) {
        Map<String, StepVersion> versions = new TreeMap<>();
        for (ToolSpec<?> tool : loop.tools()) {
            Flow flow = loop.flow(tool.name());
            StepVersion version = new StepVersion(
                    loop.effect(tool.name()), flow.recorded(), arguments(tool), result(loop, tool.name(), flow));
            versions.put(tool.name(), version);
            tool.formerly().forEach(former -> versions.putIfAbsent(former, version));
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

    /** Returns the fingerprint of the result; empty for other flows, or if a hand-written loop does not have a JSON Schema. */
    private static String result(AgentLoop loop, String tool, Flow flow) {
        try {
            return resultSchema(loop, tool, flow).map(Upcasts::fingerprint).orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Returns the fingerprint of the arguments; empty if a hand-written tool does not have a JSON Schema. */
    static String arguments(ToolSpec<?> tool) {
        try {
            return Upcasts.fingerprint(tool.schema(Dialect.JSON_SCHEMA));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}

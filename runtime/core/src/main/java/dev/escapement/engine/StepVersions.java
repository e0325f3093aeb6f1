package dev.escapement.engine;

import dev.escapement.internal.lock.LockSchema;
import dev.escapement.thread.StepVersion;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.util.Collections;
import java.util.Map;
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

    /** A source of a schema, which may be absent. Calls of the JDK's own types would make the analysis of purity imprecise. */
    @FunctionalInterface
    private interface SchemaSource {

        /**
         * Returns the schema.
         *
         * @throws IllegalArgumentException if a hand-written loop does not have one
         */
        String schema();
    }

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

    private static String result(AgentLoop loop, String tool, Flow flow) {
        return switch (flow) {
            case PAUSES -> hash(() -> loop.replySchema(tool));
            case FINISHES -> hash(() -> loop.resultSchema(tool));
            case RETURNS, SELECTS, DELEGATES -> "";
        };
    }

    /** Returns the hash of a schema; empty if the loop does not override the method, or the result is not JSON. */
    private static String hash(SchemaSource schema) {
        try {
            return LockSchema.of(schema.schema()).fingerprint();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Returns the fingerprint of the arguments; empty if a hand-written tool does not have a JSON Schema. */
    static String arguments(ToolSpec<?> tool) {
        return hash(() -> tool.schema(Dialect.JSON_SCHEMA));
    }
}

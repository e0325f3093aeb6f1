package dev.escapement.server.body;

import dev.escapement.Codec;
import dev.escapement.Effect;
import dev.escapement.engine.Flow;
import dev.escapement.json.JsonText;
import java.util.List;

/**
 * The agents of the server.
 *
 * @param agents the agents in the order of their registration
 */
@Codec
public record AgentListBody(List<AgentBody> agents) {

    /**
     * An agent.
     *
     * @param name the name in stored threads
     * @param simpleName the name for people
     * @param startable whether the server can start threads of the agent
     * @param tools the tools
     * @param triggers the triggers with JSON payloads
     * @param graph the control flow as nodes and edges
     */
    public record AgentBody(
            String name,
            String simpleName,
            boolean startable,
            List<ToolBody> tools,
            List<TriggerBody> triggers,
            JsonText graph) {}

    /**
     * A tool of an agent.
     *
     * @param name the name
     * @param description the description
     * @param effect the effect of its step
     * @param flow the transition that follows its step
     * @param gated whether its step has a gate
     * @param offered whether the model may select it
     * @param schema the canonical JSON Schema of its arguments
     */
    public record ToolBody(
            String name,
            String description,
            Effect effect,
            Flow flow,
            boolean gated,
            boolean offered,
            JsonText schema) {}

    /**
     * A trigger of an agent.
     *
     * @param name the name
     * @param description the description
     * @param schema the JSON Schema of its payload
     * @param path the path that starts a thread, relative to the prefix of the server
     */
    public record TriggerBody(String name, String description, JsonText schema, String path) {}
}

package dev.escapement.server.openapi;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Flow;
import dev.escapement.internal.tree.JsonValue;
import dev.escapement.server.http.BodySchema;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The components for the tools of the agents: {@code <agent>.<tool>.Arguments}, {@code <agent>.<tool>.Reply} for steps that
 * pause and {@code <agent>.<tool>.Result} for steps that finish. The body of decisions refers to the arguments and
 * replies.
 */
final class ToolComponents {
    private static final String DECISION = "Decision";
    private static final Set<String> RESTRICTIONS = Set.of("type", "$ref", "anyOf", "oneOf", "allOf", "const", "enum");

    private final SchemaComponents components;
    private final List<JsonValue> arguments = new ArrayList<>();
    private final List<JsonValue> replies = new ArrayList<>();

    ToolComponents(SchemaComponents components) {
        this.components = components;
    }

    /** Adds the components of all tools, and the references to them in the body of decisions. */
    void add(Collection<AgentLoop> loops) {
        loops.forEach(this::add);
        components.names().stream()
                .filter(name -> name.equals(DECISION) || name.startsWith(DECISION + "."))
                .forEach(name -> components.replace(name, specific(components.get(name))));
    }

    private void add(AgentLoop loop) {
        for (ToolSpec<?> tool : loop.tools()) {
            String name = loop.agent() + "." + tool.name();
            arguments.add(component(name + ".Arguments", tool.schema(Dialect.JSON_SCHEMA)));
            if (loop.flow(tool.name()) == Flow.PAUSES) {
                replies.add(component(name + ".Reply", loop.replySchema(tool.name())));
            }
            if (loop.flow(tool.name()) == Flow.FINISHES) {
                component(name + ".Result", loop.resultSchema(tool.name()));
            }
        }
    }

    private JsonValue component(String name, String schema) {
        return components.add(new BodySchema(name, schema), name);
    }

    /** Returns a schema in which unrestricted properties for arguments and replies refer to those of the tools. */
    private JsonValue specific(JsonValue schema) {
        if (schema instanceof JsonValue.Array list) {
            return new JsonValue.Array(
                    list.elements().stream().map(this::specific).toList());
        }
        if (!(schema instanceof JsonValue.Members object)) {
            return schema;
        }
        Map<String, JsonValue> changed = new LinkedHashMap<>();
        object.properties()
                .forEach((name, value) -> changed.put(
                        name,
                        switch (name) {
                            case "arguments" -> choice(value, arguments);
                            case "reply" -> choice(value, replies);
                            default -> specific(value);
                        }));
        return new JsonValue.Members(changed);
    }

    private static JsonValue choice(JsonValue schema, List<JsonValue> choices) {
        if (choices.isEmpty()
                || !(schema instanceof JsonValue.Members object)
                || object.properties().keySet().stream().anyMatch(RESTRICTIONS::contains)) {
            return schema;
        }
        return new JsonObject()
                .putAll(object.properties())
                .put("anyOf", choices)
                .build();
    }
}

package dev.escapement.fake;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of Messages for tools and tool choice. */
final class MessagesTools {

    static final ToolRules RULES = new ToolRules(Pattern.compile("[a-zA-Z0-9_-]{1,128}"));

    private static final Pattern PROPERTY_NAME = Pattern.compile("[a-zA-Z0-9_.-]{1,64}");

    private MessagesTools() {}

    static void check(RequestNode body, CacheMarkers markers) {
        List<RequestNode> tools = ToolRules.of(body.get("tools"));
        AnthropicStrictSchema strict = new AnthropicStrictSchema();
        for (RequestNode tool : tools) {
            tool.only("type", "name", "description", "input_schema", "strict", "cache_control", "input_examples");
            tool.find("type").ifPresent(type -> type.oneOf("custom"));
            tool.find("description").ifPresent(RequestNode::text);
            RequestNode schema = tool.get("input_schema");
            SchemaNodes.objectAtRoot(schema);
            SchemaNodes.each(schema, 1, (inner, level) -> names(inner));
            if (tool.find("strict").map(RequestNode::flag).orElse(false)) {
                strict.check(schema);
            }
            markers.on(tool);
        }
        Set<String> names =
                RULES.names(tools.stream().map(tool -> tool.get("name")).toList());
        body.find("tool_choice").ifPresent(choice -> choice(choice, names));
    }

    private static void names(RequestNode schema) {
        SchemaNodes.members(schema, "properties").forEach((name, property) -> {
            if (!PROPERTY_NAME.matcher(name).matches()) {
                throw property.wrong("Property keys should match pattern '" + PROPERTY_NAME + "'");
            }
        });
    }

    private static void choice(RequestNode choice, Set<String> names) {
        choice.only("type", "name", "disable_parallel_tool_use");
        if (choice.get("type").oneOf("auto", "any", "tool", "none").equals("tool")
                && !names.contains(choice.get("name").text())) {
            throw choice.wrong("Tool '" + choice.get("name").text() + "' not found in provided tools");
        }
    }
}

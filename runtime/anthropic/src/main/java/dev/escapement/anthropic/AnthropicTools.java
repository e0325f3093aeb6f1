package dev.escapement.anthropic;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.ClientSettings;
import dev.escapement.http.client.ToolDefinition;
import dev.escapement.http.client.ToolDefinitions;
import dev.escapement.http.client.UnpairedSurrogates;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A converter from tool specifications to the tool definitions of the Messages API. Safe for use by several Java
 * threads.
 */
final class AnthropicTools {

    private final ToolDefinitions definitions;
    private final Map<String, SchemaSize> sizes = new ConcurrentHashMap<>(); // each request has the same tools

    AnthropicTools(ClientSettings client) {
        this.definitions = new ToolDefinitions(
                client, Dialect.ANTHROPIC_STRICT, Dialect.ANTHROPIC, System.getLogger(AnthropicModel.class.getName()));
    }

    /**
     * Returns the definitions of the given tools. A tool is strict if the API's limits allow it in addition to the
     * strict tools before it.
     */
    List<ToolDefinition> of(List<ToolSpec<?>> tools) {
        StrictBudget budget = new StrictBudget();
        return definitions.of(
                tools,
                schema -> budget.admits(sizes.computeIfAbsent(schema, SchemaSize::of))
                        ? Optional.empty()
                        : Optional.of(StrictBudget.LIMIT));
    }

    /**
     * Writes a tool definition as a JSON object.
     *
     * @param marker marks the tool if the request is cached up to it
     * @param allowsStrict whether the server accepts the property {@code strict}
     */
    static void write(JsonWriter out, ToolDefinition tool, CacheMarker marker, boolean allowsStrict) {
        out.beginObject();
        out.property("name", tool.name());
        if (!tool.description().isBlank()) {
            out.property("description", UnpairedSurrogates.replace(tool.description()));
        }
        out.property("input_schema", tool.schema());
        if (tool.strict() && allowsStrict) { // servers that do not know the property reject it
            out.name("strict");
            out.writeBoolean(true);
        }
        marker.write(out);
        out.endObject();
    }
}

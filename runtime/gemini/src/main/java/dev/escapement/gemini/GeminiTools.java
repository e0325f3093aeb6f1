package dev.escapement.gemini;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.ClientSettings;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.ToolDefinition;
import dev.escapement.http.client.ToolDefinitions;
import dev.escapement.http.client.UnpairedSurrogates;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.util.List;

/**
 * A converter from tool specifications to the function declarations of the Gemini API. The API does not enforce the
 * schema of a single tool, so no declaration is strict. Safe for use by several Java threads.
 */
final class GeminiTools {

    private final ToolDefinitions definitions;

    GeminiTools(ClientSettings client) {
        this.definitions = new ToolDefinitions(
                client, Dialect.GEMINI, Dialect.GEMINI, System.getLogger(GeminiModel.class.getName()));
    }

    /** Returns the definitions of the given tools. */
    List<ToolDefinition> of(List<ToolSpec<?>> tools) {
        return definitions.of(tools, ToolDefinitions.StrictLimit.NONE);
    }

    /**
     * Writes tool definitions as the value of {@code tools}.
     *
     * @param hasJsonSchema whether the server accepts JSON Schema
     */
    static void write(JsonWriter out, List<ToolDefinition> tools, boolean hasJsonSchema) {
        out.beginArray();
        out.beginObject();
        out.name("functionDeclarations");
        out.beginArray();
        for (ToolDefinition tool : tools) {
            out.beginObject();
            out.property("name", tool.name());
            out.property("description", UnpairedSurrogates.replace(tool.description())); // required, even if empty
            if (hasJsonSchema) {
                out.property(OptionalProperties.JSON_SCHEMA, tool.schema());
            } else {
                parameters(out, ProviderJson.parse(tool.schema().json()));
            }
            out.endObject();
        }
        out.endArray();
        out.endObject();
        out.endArray();
    }

    /** Writes a schema in the older form, in which an object must have properties. */
    private static void parameters(JsonWriter out, ProviderJson schema) {
        if (!schema.get("properties").names().isEmpty()) {
            out.name("parameters");
            OpenApiSchema.write(out, schema);
        }
    }
}

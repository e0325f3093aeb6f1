package dev.escapement.openai;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.ClientSettings;
import dev.escapement.http.client.ToolDefinition;
import dev.escapement.http.client.ToolDefinitions;
import dev.escapement.http.client.UnpairedSurrogates;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.util.List;

/**
 * A converter from tool specifications to the tool definitions that both protocols use. Safe for use by several Java
 * threads.
 */
final class OpenAiTools {

    /** The maximum number of tools in a request. OpenAI rejects more tools with {@code array_above_max_length}. */
    static final int MAX_TOOLS = 128;

    private final ToolDefinitions definitions;

    OpenAiTools(ClientSettings client) {
        this.definitions = new ToolDefinitions(
                client, Dialect.OPENAI_STRICT, Dialect.OPENAI, System.getLogger(OpenAiModel.class.getName()));
    }

    /**
     * Returns the definitions of the given tools.
     *
     * @throws IllegalArgumentException if there are too many
     */
    List<ToolDefinition> of(List<ToolSpec<?>> tools) {
        if (tools.size() > MAX_TOOLS) {
            throw new IllegalArgumentException("A request offers " + tools.size() + " tools. OpenAI accepts at most "
                    + MAX_TOOLS + ". Split the agent, or offer fewer tools at a time.");
        }
        return definitions.of(tools, ToolDefinitions.StrictLimit.NONE);
    }

    /** Writes the properties of a tool definition. Their names are the same in both protocols. */
    static void write(JsonWriter out, ToolDefinition tool) {
        out.property("name", tool.name());
        if (!tool.description().isEmpty()) {
            out.property("description", UnpairedSurrogates.replace(tool.description()));
        }
        out.property("parameters", tool.schema());
    }
}

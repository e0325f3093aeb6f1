package dev.escapement.spring.ai;

import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;

/** A tool that a chat model may select, and that Spring AI must not run, because the agent's loop runs it. */
record DeclaredTool(ToolDefinition definition) implements ToolCallback {

    static DeclaredTool of(ToolSpec<?> tool, Dialect dialect) {
        return new DeclaredTool(define(tool, dialect));
    }

    /** Returns the definition of a tool. Without a description, that of Spring AI applies. */
    static ToolDefinition define(ToolSpec<?> tool, Dialect dialect) {
        return ToolDefinition.builder()
                .name(tool.name())
                .description(tool.description())
                .inputSchema(tool.schema(dialect))
                .build();
    }

    @Override
    public ToolDefinition getToolDefinition() {
        return definition;
    }

    @Override
    public String call(String arguments) {
        throw new IllegalStateException("The chat model ran the tool " + definition.name()
                + " of an agent. Use a chat model that returns calls if internalToolExecutionEnabled is false.");
    }
}

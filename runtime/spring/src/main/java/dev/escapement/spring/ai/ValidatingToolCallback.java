package dev.escapement.spring.ai;

import dev.escapement.thread.Rendering;
import dev.escapement.tool.ToolSpec;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.execution.ToolExecutionException;

/** A tool callback that runs a tool if its arguments are valid, and otherwise returns the violations. */
final class ValidatingToolCallback<T> implements ToolCallback {

    private final ToolSpec<T> tool;
    private final ToolDefinition definition;
    private final ToolHandler<? super T, String> handler;

    ValidatingToolCallback(ToolSpec<T> tool, ToolDefinition definition, ToolHandler<? super T, String> handler) {
        this.tool = tool;
        this.definition = definition;
        this.handler = handler;
    }

    @Override
    public ToolDefinition getToolDefinition() {
        return definition;
    }

    @Override
    public String call(@Nullable String arguments) {
        return tool.decode(arguments == null ? "" : arguments)
                .fold(
                        accepted -> handle(accepted.value()),
                        rejected -> Rendering.ERROR + rejected.feedback(tool.name()));
    }

    @Override
    public String call(@Nullable String arguments, @Nullable ToolContext context) {
        return call(arguments);
    }

    private String handle(T arguments) {
        try {
            return handler.handle(arguments);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolExecutionException(definition, e);
        } catch (Exception e) { // the only exceptions for which Spring AI calls its processor
            throw new ToolExecutionException(definition, e);
        }
    }

    @Override
    public String toString() {
        return "ValidatingToolCallback[" + tool.name() + "]";
    }
}

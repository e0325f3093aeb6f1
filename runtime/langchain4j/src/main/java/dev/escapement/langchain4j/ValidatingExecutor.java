package dev.escapement.langchain4j;

import dev.escapement.thread.Rendering;
import dev.escapement.tool.ToolSpec;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.exception.ToolExecutionException;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import org.jspecify.annotations.Nullable;

/** An executor that runs a tool if its arguments are valid, and otherwise returns the violations. */
final class ValidatingExecutor<T> implements ToolExecutor {

    private final ToolSpec<T> tool;
    private final ToolFunction<? super T, String> function;

    ValidatingExecutor(ToolSpec<T> tool, ToolFunction<? super T, String> function) {
        this.tool = tool;
        this.function = function;
    }

    @Override
    public String execute(ToolExecutionRequest request, @Nullable Object memoryId) {
        return run(request).resultText();
    }

    @Override
    public ToolExecutionResult executeWithContext(ToolExecutionRequest request, @Nullable InvocationContext context) {
        return run(request);
    }

    private ToolExecutionResult run(ToolExecutionRequest request) {
        String arguments = request.arguments();
        return tool.decode(arguments == null ? "" : arguments)
                .fold(
                        accepted -> result(call(accepted.value()), false),
                        rejected -> result(Rendering.ERROR + rejected.feedback(tool.name()), true));
    }

    private String call(T arguments) {
        try {
            return function.call(arguments);
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolExecutionException(e);
        } catch (Exception e) {
            throw new ToolExecutionException(e.getMessage(), e);
        }
    }

    private static ToolExecutionResult result(String text, boolean failed) {
        return ToolExecutionResult.builder().resultText(text).isError(failed).build();
    }
}

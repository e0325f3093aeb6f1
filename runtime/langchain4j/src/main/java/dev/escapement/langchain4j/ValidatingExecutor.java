package dev.escapement.langchain4j;

import dev.escapement.json.Decoded;
import dev.escapement.thread.Rendering;
import dev.escapement.tool.ToolSpec;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.exception.ToolExecutionException;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import org.jspecify.annotations.Nullable;

/** Runs a tool if its arguments are right, and answers with what is wrong with them if they are not. */
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
        Decoded<T> decoded = tool.decode(arguments == null ? "" : arguments);
        if (decoded instanceof Decoded.Accepted<T> accepted) {
            return result(call(accepted.value()), false);
        }
        return result(Rendering.ERROR + ((Decoded.Rejected<T>) decoded).feedback(tool.name()), true);
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

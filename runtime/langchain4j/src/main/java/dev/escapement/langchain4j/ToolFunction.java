package dev.escapement.langchain4j;

/**
 * A function that runs a tool.
 *
 * @param <T> the record of the tool's arguments
 * @param <R> the type of the result
 */
@FunctionalInterface
public interface ToolFunction<T, R> {

    /**
     * Runs the tool and returns its result.
     *
     * @param arguments the validated arguments
     * @return the result
     * @throws Exception if it fails; LangChain4j determines the answer to the model
     */
    R call(T arguments) throws Exception;
}

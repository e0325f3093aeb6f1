package dev.escapement.langchain4j;

/**
 * What a tool does.
 *
 * @param <T> the record of the tool's arguments
 * @param <R> what it returns
 */
@FunctionalInterface
public interface ToolFunction<T, R> {

    /**
     * Does it.
     *
     * @param arguments the arguments, which have been checked
     * @return the result
     * @throws Exception if it cannot be done; LangChain4j decides what the model is told of that
     */
    R call(T arguments) throws Exception;
}

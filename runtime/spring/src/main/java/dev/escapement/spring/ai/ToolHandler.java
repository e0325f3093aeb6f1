package dev.escapement.spring.ai;

/**
 * A function that runs a tool for Spring AI.
 *
 * @param <T> the record of the tool's arguments
 * @param <R> the type of the result
 */
@FunctionalInterface
public interface ToolHandler<T, R> {

    /**
     * Runs the tool and returns its result.
     *
     * @param arguments the validated arguments
     * @return the result
     * @throws Exception if it fails; Spring AI determines the answer to the model
     */
    R handle(T arguments) throws Exception;
}

package dev.escapement;

import java.util.Objects;

/**
 * What a step returns to end the thread.
 *
 * @param result the result of the whole thread
 * @param <R> the type of the result
 */
public record Finish<R>(R result) {
    public Finish {
        Objects.requireNonNull(result, "result");
    }

    /**
     * Ends the thread.
     *
     * @param result its result
     * @param <R> the type of the result
     * @return what the step returns
     */
    public static <R> Finish<R> with(R result) {
        return new Finish<>(result);
    }
}

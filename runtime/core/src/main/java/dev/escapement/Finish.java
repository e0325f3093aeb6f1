package dev.escapement;

import java.util.Objects;

/**
 * A step's return value that ends the thread with a typed result.
 *
 * <pre>{@code
 * @Step
 * Finish<CaseClosed> close(CloseCase call) {
 *     return Finish.with(new CaseClosed(call.summary()));
 * }
 * }</pre>
 *
 * @param result the result of the whole thread
 * @param <R> the type of the result
 */
public record Finish<R>(R result) {
    public Finish {
        Objects.requireNonNull(result, "result");
    }

    /**
     * Returns a value that ends the thread with the given result.
     *
     * @param result the result of the whole thread
     * @param <R> the type of the result
     * @return the value for the step to return
     */
    public static <R> Finish<R> with(R result) {
        return new Finish<>(result);
    }
}

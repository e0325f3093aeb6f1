package dev.escapement;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A step's return value that makes the thread wait for a typed reply from a person. The wait may last for days, unless
 * it has a time limit.
 *
 * <pre>{@code
 * @Step
 * Pause<CustomerReply> ask(AskCustomer call) {
 *     return Pause.asking(call.question()).within(Duration.ofDays(2), new CustomerReply("none"));
 * }
 * }</pre>
 *
 * @param question the question to the person
 * @param limit the time for the reply, more than zero; empty if it is not limited
 * @param fallback the reply that applies if none arrives in time; empty without a limit
 * @param <R> the type of the reply; the question includes its JSON Schema
 */
public record Pause<R>(String question, Optional<Duration> limit, Optional<R> fallback) {
    public Pause {
        Objects.requireNonNull(question, "question");
        limit.ifPresent(Pause::requirePositive);
        if (fallback.isPresent() && limit.isEmpty()) {
            throw new IllegalArgumentException("A fallback requires a limit.");
        }
    }

    /**
     * Creates a value without a time limit.
     *
     * @param question the question to the person
     */
    public Pause(String question) {
        this(question, Optional.empty(), Optional.empty());
    }

    /**
     * Returns a value that makes the thread wait for a person's reply to a question.
     *
     * @param question the question to the person
     * @param <R> the type of the reply
     * @return the value for the step to return
     */
    public static <R> Pause<R> asking(String question) {
        return new Pause<>(question);
    }

    /**
     * Returns a value with the same question and a time limit. If no reply arrives in time, the model receives a notice
     * in its place. A step that another step selects requires a {@linkplain #within(Duration, Object) fallback}.
     *
     * @param limit the time for the reply, more than zero
     * @param <F> the type of the reply
     * @return the value for the step to return
     * @throws IllegalArgumentException if the limit is zero or negative
     */
    public <F> Pause<F> within(Duration limit) {
        return new Pause<>(question, Optional.of(limit), Optional.empty());
    }

    /**
     * Returns a value with the same question, a time limit and a fallback. If no reply arrives in time, the model
     * receives the fallback as the reply, with a notice of its origin.
     *
     * @param limit the time for the reply, more than zero
     * @param fallback the reply that applies if none arrives in time; it must not contain files
     * @param <F> the type of the reply
     * @return the value for the step to return
     * @throws IllegalArgumentException if the limit is zero or negative
     */
    public <F> Pause<F> within(Duration limit, F fallback) {
        return new Pause<>(question, Optional.of(limit), Optional.of(fallback));
    }

    static void requirePositive(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException("The limit must be more than zero, not " + limit + ".");
        }
    }
}

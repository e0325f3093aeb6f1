package dev.escapement;

import java.util.Objects;

/**
 * What a step returns to make the thread wait until a person has replied, for days if need be.
 *
 * @param question what the person is asked
 * @param <R> the type of the reply; its JSON Schema travels with the question
 */
@SuppressWarnings("UnusedTypeParameter") // the processor reads it: it is the type of the reply
public record Pause<R>(String question) {
    public Pause {
        Objects.requireNonNull(question, "question");
    }

    /**
     * Waits for a reply.
     *
     * @param question what the person is asked
     * @param <R> the type of the reply
     * @return what the step returns
     */
    public static <R> Pause<R> asking(String question) {
        return new Pause<>(question);
    }
}

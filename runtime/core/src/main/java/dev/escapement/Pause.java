package dev.escapement;

import java.util.Objects;

/**
 * A step's return value that makes the thread wait for a typed reply from a person. The wait may last for days.
 *
 * <pre>{@code
 * @Step
 * Pause<CustomerReply> ask(AskCustomer call) {
 *     return Pause.asking(call.question());
 * }
 * }</pre>
 *
 * @param question the question to the person
 * @param <R> the type of the reply; the question includes its JSON Schema
 */
@SuppressWarnings("UnusedTypeParameter") // the processor reads it: it is the type of the reply
public record Pause<R>(String question) {
    public Pause {
        Objects.requireNonNull(question, "question");
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
}

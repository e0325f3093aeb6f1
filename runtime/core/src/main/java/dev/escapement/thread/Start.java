package dev.escapement.thread;

import dev.escapement.json.JsonEncoder;
import java.util.Objects;

/**
 * The input of a thread and the source of the input.
 *
 * @param input the input as the model receives it
 * @param trigger the name of the {@link dev.escapement.Trigger} method that produced the input; empty for plain text
 * @param payload the argument of the trigger as JSON text; empty for plain text
 */
public record Start(String input, String trigger, String payload) {
    public Start {
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(payload, "payload");
    }

    /**
     * Returns a start with plain-text input.
     *
     * @param input the input of the thread
     * @return the start
     */
    public static Start of(String input) {
        return new Start(input, "", "");
    }

    /**
     * Returns a start that a trigger produced. Called by generated loops.
     *
     * @param trigger the name of the trigger's method
     * @param encoder the encoder of the payload
     * @param payload the argument of the trigger's method
     * @param input the text that the trigger's method returned
     * @param <T> the type of the payload
     * @return the start
     */
    public static <T> Start of(String trigger, JsonEncoder<T> encoder, T payload, String input) {
        return new Start(input, trigger, encoder.encode(payload));
    }
}

package dev.escapement.thread;

import dev.escapement.json.JsonEncoder;
import java.util.Objects;

/**
 * How a thread begins.
 *
 * @param input what the thread is to work on, in the words that the model is shown
 * @param trigger what caused it: the name of a {@link dev.escapement.Trigger} method; empty if it is only text
 * @param payload what the trigger was given, as JSON text; empty if it is only text
 */
public record Start(String input, String trigger, String payload) {
    public Start {
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(payload, "payload");
    }

    /**
     * A start that is only text.
     *
     * @param input what the thread is to work on
     * @return the start
     */
    public static Start of(String input) {
        return new Start(input, "", "");
    }

    /**
     * A start by a trigger. Generated loops call this.
     *
     * @param trigger the name of the trigger's method
     * @param encoder writes the payload
     * @param payload what the trigger was given
     * @param input what the trigger's method made of it
     * @param <T> the type of the payload
     * @return the start
     */
    public static <T> Start of(String trigger, JsonEncoder<T> encoder, T payload, String input) {
        return new Start(input, trigger, encoder.encode(payload));
    }
}

package dev.escapement.thread;

import dev.escapement.codegen.EncodedValue;
import dev.escapement.content.Content;
import dev.escapement.json.JsonEncoder;
import java.util.List;
import java.util.Objects;

/**
 * The input of a thread and the source of the input.
 *
 * @param input the input as the model receives it; blank if it consists of files
 * @param trigger the name of the {@link dev.escapement.Trigger} method that produced the input; empty for plain text
 * @param payload the argument of the trigger as JSON text; empty for plain text
 * @param files the files that the model receives after the text, in order
 */
public record Start(String input, String trigger, String payload, List<Content.File> files) {
    public Start {
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(payload, "payload");
        files = List.copyOf(files);
    }

    /**
     * Creates a start without files.
     *
     * @param input the input as the model receives it
     * @param trigger the name of the trigger's method; empty for plain text
     * @param payload the argument of the trigger as JSON text; empty for plain text
     */
    public Start(String input, String trigger, String payload) {
        this(input, trigger, payload, List.of());
    }

    /**
     * Returns a start with text and files.
     *
     * <pre>{@code
     * Content.File photo = contents.put("image/jpeg", "lamp.jpg", bytes);
     * runner.start(Start.of("The lamp arrived broken", photo));
     * }</pre>
     *
     * @param input the text; can be blank if there are files
     * @param files the files in the runner's content store
     * @return the start
     */
    public static Start of(String input, Content.File... files) {
        return new Start(input, "", "", List.of(files));
    }

    /**
     * Returns a start that a trigger produced, with the files in the payload. Called by generated loops.
     *
     * @param trigger the name of the trigger's method
     * @param encoder the encoder of the payload
     * @param payload the argument of the trigger's method
     * @param input the text that the trigger's method returned
     * @param <T> the type of the payload
     * @return the start
     */
    public static <T> Start of(String trigger, JsonEncoder<T> encoder, T payload, String input) {
        EncodedValue encoded = EncodedValue.of(encoder, payload);
        return new Start(input, trigger, encoded.json(), encoded.files());
    }
}

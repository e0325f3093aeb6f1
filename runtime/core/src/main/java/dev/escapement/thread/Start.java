package dev.escapement.thread;

import dev.escapement.codegen.EncodedValue;
import dev.escapement.content.Content;
import dev.escapement.json.JsonEncoder;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The input of a thread and the source of the input.
 *
 * @param input the input as the model receives it; blank if it consists of files
 * @param trigger the name of the {@link dev.escapement.Trigger} method that produced the input; empty for plain text
 * @param payload the argument of the trigger as JSON text; empty for plain text
 * @param files the files that the model receives after the text, in order
 * @param labels the labels by which the thread can be found, such as a tenant, a user or a case number, sorted by name;
 *     the model does not receive them. Names and values have 1 to {@value #MAX_LABEL} UTF-16 code units
 */
public record Start(
        String input, String trigger, String payload, List<Content.File> files, Map<String, String> labels) {

    /** The maximum length of the name and the value of a label, in UTF-16 code units. */
    public static final int MAX_LABEL = 200;

    /**
     * Creates a start.
     *
     * @throws IllegalArgumentException if the name or the value of a label is empty, too long or contains U+0000 or a lone
     *     surrogate
     */
    public Start {
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(payload, "payload");
        files = List.copyOf(files);
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        labels.forEach((name, value) -> {
            Labels.require("name", name);
            Labels.require("value", value);
        });
    }

    /**
     * Creates a start without labels.
     *
     * @param input the input as the model receives it
     * @param trigger the name of the trigger's method; empty for plain text
     * @param payload the argument of the trigger as JSON text; empty for plain text
     * @param files the files that the model receives after the text
     */
    public Start(String input, String trigger, String payload, List<Content.File> files) {
        this(input, trigger, payload, files, Map.of());
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

    /**
     * Returns this start with a further label.
     *
     * <pre>{@code
     * runner.start("case-1042", Start.of("The lamp arrived broken").label("tenant", "acme"));
     * }</pre>
     *
     * @param name the name of the label, 1 to {@value #MAX_LABEL} UTF-16 code units
     * @param value its value, 1 to {@value #MAX_LABEL} UTF-16 code units
     * @return a copy
     * @throws IllegalArgumentException if the name or the value is empty, too long or contains U+0000 or a lone surrogate
     */
    public Start label(String name, String value) {
        Map<String, String> more = new TreeMap<>(labels);
        more.put(Objects.requireNonNull(name, "name"), value);
        return new Start(input, trigger, payload, files, more);
    }
}

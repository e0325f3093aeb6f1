package dev.escapement.thread;

import dev.escapement.codegen.EncodedValue;
import dev.escapement.content.Content;
import dev.escapement.json.JsonEncoder;
import java.util.List;
import java.util.Objects;

/**
 * A person's reply to a step's question.
 *
 * @param tool the tool of the step that paused
 * @param json the reply as JSON text
 * @param files the files in the reply, in order
 */
public record Reply(String tool, String json, List<Content.File> files) {
    public Reply {
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(json, "json");
        files = List.copyOf(files);
    }

    /**
     * Creates a reply without files.
     *
     * @param tool the tool of the step that paused
     * @param json the reply as JSON text
     */
    public Reply(String tool, String json) {
        this(tool, json, List.of());
    }

    /**
     * Returns a reply with a typed value. Called by generated loops.
     *
     * @param tool the tool of the step that paused
     * @param encoder the encoder of the value
     * @param reply the value
     * @param <R> the type of the value
     * @return the reply
     */
    public static <R> Reply of(String tool, JsonEncoder<R> encoder, R reply) {
        EncodedValue encoded = EncodedValue.of(encoder, reply);
        return new Reply(tool, encoded.json(), encoded.files());
    }
}

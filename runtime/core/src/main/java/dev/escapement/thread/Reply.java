package dev.escapement.thread;

import dev.escapement.json.JsonEncoder;
import java.util.Objects;

/**
 * A person's reply to a step's question.
 *
 * @param tool the tool of the step that paused
 * @param json the reply as JSON text
 */
public record Reply(String tool, String json) {
    public Reply {
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(json, "json");
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
        return new Reply(tool, encoder.encode(reply));
    }
}

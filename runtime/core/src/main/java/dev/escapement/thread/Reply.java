package dev.escapement.thread;

import dev.escapement.json.JsonEncoder;
import java.util.Objects;

/**
 * A person's reply to the question of a step that paused.
 *
 * @param tool the tool whose step asked
 * @param json the reply as JSON text
 */
public record Reply(String tool, String json) {
    public Reply {
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(json, "json");
    }

    /**
     * A typed reply. Generated loops call this.
     *
     * @param tool the tool whose step asked
     * @param encoder writes the reply
     * @param reply the reply
     * @param <R> the type of the reply
     * @return the reply as the runner wants it
     */
    public static <R> Reply of(String tool, JsonEncoder<R> encoder, R reply) {
        return new Reply(tool, encoder.encode(reply));
    }
}

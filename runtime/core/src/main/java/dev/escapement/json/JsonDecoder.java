package dev.escapement.json;

import dev.escapement.codegen.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * A decoder that reads values of one type from JSON. Implementations are stateless and safe for use by multiple Java
 * threads.
 *
 * @param <T> the type of the values
 */
@FunctionalInterface
public interface JsonDecoder<T> {

    /**
     * Reads the value at the reader's current position. Faults are reported to the reader.
     *
     * @param in the reader, positioned at the first token of the value; on return, at its last token
     * @return the value; null if it has violations, which the reader has recorded
     */
    @Nullable
    T read(JsonReader in);
}

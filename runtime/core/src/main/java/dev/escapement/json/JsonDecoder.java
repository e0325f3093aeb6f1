package dev.escapement.json;

import dev.escapement.codegen.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of one type from JSON. Implementations are stateless and safe for use by many threads.
 *
 * @param <T> the type of the values
 */
@FunctionalInterface
public interface JsonDecoder<T> {

    /**
     * Reads the value at which the reader stands. Faults are reported to the reader.
     *
     * @param in the reader, standing at the first token of the value; left at its last token
     * @return the value; null if it has violations, all of which the reader then holds
     */
    @Nullable
    T read(JsonReader in);
}

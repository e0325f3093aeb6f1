package dev.escapement.json;

import dev.escapement.codegen.JsonWriter;

/**
 * Writes values of one type as JSON. Implementations are stateless and safe for use by many threads.
 *
 * @param <T> the type of the values
 */
@FunctionalInterface
public interface JsonEncoder<T> {

    /**
     * Writes one JSON value.
     *
     * @param out where to write
     * @param value the value
     */
    void write(JsonWriter out, T value);

    /**
     * Writes a value as JSON text: compact, properties in declaration order.
     *
     * @param value the value
     * @return JSON text
     */
    default String encode(T value) {
        return JsonWriter.encode(this, value);
    }
}

package dev.escapement.json;

import dev.escapement.codegen.JsonWriter;

/**
 * An encoder that writes values of one type as JSON. Implementations are stateless and safe for use by multiple Java
 * threads.
 *
 * @param <T> the type of the values
 */
@FunctionalInterface
public interface JsonEncoder<T> {

    /**
     * Writes a value as JSON.
     *
     * @param out the writer
     * @param value the value
     */
    void write(JsonWriter out, T value);

    /**
     * Encodes a value as compact JSON, with properties in declaration order.
     *
     * @param value the value
     * @return JSON text
     */
    default String encode(T value) {
        return JsonWriter.encode(this, value);
    }
}

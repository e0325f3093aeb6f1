package dev.escapement.codegen;

import dev.escapement.content.Content;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.JsonEncoder;
import java.util.List;

/**
 * A value as JSON, with the files that it contains.
 *
 * @param json the JSON text
 * @param files the different files in the value, in the order of the JSON
 */
public record EncodedValue(String json, List<Content.File> files) {

    public EncodedValue {
        files = List.copyOf(files);
    }

    /**
     * Encodes a value as {@link JsonEncoder#encode} does, and collects its files.
     *
     * @param encoder the encoder of the value
     * @param value the value
     * @param <T> the type of the value
     * @return the JSON and the files
     * @throws IllegalArgumentException if the value cannot be written; the message contains the path
     */
    public static <T> EncodedValue of(JsonEncoder<T> encoder, T value) {
        JsonWriter writer = new JsonWriter(true, encoder instanceof JsonCodec);
        String json = JsonEncoding.encode(encoder, value, writer);
        return new EncodedValue(json, writer.files());
    }
}

package dev.escapement.json;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes values of one type as JSON, without reflection. Implementations are stateless and safe for use by
 * many threads.
 *
 * @param <T> the type of the values
 */
public interface JsonCodec<T> extends JsonDecoder<T>, JsonEncoder<T> {

    /**
     * A codec of two halves. Generated code makes those of types that have no codec of their own in this way.
     *
     * @param decoder reads values
     * @param encoder writes them
     * @param <T> the type of the values
     * @return the codec
     */
    static <T> JsonCodec<T> of(JsonDecoder<T> decoder, JsonEncoder<T> encoder) {
        Objects.requireNonNull(decoder, "decoder");
        Objects.requireNonNull(encoder, "encoder");
        return new JsonCodec<>() {
            @Override
            public @Nullable T read(JsonReader in) {
                return decoder.read(in);
            }

            @Override
            public void write(JsonWriter out, T value) {
                encoder.write(out, value);
            }
        };
    }

    /**
     * Reads JSON text that holds exactly one value of this type. Times that must be past or future are compared with
     * the system's clock.
     *
     * @param json any text
     * @return the value, or everything that is wrong with the text; never an exception for bad input
     */
    default Decoded<T> decode(String json) {
        return decode(json, new ReadOptions(Set.of()));
    }

    /**
     * Reads JSON text that holds exactly one value of this type, as if at a certain moment: the same text, read as of
     * the same moment, always gives the same.
     *
     * @param json any text
     * @param now the moment with which times that must be past or future are compared
     * @return the value, or everything that is wrong with the text; never an exception for bad input
     */
    default Decoded<T> decode(String json, Instant now) {
        return decode(json, new ReadOptions(Set.of(), InstantSource.fixed(now)));
    }

    /**
     * Reads JSON text that holds exactly one value of this type.
     *
     * @param json any text
     * @param options how to read it
     * @return the value, or everything that is wrong with the text; never an exception for bad input
     */
    default Decoded<T> decode(String json, ReadOptions options) {
        return JsonReader.decode(this, json, options);
    }
}

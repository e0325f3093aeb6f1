package dev.escapement.json;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A codec that reads and writes values of one type as JSON, without reflection. Implementations are stateless and safe
 * for use by multiple Java threads.
 *
 * <pre>{@code
 * JsonCodec<Order> codec = OrderCodec.INSTANCE;
 * String json = codec.encode(order);
 * Order copy = codec.decode(json).fold(
 *         accepted -> accepted.value(),
 *         rejected -> {
 *             throw new IllegalArgumentException(rejected.feedback());
 *         });
 * }</pre>
 *
 * @param <T> the type of the values
 */
public interface JsonCodec<T> extends JsonDecoder<T>, JsonEncoder<T> {

    /**
     * Returns a codec that combines a decoder and an encoder. Generated code uses it for types without a
     * {@link dev.escapement.Codec} annotation.
     *
     * @param decoder the reader of values
     * @param encoder the writer of values
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
     * Decodes JSON that contains exactly one value of this type. Times that must be past or future are compared with
     * the system clock.
     *
     * @param json any string
     * @return the value, or all violations; invalid input does not cause an exception
     */
    default Decoded<T> decode(String json) {
        return decode(json, new ReadOptions(Set.of()));
    }

    /**
     * Decodes JSON that contains exactly one value of this type, using a given instant as the current time.
     * Deterministic: equal strings and instants produce equal results.
     *
     * @param json any string
     * @param now the instant with which times that must be past or future are compared
     * @return the value, or all violations; invalid input does not cause an exception
     */
    default Decoded<T> decode(String json, Instant now) {
        return decode(json, new ReadOptions(Set.of(), InstantSource.fixed(now)));
    }

    /**
     * Decodes JSON that contains exactly one value of this type, using the given options.
     *
     * @param json any string
     * @param options the leniency, the clock and the receiver of defects
     * @return the value, or all violations; invalid input does not cause an exception
     */
    default Decoded<T> decode(String json, ReadOptions options) {
        return JsonReader.decode(this, json, options);
    }
}

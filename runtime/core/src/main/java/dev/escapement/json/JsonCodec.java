package dev.escapement.json;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
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
     * Returns a codec that combines a decoder and an encoder.
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
                return in.read(decoder);
            }

            @Override
            public void write(JsonWriter out, T value) {
                out.write(encoder, value);
            }
        };
    }

    @Override
    default String encode(T value) {
        return JsonWriter.encode(this, value);
    }

    /**
     * Returns a codec of JSON arrays whose elements are values of this type. Decoded lists are immutable. Violations
     * have paths like {@code $[0].sku}; a null element is a violation.
     *
     * <pre>{@code
     * JsonCodec<List<Order>> orders = OrderCodec.INSTANCE.list();
     * }</pre>
     *
     * @return the codec
     */
    default JsonCodec<List<T>> list() {
        return new ListCodec<>(this);
    }

    /**
     * Returns a codec of JSON objects with arbitrary property names whose values are values of this type. Decoded maps
     * are immutable and keep the order of the JSON. Violations have paths like {@code $.key.sku}; a null value is a
     * violation.
     *
     * @return the codec
     */
    default JsonCodec<Map<String, T>> map() {
        return new MapCodec<>(this);
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

package dev.escapement.thread;

import dev.escapement.codegen.ConstantSet;
import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.JsonEncoder;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The JSON codecs for the values of event properties. */
final class ValueCodecs {

    static final JsonCodec<String> TEXT = of(JsonReader::readString, JsonWriter::writeString);
    static final JsonCodec<Boolean> FLAG = of(JsonReader::readBoolean, JsonWriter::writeBoolean);
    static final JsonCodec<Long> COUNT = of(JsonReader::readLong, JsonWriter::writeLong);
    static final JsonCodec<Integer> SMALL_COUNT = of(JsonReader::readInt, JsonWriter::writeInt);
    static final JsonCodec<BigDecimal> AMOUNT = of(JsonReader::readDecimal, JsonWriter::writeDecimal);

    /** The codec for a limit in a budget. The property of an absent limit is omitted. */
    static final JsonCodec<OptionalLong> LIMIT =
            of(in -> OptionalLong.of(in.readLong()), (out, limit) -> out.writeLong(limit.orElseThrow()));

    private ValueCodecs() {}

    /** Returns a codec for a property that is omitted if its value is empty. */
    static <T> JsonCodec<Optional<T>> present(JsonCodec<T> codec) {
        return of(
                in -> {
                    T value = codec.read(in);
                    return value == null ? null : Optional.of(value);
                },
                (out, value) -> codec.write(out, value.orElseThrow()));
    }

    /** Returns a codec for a time or duration in the ISO 8601 form that {@code toString} returns. */
    static <T> JsonCodec<T> time(String expected, Function<String, T> parse) {
        return of(
                in -> {
                    String text = in.readString();
                    if (text == null) {
                        return null;
                    }
                    try {
                        return parse.apply(text);
                    } catch (DateTimeException unreadable) {
                        in.reportUnreadable(expected, text);
                        return null;
                    }
                },
                (out, value) -> out.writeString(value.toString()));
    }

    /** Returns a codec that represents the constants of an enum in lower case. */
    static <E extends Enum<E>> JsonCodec<E> constant(Class<E> type) {
        ConstantSet names = ConstantSet.of(Stream.of(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new));
        return of(
                in -> {
                    String name = in.readConstant(names);
                    return name == null ? null : Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
                },
                (out, value) -> out.writeString(value.name().toLowerCase(Locale.ROOT)));
    }

    static <T> JsonCodec<List<T>> list(JsonCodec<T> codec) {
        return of(in -> readList(in, codec), (out, values) -> {
            out.beginArray();
            values.forEach(value -> codec.write(out, value));
            out.endArray();
        });
    }

    private static <T> @Nullable List<T> readList(JsonReader in, JsonCodec<T> codec) {
        if (!in.beginArray()) {
            return null;
        }
        List<T> values = new ArrayList<>();
        while (in.nextElement()) {
            T value = codec.read(in);
            if (value != null) {
                values.add(value);
            }
        }
        in.endArray();
        return values;
    }

    static <T> JsonCodec<T> of(Function<JsonReader, @Nullable T> reader, JsonEncoder<T> writer) {
        return new JsonCodec<>() {
            @Override
            public @Nullable T read(JsonReader in) {
                return reader.apply(in);
            }

            @Override
            public void write(JsonWriter out, T value) {
                writer.write(out, value);
            }
        };
    }
}

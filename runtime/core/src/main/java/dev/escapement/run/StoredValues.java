package dev.escapement.run;

import dev.escapement.codegen.ConstantSet;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.JsonCodec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The JSON forms of the values that the files of a store contain in addition to events. */
final class StoredValues {

    /** The codec of times, which accepts every {@link Instant}. */
    static final JsonCodec<Instant> TIME = JsonCodec.of(
            in -> {
                String text = in.readString();
                try {
                    return text == null ? null : Instant.parse(text);
                } catch (DateTimeException e) {
                    in.reportRefusal(e);
                    return null;
                }
            },
            (out, time) -> out.writeString(time.toString()));

    /** The codec of names with texts, such as labels. */
    static final JsonCodec<Map<String, String>> TEXTS = JsonCodec.<String>of(
                    in -> in.readString(), (out, text) -> out.writeString(text))
            .map();

    private StoredValues() {}

    /** Returns a codec that represents the constants of an enum in lower case. */
    static <E extends Enum<E>> JsonCodec<E> constant(Class<E> type) {
        ConstantSet names = ConstantSet.of(Stream.of(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new));
        return JsonCodec.of(
                in -> {
                    String name = in.readConstant(names);
                    return name == null ? null : Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
                },
                (out, constant) -> out.writeString(constant.name().toLowerCase(Locale.ROOT)));
    }

    /** Writes a property unless its value is absent. */
    static <T> void optional(JsonWriter out, String name, JsonCodec<T> codec, Optional<T> value) {
        if (value.isPresent()) {
            out.name(name);
            codec.write(out, value.get());
        }
    }
}

package dev.escapement.tool;

import dev.escapement.Leniency;
import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.ReadOptions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A codec that repairs the faults that a tool repairs.
 *
 * @param codec the codec of the values
 * @param leniency the kinds of faults that are repaired
 * @param <T> the type of the values
 */
record LenientCodec<T>(JsonCodec<T> codec, Set<Leniency> leniency) implements JsonCodec<T> {

    @Override
    public @Nullable T read(JsonReader in) {
        return in.read(codec);
    }

    @Override
    public void write(JsonWriter out, T value) {
        out.write(codec, value);
    }

    @Override
    public Decoded<T> decode(String json) {
        return decode(json, new ReadOptions(leniency));
    }

    @Override
    public Decoded<T> decode(String json, Instant now) {
        return decode(json, new ReadOptions(leniency, InstantSource.fixed(now)));
    }

    @Override
    public JsonCodec<List<T>> list() {
        return new LenientCodec<>(codec.list(), leniency);
    }

    @Override
    public JsonCodec<Map<String, T>> map() {
        return new LenientCodec<>(codec.map(), leniency);
    }
}

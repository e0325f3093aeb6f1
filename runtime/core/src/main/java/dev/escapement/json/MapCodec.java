package dev.escapement.json;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A codec of JSON objects with arbitrary property names.
 *
 * @param entry the codec of the values
 * @param <T> the type of the values
 */
record MapCodec<T>(JsonCodec<T> entry) implements JsonCodec<Map<String, T>> {

    @Override
    public @Nullable Map<String, T> read(JsonReader in) {
        if (!in.beginMap()) {
            return null;
        }
        Map<String, T> map = new LinkedHashMap<>();
        while (in.nextEntry()) {
            String name = in.name();
            T value = in.read(entry);
            if (value != null) { // otherwise, it has violations
                map.put(name, value);
            }
        }
        return in.endMap() ? Collections.unmodifiableMap(map) : null;
    }

    @Override
    public void write(JsonWriter out, Map<String, T> value) {
        out.beginObject();
        value.forEach((name, each) -> {
            out.name(name);
            out.write(entry, each);
        });
        out.endObject();
    }
}

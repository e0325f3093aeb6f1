package dev.escapement.json;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A codec of JSON arrays.
 *
 * @param element the codec of the elements
 * @param <T> the type of the elements
 */
record ListCodec<T>(JsonCodec<T> element) implements JsonCodec<List<T>> {

    @Override
    public @Nullable List<T> read(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        List<T> list = new ArrayList<>();
        while (in.nextElement()) {
            T value = in.read(element);
            if (value != null) { // otherwise, it has violations
                list.add(value);
            }
        }
        return in.endArray() ? Collections.unmodifiableList(list) : null;
    }

    @Override
    public void write(JsonWriter out, List<T> value) {
        out.beginArray();
        for (T each : value) {
            out.write(element, out.requireValue(each));
        }
        out.endArray();
    }
}

package dev.escapement.processor.functional;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversion of values to lists of lists, which are comparable: arrays use identity equality, and equality of URLs
 * accesses the network.
 */
final class ComparableValues {

    private ComparableValues() {}

    static @Nullable Object of(@Nullable Object value) {
        if (value == null) {
            return null;
        } else if (value instanceof Record record) {
            return List.of(record.getClass(), components(record));
        } else if (value instanceof Optional<?> optional) {
            return optional.map(ComparableValues::of);
        } else if (value instanceof Map<?, ?> map) {
            List<@Nullable Object> entries = new ArrayList<>();
            map.forEach((key, element) -> {
                entries.add(of(key));
                entries.add(of(element));
            });
            return List.of("map", entries);
        } else if (value instanceof Iterable<?> elements) {
            List<@Nullable Object> list = new ArrayList<>();
            elements.forEach(element -> list.add(of(element)));
            return list;
        } else if (value.getClass().isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                list.add(of(Array.get(value, i)));
            }
            return List.of(value.getClass(), list);
        }
        return value instanceof URL url ? url.toExternalForm() : value;
    }

    private static List<@Nullable Object> components(Record record) {
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            values.add(of(component(record, component)));
        }
        return values;
    }

    /** Returns the value of a component. */
    static @Nullable Object component(Record record, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}

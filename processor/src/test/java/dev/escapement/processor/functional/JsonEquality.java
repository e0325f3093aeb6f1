package dev.escapement.processor.functional;

import dev.escapement.json.JsonText;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Equality of values as JSON Schema defines it: 1.0 equals 1.00, and -0.0 equals 0.0. */
final class JsonEquality {

    private JsonEquality() {}

    /** Returns an object that is equal for two values of one type exactly if their JSON is equal. */
    static @Nullable Object of(@Nullable Object value) {
        return comparable(ComparableValues.of(value));
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof MutableJson.Obj object) {
            Map<String, @Nullable Object> members = new HashMap<>();
            object.forEach(entry -> members.put(entry.getKey(), comparable(entry.getValue())));
            return members;
        } else if (value instanceof List<?> list && list.size() == 2 && list.get(0) == JsonText.class) {
            String text = (String) ((List<?>) list.get(1)).get(0);
            return comparable(
                    MutableJson.parseWithDuplicates(text).orElseThrow().root());
        } else if (value instanceof List<?> list && list.size() == 2 && "map".equals(list.get(0))) {
            Map<@Nullable Object, @Nullable Object> map = new HashMap<>();
            List<?> entries = (List<?>) list.get(1);
            for (int i = 0; i < entries.size(); i += 2) {
                map.put(entries.get(i), comparable(entries.get(i + 1)));
            }
            return map;
        } else if (value instanceof List<?> list) {
            return list.stream().map(JsonEquality::comparable).toList();
        } else if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        } else if (value instanceof Double number) {
            return number + 0.0;
        }
        return value instanceof Float number ? (Object) (number + 0f) : value;
    }
}

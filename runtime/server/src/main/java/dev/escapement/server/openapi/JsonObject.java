package dev.escapement.server.openapi;

import dev.escapement.internal.tree.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A builder of a JSON object, which keeps the order of its properties. */
final class JsonObject {
    private final Map<String, JsonValue> properties = new LinkedHashMap<>();

    /** Creates the object {@code {"$ref": target}}. */
    static JsonValue reference(String target) {
        return new JsonObject().put("$ref", target).build();
    }

    JsonObject put(String name, JsonValue value) {
        properties.put(name, value);
        return this;
    }

    JsonObject put(String name, String text) {
        return put(name, new JsonValue.Text(text));
    }

    JsonObject put(String name, boolean value) {
        return put(name, new JsonValue.Bool(value));
    }

    JsonObject put(String name, JsonObject value) {
        return put(name, value.build());
    }

    JsonObject put(String name, List<JsonValue> elements) {
        return put(name, new JsonValue.Array(elements));
    }

    JsonObject putAll(Map<String, JsonValue> more) {
        properties.putAll(more);
        return this;
    }

    boolean isEmpty() {
        return properties.isEmpty();
    }

    boolean contains(String name) {
        return properties.containsKey(name);
    }

    JsonValue.Members build() {
        return new JsonValue.Members(properties);
    }
}

package dev.escapement.internal.lock;

import dev.escapement.internal.tree.JsonValue;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of a single value. For an array, it also accepts the same elements in another order. */
final class ExactSchema {

    private ExactSchema() {}

    static JsonValue.Members of(JsonValue value) {
        Map<String, JsonValue> keywords = new LinkedHashMap<>();
        if (value instanceof JsonValue.Members object) {
            Map<String, JsonValue> properties = new LinkedHashMap<>();
            object.properties().forEach((name, each) -> properties.put(name, of(each)));
            keywords.put("type", text("object"));
            keywords.put("properties", new JsonValue.Members(properties));
            keywords.put(
                    "required",
                    new JsonValue.Array(
                            properties.keySet().stream().map(ExactSchema::text).toList()));
            keywords.put("additionalProperties", new JsonValue.Bool(false));
        } else if (value instanceof JsonValue.Array array) {
            List<JsonValue> elements =
                    array.elements().stream().<JsonValue>map(ExactSchema::of).toList();
            keywords.put("type", text("array"));
            if (!elements.isEmpty()) {
                keywords.put("items", new JsonValue.Members(Map.of("anyOf", new JsonValue.Array(elements))));
            }
            keywords.put("minItems", number(BigDecimal.valueOf(elements.size())));
            keywords.put("maxItems", number(BigDecimal.valueOf(elements.size())));
            keywords.put("uniqueItems", new JsonValue.Bool(new HashSet<>(elements).size() == elements.size()));
        } else if (value instanceof JsonValue.Numeral numeral) {
            keywords.put("type", text(numeral.number().stripTrailingZeros().scale() <= 0 ? "integer" : "number"));
            keywords.put("minimum", number(numeral.number()));
            keywords.put("maximum", number(numeral.number()));
        } else if (value instanceof JsonValue.Null) {
            keywords.put("type", text("null"));
        } else {
            keywords.put("type", text(value instanceof JsonValue.Bool ? "boolean" : "string"));
            keywords.put("enum", new JsonValue.Array(List.of(value)));
        }
        return new JsonValue.Members(keywords);
    }

    private static JsonValue text(String text) {
        return new JsonValue.Text(text);
    }

    private static JsonValue number(BigDecimal number) {
        return new JsonValue.Numeral(number);
    }
}

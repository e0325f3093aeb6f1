package dev.escapement.processor.lock;

import dev.escapement.internal.tree.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Random values that are valid for a schema in many cases, and close to its limits. */
final class RandomInstances {

    private static final List<String> TEXTS =
            List.of("", "x", "yy", "zzz", "12", "a", "A", "34", "abcd", "one", "two", "𝒳", "1234");
    private static final List<String> NUMBERS = List.of(
            "0", "1", "-1", "2", "0.5", "1.5", "-0.5", "-1.5", "2.5", "3", "4", "5", "0.25", "10", "-10", "2.0", "3.5",
            "-2");
    private static final List<String> NAMES = List.of("a", "b", "c", "A", "d");

    private final Random random;
    private final JsonValue.Members document;

    RandomInstances(Random random, JsonValue.Members document) {
        this.random = random;
        this.document = document;
    }

    String value() {
        return value(document, 6);
    }

    private String value(JsonValue schema, int depth) {
        Map<String, JsonValue> keywords = schema instanceof JsonValue.Members members ? members.properties() : Map.of();
        if (depth == 0) {
            return "null";
        }
        if (keywords.containsKey("$ref")) {
            JsonValue.Members definitions =
                    (JsonValue.Members) document.properties().get("$defs");
            return value(definitions.properties().get("Node"), depth - 1);
        }
        if (keywords.get("anyOf") instanceof JsonValue.Array branches) {
            return value(branches.elements().get(random.nextInt(branches.size())), depth);
        }
        String type = keywords.get("type") instanceof JsonValue.Array types
                ? random.nextInt(3) == 0
                        ? "null"
                        : ((JsonValue.Text) types.elements().get(0)).text()
                : keywords.get("type") instanceof JsonValue.Text text ? text.text() : "null";
        return switch (type) {
            case "boolean" -> String.valueOf(random.nextBoolean());
            case "integer", "number" -> NUMBERS.get(random.nextInt(NUMBERS.size()));
            case "string" ->
                keywords.get("enum") instanceof JsonValue.Array values
                        ? values.elements().get(random.nextInt(values.size())).json()
                        : new JsonValue.Text(TEXTS.get(random.nextInt(TEXTS.size()))).json();
            case "array" -> {
                List<String> elements = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    elements.add(value(keywords.get("items"), depth - 1));
                }
                yield "[" + String.join(",", elements) + "]";
            }
            case "object" -> object(keywords, depth);
            default -> "null";
        };
    }

    private String object(Map<String, JsonValue> keywords, int depth) {
        Map<String, String> members = new TreeMap<>();
        JsonValue required = keywords.get("required");
        if (keywords.get("properties") instanceof JsonValue.Members properties) {
            properties.properties().forEach((name, schema) -> {
                boolean needed = required instanceof JsonValue.Array names
                        && names.elements().contains(new JsonValue.Text(name));
                if (needed || (depth > 2 && random.nextBoolean())) {
                    members.put(name, value(schema, depth - 1));
                }
            });
        }
        if (keywords.get("additionalProperties") instanceof JsonValue.Members others) {
            for (int i = random.nextInt(4); i > 0; i--) {
                members.put(NAMES.get(random.nextInt(NAMES.size())), value(others, depth - 1));
            }
        }
        List<String> texts = new ArrayList<>();
        members.forEach((name, value) -> texts.add("\"" + name + "\":" + value));
        return "{" + String.join(",", texts) + "}";
    }
}

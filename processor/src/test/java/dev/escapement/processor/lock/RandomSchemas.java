package dev.escapement.processor.lock;

import dev.escapement.internal.tree.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Random schemas with the keywords that the processor generates, and changes of them. */
final class RandomSchemas {

    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final List<String> VALUES = List.of("x", "yy", "zzz", "12");
    static final List<String> PATTERNS = List.of("^[a-z]+$", "^[0-9]{2}$");

    private final Random random;

    RandomSchemas(Random random) {
        this.random = random;
    }

    /** Returns a schema, which refers to a recursive definition in some cases. */
    JsonValue.Members document() {
        Map<String, JsonValue> root = new LinkedHashMap<>(object(3).properties());
        root.put("$defs", new JsonValue.Members(Map.of("Node", object(1))));
        return new JsonValue.Members(root);
    }

    private JsonValue.Members schema(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 5)) {
            case 0 -> type("boolean");
            case 1, 2 -> number();
            case 3, 4 -> text();
            case 5 -> members(Map.of("$ref", text("#/$defs/Node")));
            case 6 -> array(depth);
            case 7 -> dictionary(depth);
            case 8 -> union(depth);
            default -> object(depth);
        };
    }

    private JsonValue.Members type(String type) {
        return members(Map.of(
                "type", random.nextInt(5) == 0 ? new JsonValue.Array(List.of(text(type), text("null"))) : text(type)));
    }

    private JsonValue.Members number() {
        Map<String, JsonValue> keywords = new LinkedHashMap<>(
                type(random.nextBoolean() ? "integer" : "number").properties());
        if (random.nextBoolean()) {
            keywords.put(random.nextBoolean() ? "minimum" : "exclusiveMinimum", numeral(random.nextInt(7) - 3, 1));
        }
        if (random.nextBoolean()) {
            keywords.put(random.nextBoolean() ? "maximum" : "exclusiveMaximum", numeral(random.nextInt(9), 1));
        }
        if (random.nextInt(4) == 0) {
            keywords.put("multipleOf", numeral(List.of(5, 10, 1, 20).get(random.nextInt(4)), 1));
        }
        return new JsonValue.Members(keywords);
    }

    private JsonValue.Members text() {
        Map<String, JsonValue> keywords = new LinkedHashMap<>(type("string").properties());
        if (random.nextInt(3) == 0) {
            Set<JsonValue> values = new LinkedHashSet<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                values.add(text(VALUES.get(random.nextInt(VALUES.size()))));
            }
            if (keywords.get("type") instanceof JsonValue.Array) {
                values.add(new JsonValue.Null());
            }
            keywords.put("enum", new JsonValue.Array(List.copyOf(values)));
            return new JsonValue.Members(keywords);
        }
        count(keywords, "Length");
        if (random.nextInt(3) == 0) {
            keywords.put("pattern", text(PATTERNS.get(random.nextInt(PATTERNS.size()))));
        }
        return new JsonValue.Members(keywords);
    }

    private void count(Map<String, JsonValue> keywords, String of) {
        if (random.nextInt(3) == 0) {
            keywords.put("min" + of, numeral(random.nextInt(3), 0));
        }
        if (random.nextInt(3) == 0) {
            keywords.put("max" + of, numeral(random.nextInt(4), 0));
        }
    }

    private JsonValue.Members array(int depth) {
        Map<String, JsonValue> keywords = new LinkedHashMap<>(type("array").properties());
        keywords.put("items", schema(depth - 1));
        count(keywords, "Items");
        if (random.nextInt(3) == 0) {
            keywords.put("uniqueItems", new JsonValue.Bool(true));
        }
        return new JsonValue.Members(keywords);
    }

    private JsonValue.Members dictionary(int depth) {
        Map<String, JsonValue> keywords = new LinkedHashMap<>(type("object").properties());
        if (random.nextInt(3) == 0) {
            keywords.put("propertyNames", members(Map.of("enum", new JsonValue.Array(List.of(text("a"), text("b"))))));
        } else if (random.nextInt(3) == 0) {
            keywords.put("propertyNames", members(Map.of("pattern", text(PATTERNS.get(0)))));
        }
        keywords.put("additionalProperties", schema(depth - 1));
        count(keywords, "Properties");
        return new JsonValue.Members(keywords);
    }

    private JsonValue.Members object(int depth) {
        return structure(depth, new LinkedHashMap<>(), new LinkedHashSet<>());
    }

    private JsonValue.Members structure(int depth, Map<String, JsonValue> properties, Set<JsonValue> required) {
        for (String name : NAMES) {
            if (random.nextInt(3) > 0) {
                properties.put(name, schema(depth - 1));
                if (random.nextBoolean()) {
                    required.add(text(name));
                }
            }
        }
        Map<String, JsonValue> keywords = new LinkedHashMap<>();
        keywords.put("type", text("object"));
        keywords.put("properties", new JsonValue.Members(properties));
        keywords.put("required", new JsonValue.Array(List.copyOf(required)));
        keywords.put("additionalProperties", new JsonValue.Bool(false));
        return new JsonValue.Members(keywords);
    }

    private JsonValue.Members union(int depth) {
        List<JsonValue> branches = new ArrayList<>();
        for (String name : List.of("one", "two", "three").subList(0, 1 + random.nextInt(3))) {
            Map<String, JsonValue> properties = new LinkedHashMap<>();
            properties.put(
                    "kind",
                    new JsonValue.Members(
                            Map.of("type", text("string"), "enum", new JsonValue.Array(List.of(text(name))))));
            branches.add(structure(depth - 1, properties, new LinkedHashSet<>(Set.of(text("kind")))));
        }
        return members(Map.of("anyOf", new JsonValue.Array(branches)));
    }

    /** Returns a schema that differs in one place. */
    JsonValue.Members changed(JsonValue.Members schema) {
        List<JsonValue.Members> parts = new ArrayList<>();
        collect(schema, parts);
        JsonValue.Members part = parts.get(random.nextInt(parts.size()));
        JsonValue.Members other = part == schema ? change(part) : random.nextInt(4) == 0 ? schema(1) : change(part);
        return (JsonValue.Members) replace(schema, part, other);
    }

    private JsonValue.Members change(JsonValue.Members part) {
        Map<String, JsonValue> keywords = new LinkedHashMap<>(part.properties());
        List<String> names = List.copyOf(keywords.keySet());
        String keyword = names.get(random.nextInt(names.size()));
        JsonValue value = keywords.get(keyword);
        switch (keyword) {
            case "required" -> {
                Set<JsonValue> required = new LinkedHashSet<>();
                if (keywords.get("properties") instanceof JsonValue.Members properties) {
                    properties.properties().keySet().stream()
                            .filter(name -> name.equals("kind") || random.nextBoolean())
                            .forEach(name -> required.add(text(name)));
                }
                keywords.put(keyword, new JsonValue.Array(List.copyOf(required)));
            }
            case "properties" -> {
                Map<String, JsonValue> properties = new LinkedHashMap<>(((JsonValue.Members) value).properties());
                properties.putIfAbsent(NAMES.get(random.nextInt(NAMES.size())), schema(0));
                keywords.put(keyword, new JsonValue.Members(properties));
            }
            case "type" -> {
                if (value instanceof JsonValue.Text type && !keywords.containsKey("enum")) {
                    keywords.put(keyword, new JsonValue.Array(List.of(type, text("null"))));
                }
            }
            case "enum" -> {
                Set<JsonValue> values = new LinkedHashSet<>(((JsonValue.Array) value).elements());
                values.add(text(VALUES.get(random.nextInt(VALUES.size()))));
                keywords.put(keyword, new JsonValue.Array(List.copyOf(values)));
            }
            case "pattern", "uniqueItems", "multipleOf", "propertyNames" -> keywords.remove(keyword);
            case "anyOf", "items", "$ref", "$defs", "additionalProperties" -> {}
            default -> {
                if (value instanceof JsonValue.Numeral numeral) {
                    BigDecimal moved = numeral.number().add(BigDecimal.valueOf(random.nextInt(3) - 1));
                    keywords.put(
                            keyword,
                            new JsonValue.Numeral(keyword.matches("m..[LIP].*") ? moved.max(BigDecimal.ZERO) : moved));
                }
            }
        }
        return new JsonValue.Members(keywords);
    }

    private static void collect(JsonValue value, List<JsonValue.Members> parts) {
        if (value instanceof JsonValue.Members members) {
            if (members.properties().keySet().stream().anyMatch(Set.of("type", "anyOf", "$ref")::contains)) {
                parts.add(members);
            }
            members.properties().values().forEach(each -> collect(each, parts));
        } else if (value instanceof JsonValue.Array array) {
            array.elements().forEach(each -> collect(each, parts));
        }
    }

    private static JsonValue replace(JsonValue value, JsonValue part, JsonValue other) {
        if (value == part) {
            return other;
        }
        if (value instanceof JsonValue.Members members) {
            Map<String, JsonValue> replaced = new LinkedHashMap<>();
            members.properties().forEach((name, each) -> replaced.put(name, replace(each, part, other)));
            return new JsonValue.Members(replaced);
        }
        return value instanceof JsonValue.Array array
                ? new JsonValue.Array(array.elements().stream()
                        .map(each -> replace(each, part, other))
                        .toList())
                : value;
    }

    private static JsonValue.Members members(Map<String, JsonValue> keywords) {
        return new JsonValue.Members(keywords);
    }

    private static JsonValue.Text text(String text) {
        return new JsonValue.Text(text);
    }

    private static JsonValue numeral(int number, int scale) {
        return new JsonValue.Numeral(BigDecimal.valueOf(number * (scale == 0 ? 1L : 5), scale));
    }
}

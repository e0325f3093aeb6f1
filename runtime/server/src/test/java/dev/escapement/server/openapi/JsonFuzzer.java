package dev.escapement.server.openapi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** A generator of JSON texts that match a schema, nearly match it, or are hostile. */
final class JsonFuzzer {
    private static final int MAX_DEPTH = 6;
    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "{",
            "}",
            "[",
            "nul",
            "{\"type\":}",
            "{\"a\":1,\"a\":2}",
            "\"\\ud800\"",
            "1e999999999",
            "-",
            "NaN",
            "{\"type\":\"approve\",\"type\":\"cancel\"}",
            "[".repeat(5000),
            "{\"a\":".repeat(2000),
            "\ufeff{}",
            "{}{}",
            "9".repeat(5000),
            "\"\u0001\"",
            "{\"__proto__\":{}}",
            "{\"$ref\":\"#\"}",
            "/* */ {}",
            "'a'",
            "null",
            "[]");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "9007199254740993",
            "99999999999999999999999",
            "\"\"",
            "\"a\"",
            "\"\\u0000\"",
            "\"\\ud83d\"",
            "[]",
            "{}",
            "[[[[]]]]",
            "{\"a\":null}",
            "\"c1\"",
            "\"c2\"");

    private final Random random;
    private final ApiDocument document;

    JsonFuzzer(Random random, ApiDocument document) {
        this.random = random;
        this.document = document;
    }

    /** Returns a body. */
    byte[] body(JsonNode schema) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return HOSTILE.get(random.nextInt(HOSTILE.size())).getBytes(StandardCharsets.UTF_8);
        }
        byte[] valid = valid(schema, kind < 4 ? 1 : 0).getBytes(StandardCharsets.UTF_8);
        if (kind == 1 && valid.length > 0) {
            valid[random.nextInt(valid.length)] = (byte) random.nextInt(256);
        }
        return valid;
    }

    /** Returns a value of a schema, in which single values are replaced if {@code faults} is 1. */
    String valid(JsonNode schema, int faults) {
        return value(schema, faults, 0);
    }

    private String value(JsonNode unresolved, int faults, int depth) {
        if (faults > 0 && random.nextInt(8) == 0) {
            return VALUES.get(random.nextInt(VALUES.size()));
        }
        JsonNode schema = document.resolved(unresolved);
        for (String keyword : List.of("anyOf", "oneOf", "enum")) {
            if (schema.has(keyword)) {
                JsonNode choices = schema.get(keyword);
                JsonNode choice = choices.get(random.nextInt(choices.size()));
                return keyword.equals("enum") ? choice.toString() : value(choice, faults, depth + 1);
            }
        }
        if (schema.has("const")) {
            return schema.get("const").toString();
        }
        JsonNode type = schema.path("type");
        String name = type.isArray() ? type.get(0).asString() : type.asString("");
        return switch (name) {
            case "object" -> object(schema, faults, depth);
            case "array" -> array(schema, faults, depth);
            case "integer" -> String.valueOf(Math.max(schema.path("minimum").asInt(0), random.nextInt(50)));
            case "number" -> String.valueOf(random.nextInt(50) / 4.0);
            case "boolean" -> String.valueOf(random.nextBoolean());
            case "string" -> string(schema);
            default -> VALUES.get(random.nextInt(VALUES.size()));
        };
    }

    private String string(JsonNode schema) {
        if (schema.path("pattern").asString("").contains("64")) {
            return "\"" + "0a".repeat(32) + "\"";
        }
        List<String> texts =
                List.of("c1", "c2", "a", "acme", "0a".repeat(32), "x\\u0000y", "\\u00e4", "long ".repeat(200));
        return "\"" + texts.get(random.nextInt(texts.size())) + "\"";
    }

    private String array(JsonNode schema, int faults, int depth) {
        List<String> elements = new ArrayList<>();
        for (int i = depth < MAX_DEPTH ? random.nextInt(3) : 0; i > 0; i--) {
            elements.add(value(schema.path("items"), faults, depth + 1));
        }
        return "[" + String.join(",", elements) + "]";
    }

    private String object(JsonNode schema, int faults, int depth) {
        List<String> members = new ArrayList<>();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(each -> required.add(each.asString()));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            boolean present = required.contains(property.getKey())
                    ? faults == 0 || random.nextInt(10) > 0
                    : depth < MAX_DEPTH && random.nextInt(3) == 0;
            if (present) {
                members.add(member(property.getKey(), property.getValue(), faults, depth));
            }
        }
        if (faults > 0 && random.nextInt(10) == 0) {
            members.add(members.isEmpty() || random.nextBoolean() ? "\"unknown\":1" : members.get(0));
        }
        return "{" + String.join(",", members) + "}";
    }

    private String member(String name, JsonNode schema, int faults, int depth) {
        return "\"" + name + "\":" + value(schema, faults, depth + 1);
    }
}

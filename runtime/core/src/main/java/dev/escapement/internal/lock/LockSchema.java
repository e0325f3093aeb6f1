package dev.escapement.internal.lock;

import dev.escapement.internal.hash.Sha256;
import dev.escapement.internal.tree.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A canonical JSON Schema without descriptions, which do not affect stored values. Two schemas are equal if their texts
 * are.
 *
 * @param root the schema, an object
 */
public record LockSchema(JsonValue.Members root) {

    /** The number of digits of a fingerprint, as in the start of a thread. */
    public static final int FINGERPRINT_DIGITS = 16;

    private static final int WIDTH = 110;
    private static final String INDENT = "  ";
    private static final String DESCRIPTION = "description";

    /** The keywords whose values contain a schema for each property or definition. */
    private static final Set<String> NAMED_SCHEMAS = Set.of("properties", "$defs");

    private static final Set<String> SCHEMAS =
            Set.of("items", "additionalProperties", "propertyNames", "anyOf", "allOf");

    /**
     * Parses a canonical schema, and removes its descriptions.
     *
     * @param json a schema in the dialect {@code JSON_SCHEMA}
     * @return the schema
     * @throws IllegalArgumentException if the text is not a JSON object
     */
    public static LockSchema of(String json) {
        if (JsonValue.parse(json) instanceof JsonValue.Members members) {
            return new LockSchema(withoutDescriptions(members));
        }
        throw new IllegalArgumentException("not a JSON object");
    }

    private static JsonValue.Members withoutDescriptions(JsonValue.Members schema) {
        Map<String, JsonValue> kept = new LinkedHashMap<>();
        schema.properties().forEach((keyword, value) -> {
            if (NAMED_SCHEMAS.contains(keyword) && value instanceof JsonValue.Members named) {
                Map<String, JsonValue> schemas = new LinkedHashMap<>();
                named.properties().forEach((name, each) -> schemas.put(name, ofSchema(each)));
                kept.put(keyword, new JsonValue.Members(schemas));
            } else if (!keyword.equals(DESCRIPTION)) {
                kept.put(keyword, SCHEMAS.contains(keyword) ? ofSchema(value) : value);
            }
        });
        return new JsonValue.Members(kept);
    }

    private static JsonValue ofSchema(JsonValue value) {
        if (value instanceof JsonValue.Members members) {
            return withoutDescriptions(members);
        }
        return value instanceof JsonValue.Array array
                ? new JsonValue.Array(
                        array.elements().stream().map(LockSchema::ofSchema).toList())
                : value;
    }

    /**
     * Returns the fingerprint, which does not depend on descriptions.
     *
     * @return the first 16 hexadecimal digits of the SHA-256 of the compact JSON
     */
    public String fingerprint() {
        return Sha256.hex(root.json()).substring(0, FINGERPRINT_DIGITS);
    }

    /**
     * Returns the text with a line for each property, definition and branch.
     *
     * @return the lines
     */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        print("", root, "", "", lines);
        return lines;
    }

    private static void print(String indent, JsonValue value, String prefix, String suffix, List<String> lines) {
        String compact = indent + prefix + value.json() + suffix;
        if (value.size() == 0 || (compact.length() <= WIDTH && !hasNamedSchemas(value))) {
            lines.add(compact);
        } else if (value instanceof JsonValue.Members members) {
            lines.add(indent + prefix + "{");
            int left = members.size();
            for (Map.Entry<String, JsonValue> member : members.properties().entrySet()) {
                left--;
                String name = new JsonValue.Text(member.getKey()).json() + ": ";
                print(indent + INDENT, member.getValue(), name, left > 0 ? "," : "", lines);
            }
            lines.add(indent + "}" + suffix);
        } else if (value instanceof JsonValue.Array array) {
            lines.add(indent + prefix + "[");
            int left = array.size();
            for (JsonValue element : array.elements()) {
                left--;
                print(indent + INDENT, element, "", left > 0 ? "," : "", lines);
            }
            lines.add(indent + "]" + suffix);
        }
    }

    /** Returns whether a value contains properties or definitions, each of which has a line. */
    private static boolean hasNamedSchemas(JsonValue value) {
        if (value instanceof JsonValue.Members members) {
            return members.properties().entrySet().stream()
                    .anyMatch(member -> (NAMED_SCHEMAS.contains(member.getKey())
                                    && member.getValue().size() > 0)
                            || hasNamedSchemas(member.getValue()));
        }
        return value instanceof JsonValue.Array array
                && array.elements().stream().anyMatch(LockSchema::hasNamedSchemas);
    }
}

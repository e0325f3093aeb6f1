package dev.escapement.server.openapi;

import dev.escapement.internal.tree.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A function that changes the targets of all references in a JSON Schema. Values that are data, such as {@code const} and
 * {@code enum}, and properties with the name {@code $ref} remain unchanged.
 */
final class SchemaRewriter {
    private static final Set<String> SCHEMAS = Set.of(
            "items",
            "additionalProperties",
            "not",
            "contains",
            "propertyNames",
            "if",
            "then",
            "else",
            "unevaluatedItems",
            "unevaluatedProperties");
    private static final Set<String> LISTS = Set.of("anyOf", "allOf", "oneOf", "prefixItems");
    private static final Set<String> MAPS = Set.of("properties", "patternProperties", "dependentSchemas", "$defs");

    private final UnaryOperator<String> target;

    /** Creates a rewriter with a function from the old to the new target of a reference. */
    SchemaRewriter(UnaryOperator<String> target) {
        this.target = target;
    }

    /** Returns the schema with the new references. */
    JsonValue schema(JsonValue schema) {
        if (!(schema instanceof JsonValue.Members object)) {
            return schema;
        }
        Map<String, JsonValue> rewritten = new LinkedHashMap<>();
        object.properties().forEach((keyword, value) -> rewritten.put(keyword, keyword(keyword, value)));
        return new JsonValue.Members(rewritten);
    }

    private JsonValue keyword(String keyword, JsonValue value) {
        if (keyword.equals("$ref") && value instanceof JsonValue.Text text) {
            return new JsonValue.Text(target.apply(text.text()));
        }
        if (SCHEMAS.contains(keyword)) {
            return schema(value);
        }
        if (LISTS.contains(keyword) && value instanceof JsonValue.Array list) {
            return new JsonValue.Array(
                    list.elements().stream().map(this::schema).toList());
        }
        if (MAPS.contains(keyword) && value instanceof JsonValue.Members map) {
            Map<String, JsonValue> schemas = new LinkedHashMap<>();
            map.properties().forEach((name, schema) -> schemas.put(name, schema(schema)));
            return new JsonValue.Members(schemas);
        }
        return value;
    }
}

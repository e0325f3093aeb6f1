package dev.escapement.server.openapi;

import dev.escapement.internal.tree.JsonValue;
import dev.escapement.server.http.BodySchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The schemas in the components of the document. A definition in {@code $defs} of a schema becomes a component of its own,
 * with the name of the schema and its own name, so that all references resolve from the root of the document.
 */
final class SchemaComponents {
    private static final String PREFIX = "#/components/schemas/";
    private static final String DEFINITIONS = "#/$defs/";

    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, JsonValue> schemas = new TreeMap<>();

    /**
     * Adds a schema, if it is not yet a component.
     *
     * @param schema the schema
     * @param fallback the name for a schema without a name, if it contains references
     * @return a reference to the component, or the schema itself if it has neither a name nor references
     * @throws IllegalStateException if a component with the same name has another schema
     */
    JsonValue add(BodySchema schema, String fallback) {
        JsonValue parsed = JsonValue.parse(schema.json());
        if (schema.name().isEmpty() && !schema.json().contains("\"$ref\"")) {
            return parsed;
        }
        String name = componentName(schema.name().isEmpty() ? fallback : schema.name());
        String known = sources.putIfAbsent(name, schema.json());
        if (known == null) {
            define(name, parsed);
        } else if (!known.equals(schema.json())) {
            throw new IllegalStateException("Two schemas have the name " + name + ". Rename one of the bodies.");
        }
        return JsonObject.reference(PREFIX + name);
    }

    /** Returns the names of all components. */
    List<String> names() {
        return List.copyOf(schemas.keySet());
    }

    /** Replaces the schema of a component. */
    void replace(String name, JsonValue schema) {
        schemas.put(name, schema);
    }

    /** Returns the schema of a component. */
    JsonValue get(String name) {
        JsonValue schema = schemas.get(name);
        if (schema == null) {
            throw new IllegalStateException("The component " + name + " does not exist.");
        }
        return schema;
    }

    private void define(String name, JsonValue parsed) {
        SchemaRewriter rewriter = new SchemaRewriter(target -> target(name, target));
        if (parsed instanceof JsonValue.Members object) {
            Map<String, JsonValue> root = new LinkedHashMap<>(object.properties());
            if (root.remove("$defs") instanceof JsonValue.Members definitions) {
                definitions
                        .properties()
                        .forEach((each, schema) ->
                                schemas.put(componentName(name + "." + each), rewriter.schema(schema)));
            }
            schemas.put(name, rewriter.schema(new JsonValue.Members(root)));
        } else {
            schemas.put(name, parsed);
        }
    }

    private static String target(String name, String target) {
        if (target.equals("#")) {
            return PREFIX + name;
        }
        if (target.startsWith(DEFINITIONS)) {
            return PREFIX + componentName(name + "." + target.substring(DEFINITIONS.length()));
        }
        throw new IllegalStateException(
                "The reference " + target + " in the schema " + name + " is not supported. Use $defs.");
    }

    /** Returns a name with only the characters that the names of components may have. */
    static String componentName(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /** Returns the schemas by name, sorted by name. */
    JsonValue.Members build() {
        return new JsonValue.Members(schemas);
    }
}

package dev.escapement.fake;

import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Helpers that find and read the schemas nested in a schema. */
final class SchemaNodes {

    private static final Set<String> STRICT_KEYWORDS = Set.of(
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "anyOf",
            "enum",
            "const",
            "$ref",
            "$defs",
            "title",
            "description",
            "format",
            "minItems");
    private static final Set<String> STRICT_FORMATS =
            Set.of("date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid");

    private SchemaNodes() {}

    /** Returns the keywords that every provider accepts in schemas of strict tools, and those of one provider. */
    static Set<String> strictKeywords(String... more) {
        return union(STRICT_KEYWORDS, more);
    }

    /** Returns the formats that every provider accepts in schemas of strict tools, and those of one provider. */
    static Set<String> strictFormats(String... more) {
        return union(STRICT_FORMATS, more);
    }

    private static Set<String> union(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    /** Passes each schema with its level to the visitor, outer schemas first; the root has level 1. */
    static void each(RequestNode schema, int level, ObjIntConsumer<RequestNode> visitor) {
        visitor.accept(schema, level);
        for (RequestNode property : members(schema, "properties").values()) {
            each(property, level + 1, visitor);
        }
        for (RequestNode definition : members(schema, "$defs").values()) {
            each(definition, level, visitor);
        }
        schema.find("anyOf")
                .ifPresent(branches -> branches.someItems().forEach(branch -> each(branch, level, visitor)));
        schema.find("items").ifPresent(items -> each(items, level + 1, visitor));
    }

    static Map<String, RequestNode> members(RequestNode schema, String keyword) {
        return schema.find(keyword).map(RequestNode::properties).orElse(Map.of());
    }

    /** Returns the names of the types that a schema allows; empty without a type keyword. */
    static Set<String> types(RequestNode schema) {
        return schema.find("type")
                .map(type -> type.isText()
                        ? Set.of(type.text())
                        : type.someItems().stream().map(RequestNode::text).collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    static boolean isObject(RequestNode schema) {
        return types(schema).contains("object") || schema.find("properties").isPresent();
    }

    /** Requires that the root of parameters is an object with an explicit type. */
    static void objectAtRoot(RequestNode root) {
        if (!root.get("type").isText() || !root.get("type").text().equals("object")) {
            throw root.wrong("schema must be a JSON Schema of 'type: \"object\"'");
        }
        for (String keyword : Set.of("anyOf", "oneOf", "allOf")) {
            if (root.find(keyword).isPresent()) {
                throw root.wrong("schema must not have '" + keyword + "' at the top level");
            }
        }
    }

    static void closed(RequestNode object) {
        if (object.get("additionalProperties").isObject()
                || object.get("additionalProperties").flag()) {
            throw object.wrong("'additionalProperties' is required to be supplied and to be false");
        }
    }

    /** Returns the target of a reference. */
    static RequestNode target(RequestNode root, RequestNode reference) {
        String pointer = reference.text();
        if (pointer.equals("#")) {
            return root;
        }
        String name = pointer.startsWith("#/$defs/") ? pointer.substring("#/$defs/".length()) : "";
        RequestNode target = members(root, "$defs").get(name);
        if (target == null) {
            throw reference.wrong("the top-level definition " + pointer + " does not exist");
        }
        return target;
    }
}

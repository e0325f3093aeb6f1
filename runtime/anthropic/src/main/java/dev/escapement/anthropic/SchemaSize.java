package dev.escapement.anthropic;

import dev.escapement.wire.Json;

/**
 * What of a schema counts towards {@link StrictBudget}.
 *
 * @param optional how many properties are optional, wherever they are
 * @param unions how many values may be of more than one type, wherever they are
 */
record SchemaSize(int optional, int unions) {

    private static final SchemaSize NOTHING = new SchemaSize(0, 0);

    /** The size of a schema. */
    static SchemaSize of(String schema) {
        return of(Json.parse(schema));
    }

    private static SchemaSize of(Json schema) {
        if (!schema.isObject()) {
            return NOTHING; // there is none, or one that allows all or nothing
        }
        Json properties = schema.get("properties");
        boolean isUnion = schema.get("anyOf").isArray() || schema.get("type").isArray();
        SchemaSize size = new SchemaSize(
                properties.names().size() - schema.get("required").items().size(), isUnion ? 1 : 0);
        for (Json branch : schema.get("anyOf").items()) {
            size = size.plus(of(branch));
        }
        return size.plus(ofAll(properties)).plus(ofAll(schema.get("$defs"))).plus(of(schema.get("items")));
    }

    private static SchemaSize ofAll(Json schemas) {
        SchemaSize size = NOTHING;
        for (String name : schemas.names()) {
            size = size.plus(of(schemas.get(name)));
        }
        return size;
    }

    SchemaSize plus(SchemaSize other) {
        return new SchemaSize(optional + other.optional, unions + other.unions);
    }
}

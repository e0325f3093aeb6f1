package dev.escapement.anthropic;

import dev.escapement.http.client.ProviderJson;

/**
 * The size of a tool's schema, which counts against a {@link StrictBudget}.
 *
 * @param optional the number of optional properties on all levels
 * @param unions the number of values with more than one type on all levels
 */
record SchemaSize(int optional, int unions) {

    private static final SchemaSize NOTHING = new SchemaSize(0, 0);

    /** Computes the size of a JSON schema. */
    static SchemaSize of(String schema) {
        return of(ProviderJson.parse(schema));
    }

    private static SchemaSize of(ProviderJson schema) {
        if (!schema.isObject()) {
            return NOTHING; // no schema, or a boolean one
        }
        ProviderJson properties = schema.get("properties");
        boolean isUnion = schema.get("anyOf").isArray() || schema.get("type").isArray();
        SchemaSize size = new SchemaSize(
                properties.names().size() - schema.get("required").items().size(), isUnion ? 1 : 0);
        for (ProviderJson branch : schema.get("anyOf").items()) {
            size = size.plus(of(branch));
        }
        return size.plus(ofAll(properties)).plus(ofAll(schema.get("$defs"))).plus(of(schema.get("items")));
    }

    private static SchemaSize ofAll(ProviderJson schemas) {
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

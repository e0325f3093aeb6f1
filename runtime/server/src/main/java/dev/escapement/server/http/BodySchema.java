package dev.escapement.server.http;

import java.util.Objects;

/**
 * The JSON Schema of a body, as a component of the OpenAPI document.
 *
 * @param name the name of the component; empty to write the schema in place
 * @param json the schema as JSON text
 */
public record BodySchema(String name, String json) {
    public BodySchema {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(json, "json");
    }
}

package dev.escapement.http.client;

import dev.escapement.json.JsonText;

/**
 * The definition of a tool in a request.
 *
 * @param name the name
 * @param description the description; empty if there is none
 * @param schema the schema of the arguments
 * @param strict whether the provider constrains the model to the schema
 */
public record ToolDefinition(String name, String description, JsonText schema, boolean strict) {}

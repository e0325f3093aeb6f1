package dev.escapement.anthropic;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.JsonText;
import dev.escapement.wire.WellFormed;

/**
 * A tool as the model is told of it.
 *
 * @param name its name
 * @param description what it does; empty if nobody said
 * @param schema the schema of its arguments
 * @param strict whether the API shall hold the model to the schema
 */
record OfferedTool(String name, String description, JsonText schema, boolean strict) {

    /**
     * Writes the tool.
     *
     * @param marked whether the request is to be cached up to here
     */
    void write(JsonWriter out, boolean marked) {
        out.beginObject();
        out.name("name");
        out.writeString(name);
        if (!description.isBlank()) {
            out.name("description");
            out.writeString(WellFormed.text(description));
        }
        out.name("input_schema");
        out.writeJson(schema);
        if (strict) { // servers that speak the API and do not know the property refuse it
            out.name("strict");
            out.writeBoolean(true);
        }
        if (marked) {
            CacheMarker.write(out);
        }
        out.endObject();
    }
}

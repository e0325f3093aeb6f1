package dev.escapement.openai;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.JsonText;
import dev.escapement.wire.WellFormed;

/**
 * A tool as a provider is told of it.
 *
 * @param name its name
 * @param description what it does; empty if nobody said
 * @param parameters the schema of its arguments
 * @param strict whether the provider shall hold the model to the schema
 */
record OfferedTool(String name, String description, JsonText parameters, boolean strict) {

    /** Writes its properties, which both protocols call the same. */
    void write(JsonWriter out) {
        out.name("name");
        out.writeString(name);
        if (!description.isEmpty()) {
            out.name("description");
            out.writeString(WellFormed.text(description));
        }
        out.name("parameters");
        out.writeJson(parameters);
        out.name("strict"); // left out, Responses would try to make the schema strict and say nothing if it cannot
        out.writeBoolean(strict);
    }
}

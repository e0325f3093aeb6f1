package dev.escapement.anthropic;

import dev.escapement.json.JsonReader;
import dev.escapement.json.JsonText;
import dev.escapement.json.JsonWriter;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;

/** A tool of which there is only a schema, the same in all dialects; as arguments any JSON will do. */
record SchemaTool(String name, String description, String schema) implements ToolSpec<JsonText> {

    @Override
    public String schema(Dialect dialect) {
        return schema;
    }

    @Override
    public String fingerprint() {
        return "";
    }

    @Override
    public JsonText read(JsonReader in) {
        return in.readJson();
    }

    @Override
    public void write(JsonWriter out, JsonText value) {
        out.writeJson(value);
    }
}

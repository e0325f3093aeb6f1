package dev.escapement.jdbc.chaos;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.codegen.PropertySet;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;

/** A tool with one argument, {@code item}. */
record ItemTool(String name) implements ToolSpec<String> {

    private static final PropertySet PROPERTIES = PropertySet.required("item");

    @Override
    public String read(JsonReader in) {
        String item = null;
        if (!in.beginObject(PROPERTIES)) {
            return null;
        }
        while (in.nextProperty()) {
            item = in.readString();
        }
        return in.endObject() ? item : null;
    }

    @Override
    public void write(JsonWriter out, String item) {
        out.beginObject();
        out.name("item");
        out.writeString(item);
        out.endObject();
    }

    @Override
    public String description() {
        return "";
    }

    @Override
    public String schema(Dialect dialect) {
        return "{\"type\":\"object\"}";
    }

    @Override
    public String fingerprint() {
        return "";
    }
}

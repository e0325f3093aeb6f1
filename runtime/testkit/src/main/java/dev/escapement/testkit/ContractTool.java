package dev.escapement.testkit;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.codegen.PropertySet;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import org.jspecify.annotations.Nullable;

/**
 * A tool with one argument, {@code text}.
 *
 * @param name the name of the tool
 */
record ContractTool(String name) implements ToolSpec<String> {

    private static final PropertySet PROPERTIES = PropertySet.required("text");

    @Override
    public @Nullable String read(JsonReader in) {
        String text = null;
        if (!in.beginObject(PROPERTIES)) {
            return null;
        }
        while (in.nextProperty()) {
            text = in.readString();
        }
        return in.endObject() ? text : null;
    }

    @Override
    public void write(JsonWriter out, String value) {
        out.beginObject();
        out.name("text");
        out.writeString(value);
        out.endObject();
    }

    @Override
    public String description() {
        return "The tool " + name + ".";
    }

    @Override
    public String schema(Dialect dialect) {
        return "{\"type\":\"object\",\"properties\":{\"text\":{\"type\":\"string\"}},\"required\":[\"text\"]}";
    }

    @Override
    public String fingerprint() {
        return name;
    }
}

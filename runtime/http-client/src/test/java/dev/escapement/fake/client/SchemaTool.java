package dev.escapement.fake.client;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.JsonText;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.util.function.Function;

/**
 * A tool that consists of schemas and accepts any JSON as arguments.
 *
 * @param schemas the source of the schema in a dialect
 */
public record SchemaTool(String name, String description, Function<Dialect, String> schemas)
        implements ToolSpec<JsonText> {

    /** Creates a tool with the same schema in all dialects. */
    public SchemaTool(String name, String description, String schema) {
        this(name, description, dialect -> schema);
    }

    /** Returns a tool whose schema names the dialect and that one dialect cannot express. */
    public static SchemaTool impossibleIn(Dialect impossible, String name, String reason) {
        return new SchemaTool(name, "", dialect -> {
            if (dialect == impossible) {
                throw new UnsupportedOperationException(reason);
            }
            return "{\"title\":\"" + dialect + "\"}";
        });
    }

    @Override
    public String schema(Dialect dialect) {
        return schemas.apply(dialect);
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

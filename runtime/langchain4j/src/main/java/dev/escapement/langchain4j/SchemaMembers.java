package dev.escapement.langchain4j;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A codec that maps the keywords of a schema to the JSON text of their values. */
final class SchemaMembers implements JsonCodec<Map<String, JsonText>> {

    private static final SchemaMembers INSTANCE = new SchemaMembers();

    private SchemaMembers() {}

    /** Returns a schema without a given keyword at its root. */
    static String without(String keyword, String schema) {
        Map<String, JsonText> members = INSTANCE.decode(schema).fold(Decoded.Accepted::value, rejected -> {
            throw new IllegalArgumentException("The schema is not an object: " + schema);
        });
        members.remove(keyword);
        return INSTANCE.encode(members);
    }

    @Override
    public @Nullable Map<String, JsonText> read(JsonReader in) {
        if (!in.beginMap()) {
            return null;
        }
        Map<String, JsonText> members = new LinkedHashMap<>();
        while (in.nextEntry()) {
            String keyword = in.name();
            JsonText value = in.readJson();
            if (value != null) {
                members.put(keyword, value);
            }
        }
        return in.endMap() ? members : null;
    }

    @Override
    public void write(JsonWriter out, Map<String, JsonText> members) {
        out.beginObject();
        members.forEach(out::property);
        out.endObject();
    }
}

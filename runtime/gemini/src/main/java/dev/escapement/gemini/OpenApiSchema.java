package dev.escapement.gemini;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.json.JsonText;
import java.util.List;
import java.util.Set;

/**
 * A writer of schemas in the form of {@code parameters}, for servers that do not accept {@code parametersJsonSchema}.
 * Keywords that this form does not have are omitted; calls are validated against the complete schema in any case.
 *
 * @see <a href="https://ai.google.dev/api/caching#Schema">Schema</a>
 */
final class OpenApiSchema {

    /** The keywords with values that are written unchanged. */
    private static final Set<String> PLAIN = Set.of(
            "title",
            "description",
            "format",
            "enum",
            "required",
            "minItems",
            "maxItems",
            "minLength",
            "maxLength",
            "pattern",
            "minimum",
            "maximum");

    private OpenApiSchema() {}

    static void write(JsonWriter out, ProviderJson schema) {
        out.beginObject();
        for (String name : schema.names()) {
            ProviderJson value = schema.get(name);
            switch (name) {
                case "type" -> type(out, value);
                case "items" -> {
                    out.name(name);
                    write(out, value);
                }
                case "anyOf" -> {
                    out.name(name);
                    out.beginArray();
                    value.items().forEach(each -> write(out, each));
                    out.endArray();
                }
                case "properties" -> {
                    out.name(name);
                    out.beginObject();
                    value.names().forEach(property -> {
                        out.name(property);
                        write(out, value.get(property));
                    });
                    out.endObject();
                }
                default -> {
                    if (PLAIN.contains(name)) {
                        out.property(name, new JsonText(value.raw()));
                    }
                }
            }
        }
        if (!schema.get("$ref").isAbsent()) {
            out.property("type", "object");
        }
        out.endObject();
    }

    /** Writes a type. A list of types becomes the first one, which may also be null. */
    private static void type(JsonWriter out, ProviderJson type) {
        List<String> names =
                type.isArray() ? type.items().stream().map(ProviderJson::text).toList() : List.of(type.text());
        names.stream().filter(name -> !name.equals("null")).findFirst().ifPresent(name -> out.property("type", name));
        if (names.contains("null")) {
            out.name("nullable");
            out.writeBoolean(true);
        }
    }
}

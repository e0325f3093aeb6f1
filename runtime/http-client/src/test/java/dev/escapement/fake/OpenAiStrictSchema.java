package dev.escapement.fake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The subset of JSON Schema that OpenAI accepts for tools with {@code "strict": true}. Where its documents and its
 * errors differ, the narrower subset applies.
 */
final class OpenAiStrictSchema {

    private static final Set<String> KEYWORDS = SchemaNodes.strictKeywords(
            "$comment",
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "maxItems");
    private static final Set<String> FORMATS = SchemaNodes.strictFormats();
    private static final Pattern LOOK_AROUND = Pattern.compile("\\(\\?<?[=!]");
    private static final int MOST_LEVELS = 10;

    private final RequestNode root;
    private final OpenAiSchemaSize size = new OpenAiSchemaSize();

    private OpenAiStrictSchema(RequestNode root) {
        this.root = root;
    }

    static void check(RequestNode root) {
        SchemaNodes.objectAtRoot(root);
        OpenAiStrictSchema schema = new OpenAiStrictSchema(root);
        SchemaNodes.each(root, 1, schema::check);
        schema.size.check(root);
    }

    private void check(RequestNode schema, int level) {
        if (level > MOST_LEVELS) {
            throw schema.wrong("schema is deeper than " + MOST_LEVELS + " levels");
        }
        for (String keyword : schema.properties().keySet()) {
            if (!KEYWORDS.contains(keyword) || keyword.equals("$defs") && schema != root) {
                throw schema.wrong("'" + keyword + "' is not permitted");
            }
        }
        size.count(schema);
        if (schema.find("$ref").isPresent()) {
            reference(schema);
        } else if (schema.find("type").isEmpty() && schema.find("anyOf").isEmpty()) {
            throw schema.wrong("schema must have a 'type' key");
        }
        if (SchemaNodes.isObject(schema)) {
            object(schema);
        }
        if (SchemaNodes.types(schema).contains("array") && schema.find("items").isEmpty()) {
            throw schema.wrong("array schema missing items");
        }
        schema.find("anyOf").ifPresent(this::distinctFirstKeys);
        schema.find("enum").ifPresent(values -> values.someItems().forEach(value -> fits(schema, value)));
        schema.find("const").ifPresent(value -> fits(schema, value));
        schema.find("format").ifPresent(format -> format.oneOf(FORMATS.toArray(String[]::new)));
        schema.find("pattern")
                .filter(pattern -> LOOK_AROUND.matcher(pattern.text()).find())
                .ifPresent(pattern -> {
                    throw pattern.wrong("lookaround is not supported");
                });
    }

    private void reference(RequestNode schema) {
        if (schema.properties().size() > 1) {
            throw schema.wrong("$ref cannot have keywords beside it: "
                    + schema.properties().keySet());
        }
        SchemaNodes.target(root, schema.get("$ref"));
    }

    private static void object(RequestNode schema) {
        SchemaNodes.closed(schema);
        Set<String> required = new HashSet<>();
        schema.get("required").items().forEach(name -> required.add(name.text()));
        Set<String> properties = SchemaNodes.members(schema, "properties").keySet();
        if (!required.equals(properties)) {
            throw schema.wrong("'required' is required to be supplied and to be an array including every key in"
                    + " properties, but has " + required + " of " + properties);
        }
    }

    private void distinctFirstKeys(RequestNode branches) {
        Set<String> first = new HashSet<>();
        for (RequestNode branch : branches.items()) {
            RequestNode object =
                    branch.find("$ref").isPresent() ? SchemaNodes.target(root, branch.get("$ref")) : branch;
            List<String> names =
                    List.copyOf(SchemaNodes.members(object, "properties").keySet());
            if (!names.isEmpty() && !first.add(names.get(0))) {
                throw branches.wrong(
                        "objects provided via 'anyOf' must not share identical first keys: " + names.get(0));
            }
        }
    }

    private static void fits(RequestNode schema, RequestNode value) {
        Set<String> types = SchemaNodes.types(schema);
        boolean fits = value.isNull() && types.contains("null")
                || value.isText() && types.contains("string")
                || value.isFlag() && types.contains("boolean")
                || value.isNumber() && (types.contains("number") || types.contains("integer"));
        if (!fits) {
            throw schema.wrong("enum value " + value + " does not validate against the type " + types);
        }
    }
}

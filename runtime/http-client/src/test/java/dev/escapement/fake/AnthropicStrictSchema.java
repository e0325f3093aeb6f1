package dev.escapement.fake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The subset of JSON Schema that Anthropic accepts for tools with {@code "strict": true}, and its limits for all strict
 * tools of a request.
 */
final class AnthropicStrictSchema {

    private static final Set<String> KEYWORDS = SchemaNodes.strictKeywords();
    private static final Set<String> FORMATS = SchemaNodes.strictFormats("uri");
    private static final int MOST_TOOLS = 20;
    private static final int MOST_OPTIONAL = 24;
    private static final int MOST_UNIONS = 16;

    private int tools;
    private int optional;
    private int unions;

    /** Checks the schema of an additional tool of the request. */
    void check(RequestNode root) {
        SchemaNodes.objectAtRoot(root);
        SchemaNodes.each(root, 1, (schema, level) -> check(root, schema));
        SchemaNodes.each(root, 1, (schema, level) -> notWithin(root, schema, new HashSet<>()));
        tools++;
        atMost(root, tools, MOST_TOOLS, "strict tools");
        atMost(root, optional, MOST_OPTIONAL, "optional parameters");
        atMost(root, unions, MOST_UNIONS, "parameters with union types");
    }

    private void check(RequestNode root, RequestNode schema) {
        for (String keyword : schema.properties().keySet()) {
            if (!KEYWORDS.contains(keyword)) {
                throw schema.wrong("for strict tools, property '" + keyword + "' is not supported");
            }
        }
        if (SchemaNodes.isObject(schema)) {
            SchemaNodes.closed(schema);
            List<RequestNode> required =
                    schema.find("required").map(RequestNode::items).orElse(List.of());
            Set<String> names = SchemaNodes.members(schema, "properties").keySet();
            for (RequestNode name : required) {
                if (!names.contains(name.text())) {
                    throw name.wrong("the property " + name.text() + " does not exist");
                }
            }
            optional += names.size() - required.size();
        }
        if (schema.find("anyOf").isPresent() || SchemaNodes.types(schema).size() > 1) {
            unions++;
        }
        schema.find("enum").ifPresent(values -> values.someItems().forEach(AnthropicStrictSchema::primitive));
        schema.find("format").ifPresent(format -> format.oneOf(FORMATS.toArray(String[]::new)));
        schema.find("minItems")
                .filter(least -> least.number().intValueExact() > 1)
                .ifPresent(least -> {
                    throw least.wrong("for 'array' type, 'minItems' values other than 0 or 1 are not supported");
                });
        schema.find("$ref").ifPresent(reference -> SchemaNodes.target(root, reference));
    }

    private static void primitive(RequestNode value) {
        if (value.isObject() || value.isList()) {
            throw value.wrong("enum values are primitive");
        }
    }

    private static void notWithin(RequestNode root, RequestNode schema, Set<String> open) {
        schema.find("$ref").ifPresent(reference -> {
            if (!open.add(reference.text())) {
                throw reference.wrong("circular reference detected: " + reference.text());
            }
            SchemaNodes.each(SchemaNodes.target(root, reference), 1, (inner, level) -> {
                notWithin(root, inner, new HashSet<>(open));
            });
        });
    }

    private static void atMost(RequestNode root, int found, int most, String what) {
        if (found > most) {
            throw root.wrong("too many " + what + " in all strict schemas: " + found + ", at most " + most);
        }
    }
}

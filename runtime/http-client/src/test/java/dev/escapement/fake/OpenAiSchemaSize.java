package dev.escapement.fake;

import java.util.List;
import java.util.Set;

/** The size limits of OpenAI for a schema, including all nested schemas. */
final class OpenAiSchemaSize {

    private static final int MOST_PROPERTIES = 5_000;
    private static final int MOST_CHARACTERS = 120_000;
    private static final int MOST_VALUES = 1_000;
    private static final int MANY_VALUES = 250;
    private static final int MOST_CHARACTERS_OF_MANY = 15_000;

    private int properties;
    private int characters;
    private int values;

    void count(RequestNode schema) {
        for (String keyword : Set.of("properties", "$defs")) {
            SchemaNodes.members(schema, keyword).keySet().forEach(name -> characters += name.length());
        }
        properties += SchemaNodes.members(schema, "properties").size();
        schema.find("const")
                .filter(RequestNode::isText)
                .ifPresent(value -> characters += value.text().length());
        schema.find("enum").ifPresent(this::countEnum);
    }

    private void countEnum(RequestNode choice) {
        List<RequestNode> all = choice.items();
        int length = all.stream()
                .filter(RequestNode::isText)
                .mapToInt(value -> value.text().length())
                .sum();
        if (all.size() > MANY_VALUES && length > MOST_CHARACTERS_OF_MANY) {
            throw choice.wrong("an enum of more than " + MANY_VALUES + " values has " + length + " characters");
        }
        values += all.size();
        characters += length;
    }

    void check(RequestNode root) {
        atMost(root, properties, MOST_PROPERTIES, "properties");
        atMost(root, characters, MOST_CHARACTERS, "characters of names and values");
        atMost(root, values, MOST_VALUES, "values of enums");
    }

    private static void atMost(RequestNode root, int found, int most, String what) {
        if (found > most) {
            throw root.wrong("schema has " + found + " " + what + ", at most " + most + " are allowed");
        }
    }
}

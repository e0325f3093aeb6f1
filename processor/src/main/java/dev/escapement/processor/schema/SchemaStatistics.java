package dev.escapement.processor.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The properties of a schema document that providers limit, such as its depth. A definition counts once; its depth is
 * added at each place of use.
 */
final class SchemaStatistics implements Schema.Visitor<Integer> {

    private final SchemaDocument document;

    /** The depths of the definitions that have been counted, by name. */
    private final Map<String, Integer> depths;

    private int properties;
    private int optionalProperties;
    private int unions;
    private int enumValues;
    private int characters;
    private int depth;
    private int longestLargeEnum;

    private SchemaStatistics(SchemaDocument document, Map<String, Integer> depths) {
        this.document = document;
        this.depths = depths;
    }

    /** Returns the statistics of a document. */
    static SchemaStatistics of(SchemaDocument document) {
        SchemaStatistics statistics = new SchemaStatistics(document, new HashMap<>());
        statistics.depth = statistics.count(document.root());
        document.definitions().forEach((name, schema) -> {
            statistics.characters += name.length();
            statistics.depth = Math.max(statistics.depth, statistics.count(schema));
        });
        return statistics;
    }

    /** Returns the number of properties of all objects. */
    int properties() {
        return properties;
    }

    /** Returns the number of properties that are not required. */
    int optionalProperties() {
        return optionalProperties;
    }

    /** Returns the number of choices and nullable types. */
    int unions() {
        return unions;
    }

    /** Returns the number of values of all enums. */
    int enumValues() {
        return enumValues;
    }

    /** Returns the total number of characters in all property names, definition names and enum values. */
    int characters() {
        return characters;
    }

    /** Returns the maximum nesting depth of objects and arrays. */
    int depth() {
        return depth;
    }

    /** Returns the number of characters in the longest enum with more values than {@link OpenAiLimits#LARGE_ENUM}. */
    int longestLargeEnum() {
        return longestLargeEnum;
    }

    /** Counts the elements of a schema, and returns the maximum nesting depth of objects and arrays. */
    private int count(Schema schema) {
        return schema.accept(this);
    }

    @Override
    public Integer text(Schema.Text text) {
        countNull(text);
        values(text.values());
        return 0;
    }

    @Override
    public Integer number(Schema.Numeric number) {
        countNull(number);
        return 0;
    }

    @Override
    public Integer bool(Schema.Bool bool) {
        countNull(bool);
        return 0;
    }

    @Override
    public Integer array(Schema.Array array) {
        countNull(array);
        return 1 + count(array.items());
    }

    @Override
    public Integer structure(Schema.Structure structure) {
        countNull(structure);
        int inside = 0;
        for (Schema.Property property : structure.properties()) {
            properties++;
            optionalProperties += property.required() ? 0 : 1;
            characters += property.name().length();
            inside = Math.max(inside, count(property.schema()));
        }
        return 1 + inside;
    }

    @Override
    public Integer dictionary(Schema.Dictionary dictionary) {
        countNull(dictionary);
        return 1 + count(dictionary.values());
    }

    @Override
    public Integer choice(Schema.Choice choice) {
        unions++;
        return choice.branches().stream().mapToInt(this::count).max().orElse(0);
    }

    @Override
    public Integer reference(Schema.Reference reference) {
        countNull(reference);
        return depth(reference.target());
    }

    @Override
    public Integer anything(Schema.Anything anything) {
        countNull(anything);
        return 0;
    }

    private void countNull(Schema schema) {
        unions += schema.notes().nullable() ? 1 : 0;
    }

    /** Returns the nesting depth of a definition, or 0 for a recursive definition, whose depth is unbounded. */
    private int depth(String target) {
        if (target.isEmpty() || document.recursive().contains(target)) {
            return 0;
        }
        Integer known = depths.get(target);
        if (known == null) {
            SchemaStatistics inside = new SchemaStatistics(document, depths);
            known = inside.count(Objects.requireNonNull(document.definitions().get(target)));
            depths.put(target, known);
        }
        return known;
    }

    private void values(List<String> values) {
        int length = values.stream().mapToInt(String::length).sum();
        enumValues += values.size();
        characters += length;
        if (values.size() > OpenAiLimits.LARGE_ENUM) {
            longestLargeEnum = Math.max(longestLargeEnum, length);
        }
    }
}

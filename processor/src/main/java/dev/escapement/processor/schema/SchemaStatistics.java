package dev.escapement.processor.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts what the providers limit. Definitions count once, wherever they are used, but are as deep as where that is. */
final class SchemaStatistics {

    private final SchemaDocument document;

    /** How deep the definitions are that have been looked into. */
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

    /** Counts in all of a document. */
    static SchemaStatistics of(SchemaDocument document) {
        SchemaStatistics statistics = new SchemaStatistics(document, new HashMap<>());
        statistics.count(document.root(), 0);
        document.definitions().forEach((name, schema) -> {
            statistics.characters += name.length();
            statistics.count(schema, 0);
        });
        return statistics;
    }

    /** The properties of all objects. */
    int properties() {
        return properties;
    }

    /** Those that are not required. */
    int optionalProperties() {
        return optionalProperties;
    }

    /** The choices and the types that may be null. */
    int unions() {
        return unions;
    }

    /** The values of all enums. */
    int enumValues() {
        return enumValues;
    }

    /** The characters of all names of properties and definitions and of all values of enums. */
    int characters() {
        return characters;
    }

    /** How many objects and arrays stand inside one another at most. */
    int depth() {
        return depth;
    }

    /** The characters of the values of the longest of the enums with more values than {@link OpenAiLimits#LARGE_ENUM}. */
    int longestLargeEnum() {
        return longestLargeEnum;
    }

    private void count(Schema schema, int level) {
        if (schema instanceof Schema.Choice choice) {
            unions++;
            choice.branches().forEach(branch -> count(branch, level));
            return;
        }
        unions += schema.notes().nullable() ? 1 : 0;
        if (schema instanceof Schema.Text text) {
            values(text.values());
        } else if (schema instanceof Schema.Reference reference) {
            depth = Math.max(depth, level + depth(reference.target()));
        } else if (schema instanceof Schema.Array array) {
            count(array.items(), deeper(level));
        } else if (schema instanceof Schema.Dictionary map) {
            count(map.values(), deeper(level));
        } else if (schema instanceof Schema.Structure structure) {
            int inside = deeper(level);
            for (Schema.Property property : structure.properties()) {
                properties++;
                optionalProperties += property.required() ? 0 : 1;
                characters += property.name().length();
                count(property.schema(), inside);
            }
        }
    }

    /** How deep a definition is; nothing is known of one that contains itself. */
    private int depth(String target) {
        if (target.isEmpty() || document.recursive().contains(target)) {
            return 0;
        }
        Integer known = depths.get(target);
        if (known == null) {
            SchemaStatistics inside = new SchemaStatistics(document, depths);
            inside.count(Objects.requireNonNull(document.definitions().get(target)), 0);
            known = inside.depth;
            depths.put(target, known);
        }
        return known;
    }

    private int deeper(int level) {
        depth = Math.max(depth, level + 1);
        return level + 1;
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

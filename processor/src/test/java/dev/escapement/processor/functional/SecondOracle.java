package dev.escapement.processor.functional;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.JsonNodeException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A JSON schema with a second validator, which is independent of that of {@link SchemaOracle}. */
final class SecondOracle {

    /** The result for an integer beyond 64 bits, which the validator cannot compare with some limits. */
    static final String BEYOND_LONG = "cannot compare";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The mapper for schemas. The validator's own mapper rounds limits with a fraction to a {@code double}. */
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Schema schema;
    private final boolean assertsFormats;

    /** Parses a schema whose formats are annotations. */
    SecondOracle(String schema) {
        this(schema, false);
    }

    /**
     * Parses a schema.
     *
     * @param assertsFormats whether {@code format} is validated
     */
    SecondOracle(String schema, boolean assertsFormats) {
        // In java.util.regex, which the validator uses, $ also matches before a line break at the end.
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(EXACT.readTree(schema.replace("$\"", "\\\\z\"")));
        this.assertsFormats = assertsFormats;
    }

    /** Returns the violations in a text; empty if it is valid. */
    String faults(String text) {
        Optional<MutableJson.Tree> tree = MutableJson.parse(text);
        if (tree.isEmpty()) {
            return "no JSON";
        }
        try {
            return faults(tree.get());
        } catch (JsonNodeException limitation) {
            return BEYOND_LONG;
        }
    }

    private String faults(MutableJson.Tree tree) {
        return schema
                .validate(
                        node(tree.root()),
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(assertsFormats)))
                .stream()
                .map(error -> error.getKeyword() + " at " + error.getInstanceLocation() + ": " + error.getMessage())
                .collect(Collectors.joining("; "));
    }

    private static JsonNode node(@Nullable Object value) {
        if (value instanceof MutableJson.Obj object) {
            ObjectNode node = NODES.objectNode();
            for (Map.Entry<String, @Nullable Object> entry : object) {
                node.set(entry.getKey(), node(entry.getValue()));
            }
            return node;
        } else if (value instanceof List<?> list) {
            ArrayNode node = NODES.arrayNode();
            list.forEach(element -> node.add(node(element)));
            return node;
        } else if (value instanceof String text) {
            return NODES.stringNode(text);
        } else if (value instanceof Boolean bool) {
            return NODES.booleanNode(bool);
        } else if (value instanceof BigDecimal number) {
            // The validator compares items by notation, and would treat 2.5 and 2.50 as different.
            return NODES.numberNode(number.stripTrailingZeros());
        }
        return NODES.nullNode();
    }
}

package dev.escapement.processor.functional;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.SimpleType;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A JSON schema with an independent validator. */
public final class SchemaOracle {

    /** The number of schemas of one validator, which keeps them. Each new one reads the meta schema again. */
    private static final int SCHEMAS = 100;

    private static Validator shared = newValidator();
    private static int schemas;

    private final Validator validator;
    private final URI uri;

    /**
     * Parses a schema.
     *
     * @throws dev.harrel.jsonschema.InvalidSchemaException if the meta schema of 2020-12 does not allow it
     */
    public SchemaOracle(String schema) {
        synchronized (SchemaOracle.class) {
            schemas++;
            if (schemas % SCHEMAS == 0) {
                shared = newValidator();
            }
            this.uri = URI.create("urn:schema:" + schemas);
            this.validator = shared;
        }
        // In java.util.regex, which the validator uses, $ also matches before a line break at the end.
        validator.registerSchema(uri, schema.replace("$\"", "\\\\z\""));
    }

    private static Validator newValidator() {
        return new ValidatorFactory()
                .withDefaultDialect(new Dialects.Draft2020Dialect())
                .withJsonNodeFactory(new Nodes())
                .createValidator();
    }

    /** Returns the violations in a text; empty if it is valid. */
    public String faults(String text) {
        return faults(MutableJson.parse(text));
    }

    /** Returns the violations in a text, except duplicate names in an object, of which the last one counts. */
    String faultsButForDuplicates(String text) {
        return faults(MutableJson.parseWithDuplicates(text));
    }

    private String faults(Optional<MutableJson.Tree> tree) {
        if (tree.isEmpty()) {
            return "no JSON";
        }
        Validator.Result result = validator.validate(uri, new Node(tree.get().root(), ""));
        return result.isValid()
                ? ""
                : "invalid: "
                        + result.getErrors().stream()
                                .map(error -> error.getInstanceLocation() + " " + error.getError())
                                .collect(Collectors.joining("; "));
    }

    /** Returns whether a text is valid JSON and valid for the schema. */
    public boolean accepts(String text) {
        return faults(text).isEmpty();
    }

    private static final class Nodes implements JsonNodeFactory {
        @Override
        public JsonNode wrap(Object node) {
            return node instanceof Node known ? known : new Node(node, "");
        }

        @Override
        public JsonNode create(String rawJson) {
            return new Node(
                    MutableJson.parse(rawJson)
                            .orElseThrow(() -> new IllegalArgumentException("no JSON: " + rawJson))
                            .root(),
                    "");
        }
    }

    private record Node(@Nullable Object value, String pointer) implements JsonNode {
        @Override
        public String getJsonPointer() {
            return pointer;
        }

        @Override
        public SimpleType getNodeType() {
            if (value instanceof MutableJson.Obj) {
                return SimpleType.OBJECT;
            } else if (value instanceof List<?>) {
                return SimpleType.ARRAY;
            } else if (value instanceof String) {
                return SimpleType.STRING;
            } else if (value instanceof Boolean) {
                return SimpleType.BOOLEAN;
            } else if (value instanceof BigDecimal number) {
                return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0
                        ? SimpleType.INTEGER
                        : SimpleType.NUMBER;
            }
            return SimpleType.NULL;
        }

        @Override
        public boolean asBoolean() {
            return Boolean.TRUE.equals(value);
        }

        @Override
        public String asString() {
            return String.valueOf(value);
        }

        @Override
        public BigInteger asInteger() {
            return asNumber().toBigInteger();
        }

        @Override
        public BigDecimal asNumber() {
            // The validator compares items by notation, and would treat 2.5 and 2.50 as different.
            return new BigDecimal(String.valueOf(value)).stripTrailingZeros();
        }

        @Override
        public List<JsonNode> asArray() {
            List<JsonNode> elements = new ArrayList<>();
            if (value instanceof List<?> array) {
                array.forEach(element -> elements.add(new Node(element, pointer + "/" + elements.size())));
            }
            return elements;
        }

        @Override
        public Map<String, JsonNode> asObject() {
            Map<String, JsonNode> members = new LinkedHashMap<>();
            if (value instanceof MutableJson.Obj object) {
                for (Map.Entry<String, @Nullable Object> entry : object) {
                    String place = pointer + "/" + JsonNode.encodeJsonPointer(entry.getKey());
                    members.put(entry.getKey(), new Node(entry.getValue(), place));
                }
            }
            return members;
        }
    }
}

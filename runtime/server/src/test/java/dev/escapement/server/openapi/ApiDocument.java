package dev.escapement.server.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A parsed OpenAPI document, with validators of its schemas. Safe for concurrent use. */
public final class ApiDocument {
    /** A mapper that keeps all digits of numbers and rejects duplicate names. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode root;
    private final List<DocumentedOperation> operations = new ArrayList<>();
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /**
     * An operation of the document.
     *
     * @param method the method in upper case
     * @param path the path with parameters in braces
     * @param node the operation object
     */
    public record DocumentedOperation(String method, String path, JsonNode node) {

        /** {@return whether an encoded path without query has the form of this operation} */
        boolean matches(String actual) {
            return pattern(path).matcher(actual).matches();
        }

        private static Pattern pattern(String path) {
            StringBuilder regex = new StringBuilder();
            for (String segment : path.split("/", -1)) {
                regex.append(regex.isEmpty() && segment.isEmpty() ? "" : "/")
                        .append(segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment));
            }
            return Pattern.compile(regex.toString());
        }

        /** {@return whether the path has no parameters} */
        boolean isConcrete() {
            return !path.contains("{");
        }
    }

    /**
     * Parses a document.
     *
     * @param json the text
     */
    public ApiDocument(String json) {
        this.root = JSON.readTree(json);
        root.get("paths")
                .properties()
                .forEach(item -> item.getValue()
                        .properties()
                        .forEach(operation -> operations.add(new DocumentedOperation(
                                operation.getKey().toUpperCase(Locale.ROOT), item.getKey(), operation.getValue()))));
    }

    /** {@return the whole document} */
    public JsonNode root() {
        return root;
    }

    /** {@return all operations, in order} */
    public List<DocumentedOperation> operations() {
        return operations;
    }

    /** {@return the operation of a request; paths without parameters take precedence} */
    public Optional<DocumentedOperation> operation(String method, String path) {
        List<DocumentedOperation> matching = operations.stream()
                .filter(each -> each.method().equals(method) && each.matches(path))
                .toList();
        return matching.stream()
                .filter(DocumentedOperation::isConcrete)
                .findFirst()
                .or(() -> matching.stream().findFirst());
    }

    /** {@return a node, or the component to which it refers} */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.get("$ref");
        if (reference == null) {
            return node;
        }
        JsonNode target = root.at(reference.asString().substring(1));
        if (target.isMissingNode()) {
            throw new AssertionError("The reference " + reference.asString() + " does not resolve.");
        }
        return resolved(target);
    }

    /** {@return the violations of a schema of the document in a value; empty if it is valid} */
    String faults(JsonNode schema, JsonNode value) {
        List<Error> errors = schemas.computeIfAbsent(schema.toString(), key -> compiled(schema))
                .validate(value);
        return errors.isEmpty() ? "" : errors.toString();
    }

    private Schema compiled(JsonNode schema) {
        ObjectNode document = JSON.createObjectNode();
        document.putArray("allOf").add(schema);
        document.set("components", root.get("components"));
        // In java.util.regex, which the validator uses, $ also matches before a line break at the end.
        return REGISTRY.getSchema(JSON.readTree(document.toString().replace("$\"", "\\\\z\"")));
    }
}

package dev.escapement.fake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** A value of a request and its position. Unexpected values cause a {@link Complaint}. */
public final class RequestNode {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String path;
    private final Object value;

    private RequestNode(String path, Object value) {
        this.path = path;
        this.value = value;
    }

    /**
     * Parses a text.
     *
     * @param json one JSON value
     * @return the value
     */
    public static RequestNode parse(String json) {
        return parse("", json);
    }

    static RequestNode parse(String path, String json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            Object value = read(parser);
            if (parser.nextToken() != null) {
                throw new Complaint("there is more than one JSON value");
            }
            return new RequestNode(path, value);
        } catch (JacksonException fault) {
            throw new Complaint("We could not parse the JSON" + (path.isEmpty() ? "" : " of '" + path + "'") + ": "
                    + fault.getOriginalMessage());
        }
    }

    private static Object read(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new Complaint("the text contains no JSON value");
        }
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> properties = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    properties.put(name, read(parser));
                }
                yield properties;
            }
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(parser));
                }
                yield items;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new BigDecimal(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /**
     * Returns a required property.
     *
     * @param name the name of the property
     * @return the value of the property
     */
    public RequestNode get(String name) {
        return find(name).orElseThrow(() -> new Complaint("Missing required parameter: '" + pathOf(name) + "'."));
    }

    /**
     * Returns an optional property.
     *
     * @param name the name of the property
     * @return the value, which may be a JSON null
     */
    public Optional<RequestNode> find(String name) {
        Map<?, ?> properties = object();
        return properties.containsKey(name)
                ? Optional.of(new RequestNode(pathOf(name), properties.get(name)))
                : Optional.empty();
    }

    /**
     * Returns the properties of an object.
     *
     * @return the values by name, in their original order
     */
    public Map<String, RequestNode> properties() {
        Map<String, RequestNode> properties = new LinkedHashMap<>();
        object().forEach((name, property) -> {
            properties.put((String) name, new RequestNode(pathOf((String) name), property));
        });
        return properties;
    }

    /**
     * Returns the elements of a list.
     *
     * @return the elements
     */
    public List<RequestNode> items() {
        if (!(value instanceof List<?> list)) {
            throw expected("an array");
        }
        List<RequestNode> items = new ArrayList<>();
        list.forEach(item -> items.add(new RequestNode(path + "[" + items.size() + "]", item)));
        return items;
    }

    /**
     * Returns a text.
     *
     * @return the text
     */
    public String text() {
        if (!(value instanceof String text)) {
            throw expected("a string");
        }
        return text;
    }

    /**
     * Returns a number.
     *
     * @return the number
     */
    public BigDecimal number() {
        if (!(value instanceof BigDecimal number)) {
            throw expected("a number");
        }
        return number;
    }

    /**
     * Returns a boolean.
     *
     * @return the boolean
     */
    public boolean flag() {
        if (!(value instanceof Boolean flag)) {
            throw expected("a boolean");
        }
        return flag;
    }

    boolean isText() {
        return value instanceof String;
    }

    boolean isList() {
        return value instanceof List;
    }

    boolean isObject() {
        return value instanceof Map;
    }

    boolean isNull() {
        return value == null;
    }

    boolean isNumber() {
        return value instanceof BigDecimal;
    }

    boolean isFlag() {
        return value instanceof Boolean;
    }

    /** Returns {@link #items}, which must not be empty. */
    List<RequestNode> someItems() {
        List<RequestNode> items = items();
        if (items.isEmpty()) {
            throw new Complaint("Invalid '" + path + "': empty array. Expected an array with minimum length 1.");
        }
        return items;
    }

    /** Returns {@link #text}, which must not be blank. */
    String someText() {
        if (text().isBlank()) {
            throw new Complaint("Invalid '" + path + "': text must contain non-whitespace text.");
        }
        return text();
    }

    String matching(Pattern pattern) {
        if (!pattern.matcher(text()).matches()) {
            throw new Complaint("Invalid '" + path + "': string does not match pattern '" + pattern + "': " + text());
        }
        return text();
    }

    String oneOf(String... allowed) {
        if (!List.of(allowed).contains(text())) {
            throw new Complaint("Invalid value: '" + text() + "' at '" + path + "'. Supported values are: "
                    + String.join(", ", allowed) + ".");
        }
        return text();
    }

    /** Rejects unknown properties. */
    RequestNode only(Set<String> known) {
        for (RequestNode property : properties().values()) {
            if (!known.contains(property.name())) {
                throw new Complaint("Unknown parameter: '" + property.path + "'.");
            }
        }
        return this;
    }

    RequestNode only(String... known) {
        return only(Set.of(known));
    }

    Complaint wrong(String message) {
        return new Complaint("Invalid '" + path + "': " + message);
    }

    String path() {
        return path;
    }

    private String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private Map<?, ?> object() {
        if (!(value instanceof Map<?, ?> properties)) {
            throw expected("an object");
        }
        return properties;
    }

    private Complaint expected(String what) {
        return new Complaint("Invalid type for '" + path + "': expected " + what + ", but got " + value + " instead.");
    }

    /** Returns whether two values are equal, regardless of their positions. */
    boolean sameAs(RequestNode other) {
        return value == null ? other.value == null : value.equals(other.value);
    }

    @Override
    public String toString() {
        return path + ": " + JsonForm.of(value);
    }
}

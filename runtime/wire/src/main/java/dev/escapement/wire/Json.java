package dev.escapement.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON value as a provider sent it, or the place where one is missing. Each knows where it stands, so that whatever is
 * wrong with it can be named; each keeps the text that it was written in. What nobody asks for may be anything: providers
 * add properties without notice.
 */
public final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private enum Kind {
        MISSING("nothing"),
        NULL("null"),
        BOOLEAN("true or false"),
        NUMBER("a number"),
        TEXT("text"),
        ARRAY("a list"),
        OBJECT("an object");

        private final String description;

        Kind(String description) {
            this.description = description;
        }
    }

    private final String path;
    private final Kind kind;
    private final String raw;
    private final String text;
    private final List<Json> items;
    private final Map<String, Json> properties;

    private Json(String path, Kind kind, String raw, String text, List<Json> items, Map<String, Json> properties) {
        this.path = path;
        this.kind = kind;
        this.raw = raw;
        this.text = text;
        this.items = items;
        this.properties = properties;
    }

    /**
     * Reads a text.
     *
     * @param text one JSON value, perhaps with white space around it
     * @return the value
     * @throws MalformedJsonException if it is none
     */
    public static Json parse(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw new MalformedJsonException("$", "a JSON value", "nothing");
            }
            Json value = read(parser, text, "$");
            if (parser.nextToken() != null) {
                throw new MalformedJsonException("$", "one JSON value", "more text after it");
            }
            return value;
        } catch (JacksonException fault) {
            throw new MalformedJsonException("$", "JSON", fault.getOriginalMessage());
        }
    }

    private static Json read(JsonParser parser, String source, String path) {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Json> properties = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                properties.put(name, read(parser, source, path + "." + name));
            }
            return new Json(path, Kind.OBJECT, slice(parser, source, start), "", List.of(), properties);
        } else if (token == JsonToken.START_ARRAY) {
            List<Json> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(parser, source, path + "[" + items.size() + "]"));
            }
            return new Json(path, Kind.ARRAY, slice(parser, source, start), "", items, Map.of());
        }
        String text = parser.getString();
        Kind kind = switch (token) {
            case VALUE_STRING -> Kind.TEXT;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
            default -> Kind.NULL;
        };
        return new Json(path, kind, slice(parser, source, start), text, List.of(), Map.of());
    }

    private static String slice(JsonParser parser, String source, int start) {
        return source.substring(start, (int) parser.currentLocation().getCharOffset());
    }

    /**
     * A property of an object.
     *
     * @param name its name
     * @return its value; a missing value if there is none, or if this is no object
     */
    public Json get(String name) {
        Json value = properties.get(name);
        return value != null ? value : new Json(path + "." + name, Kind.MISSING, "", "", List.of(), Map.of());
    }

    /**
     * The elements of a list.
     *
     * @return the elements; none if the value is missing or null
     * @throws MalformedJsonException if it is anything else but a list
     */
    public List<Json> items() {
        if (!isAbsent() && kind != Kind.ARRAY) {
            throw wrong(Kind.ARRAY);
        }
        return List.copyOf(items);
    }

    /**
     * The names of the properties of an object.
     *
     * @return the names in the order in which they were written; none if this is no object
     */
    public List<String> names() {
        return List.copyOf(properties.keySet());
    }

    /**
     * A text that must be there.
     *
     * @return the text
     * @throws MalformedJsonException if the value is no text
     */
    public String text() {
        if (kind != Kind.TEXT) {
            throw wrong(Kind.TEXT);
        }
        return text;
    }

    /**
     * A text that may be missing or null.
     *
     * @return the text; empty if it is missing or null
     * @throws MalformedJsonException if the value is anything else
     */
    public String textOrEmpty() {
        return isAbsent() ? "" : text();
    }

    /**
     * A number of things, which may be missing or null.
     *
     * @return the number; 0 if it is missing, null or negative
     * @throws MalformedJsonException if the value is anything else but a whole number that fits
     */
    public long count() {
        if (isAbsent()) {
            return 0;
        }
        if (kind != Kind.NUMBER) {
            throw wrong(Kind.NUMBER);
        }
        try {
            return Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new MalformedJsonException(path, "a whole number", raw);
        }
    }

    /**
     * Whether there is no value, or null.
     *
     * @return whether it is so
     */
    public boolean isAbsent() {
        return kind == Kind.MISSING || kind == Kind.NULL;
    }

    /**
     * Whether this is text.
     *
     * @return whether it is so
     */
    public boolean isText() {
        return kind == Kind.TEXT;
    }

    /**
     * Whether this is an object.
     *
     * @return whether it is so
     */
    public boolean isObject() {
        return kind == Kind.OBJECT;
    }

    /**
     * Whether this is a list.
     *
     * @return whether it is so
     */
    public boolean isArray() {
        return kind == Kind.ARRAY;
    }

    /**
     * Whether this is {@code true}.
     *
     * @return whether it is so
     */
    public boolean isTrue() {
        return kind == Kind.BOOLEAN && raw.equals("true");
    }

    /**
     * The JSON text of this value, exactly as it was sent.
     *
     * @return the text; empty if the value is missing
     */
    public String raw() {
        return raw;
    }

    /**
     * Where this value stands.
     *
     * @return a path like {@code $.choices[0].message}
     */
    public String path() {
        return path;
    }

    private MalformedJsonException wrong(Kind expected) {
        return new MalformedJsonException(path, expected.description, isAbsent() ? kind.description : raw);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Json json && json.raw.equals(raw) && json.path.equals(path);
    }

    @Override
    public int hashCode() {
        return raw.hashCode();
    }

    @Override
    public String toString() {
        return path + ": " + raw;
    }
}

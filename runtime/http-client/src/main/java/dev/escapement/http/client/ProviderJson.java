package dev.escapement.http.client;

import dev.escapement.json.JsonText;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that a provider sent, or a missing value. Each value has its source text and, for use in messages, its
 * location. Unread values may have any content, because providers add properties without notice. Immutable; retains the
 * whole text.
 */
public final class ProviderJson {

    /** The maximum nesting depth of a JSON value. */
    public static final int MAX_DEPTH = 500;

    private static final List<String> WRAPPERS = List.of("data", "result", "response");
    private static final int MAX_COUNT_LENGTH = 50;
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    enum Kind {
        MISSING("nothing"),
        NULL("null"),
        BOOLEAN("true or false"),
        NUMBER("a number"),
        TEXT("text"),
        ARRAY("a list"),
        OBJECT("an object"),
        /** A property that occurs more than once in its object. */
        AMBIGUOUS("the same property more than once");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        String description() {
            return description;
        }
    }

    private final JsonLocation location;
    private final Kind kind;
    private final String source;
    private final int start;
    private final int end;
    private final String text;
    private final List<ProviderJson> items;
    private final Map<String, ProviderJson> properties;

    ProviderJson(
            JsonLocation location,
            Kind kind,
            String source,
            int start,
            int end,
            String text,
            List<ProviderJson> items,
            Map<String, ProviderJson> properties) {
        this.location = location;
        this.kind = kind;
        this.source = source;
        this.start = start;
        this.end = end;
        this.text = text;
        this.items = items;
        this.properties = properties;
    }

    /**
     * Parses JSON text into a value.
     *
     * @param text one JSON value, possibly with white space around it
     * @return the value
     * @throws MalformedReplyException if it is not JSON, is nested more deeply than {@link #MAX_DEPTH}, or has millions
     *     of values
     */
    public static ProviderJson parse(String text) {
        return ProviderJsonReader.of(text);
    }

    /**
     * Returns whether a text is one JSON object, for example the complete arguments of a call.
     *
     * @param text any text
     * @return false if it is malformed, incomplete or another value
     */
    public static boolean isObject(String text) {
        try {
            return ProviderJsonReader.strict(text).isObject();
        } catch (MalformedReplyException incomplete) {
            return false;
        }
    }

    /**
     * Parses the first JSON value of a text. Later text is ignored.
     *
     * @throws MalformedReplyException as {@link #parse}
     */
    static ProviderJson parseFirst(String text) {
        return ProviderJsonReader.firstOf(text);
    }

    /**
     * Parses the values of a text that follow one another. The sequence ends before the first text that is not a JSON
     * object.
     *
     * @param text JSON values, separated by nothing or by white space
     * @return the values, at least one
     * @throws MalformedReplyException if the first value is not JSON
     */
    static List<ProviderJson> parseSequence(String text) {
        return ProviderJsonReader.sequenceOf(text);
    }

    /** Returns whether a text is not JSON only because it ends early. */
    static boolean endsEarly(String text) {
        return ProviderJsonReader.endsEarly(text);
    }

    /** Returns an ambiguous value that represents all values of a repeated property. */
    ProviderJson ambiguous() {
        return new ProviderJson(location, Kind.AMBIGUOUS, source, start, end, "", List.of(), Map.of());
    }

    /**
     * Returns the value of a property of this object.
     *
     * @param name its name
     * @return its value; a missing value if there is none, or if this is not an object
     * @throws MalformedReplyException if this value is ambiguous, because its property occurs more than once
     */
    public ProviderJson get(String name) {
        if (kind == Kind.AMBIGUOUS) {
            throw wrong(Kind.OBJECT);
        }
        ProviderJson value = properties.get(name);
        return value != null
                ? value
                : new ProviderJson(location.property(name), Kind.MISSING, "", 0, 0, "", List.of(), Map.of());
    }

    /**
     * Returns the object that has one of some properties: this value, or the object inside it in which a gateway wraps a
     * reply.
     *
     * @param names the names of the properties
     * @return this value if neither has a property
     */
    public ProviderJson unwrapped(Set<String> names) {
        if (!hasOneOf(names)) {
            for (String wrapper : WRAPPERS) {
                ProviderJson inner = get(wrapper);
                if (inner.hasOneOf(names)) {
                    return inner;
                }
            }
        }
        return this;
    }

    private boolean hasOneOf(Set<String> names) {
        return properties.entrySet().stream()
                .anyMatch(property -> names.contains(property.getKey())
                        && !property.getValue().isAbsent());
    }

    /**
     * Returns the elements of this array.
     *
     * @return the elements; none if the value is missing or null
     * @throws MalformedReplyException if it is another value
     */
    public List<ProviderJson> items() {
        if (!isAbsent() && kind != Kind.ARRAY) {
            throw wrong(Kind.ARRAY);
        }
        return Collections.unmodifiableList(items);
    }

    /**
     * Returns the names of this object's properties.
     *
     * @return the names in the order of the text; none if this is not an object
     */
    public List<String> names() {
        return List.copyOf(properties.keySet());
    }

    /**
     * Returns the properties of this object that have a value, except those with given names.
     *
     * @param known the names of the properties to omit
     * @return the JSON text of each other property by name, in the order of the text; none if this is not an object
     */
    public Map<String, JsonText> propertiesExcept(Set<String> known) {
        Map<String, JsonText> others = new LinkedHashMap<>();
        properties.forEach((name, value) -> {
            if (!known.contains(name) && !value.isAbsent()) {
                others.put(name, new JsonText(value.raw()));
            }
        });
        return others;
    }

    /**
     * Returns this value as a string. The value must be a JSON string.
     *
     * @return the text
     * @throws MalformedReplyException if the value is not a string
     */
    public String text() {
        if (kind != Kind.TEXT) {
            throw wrong(Kind.TEXT);
        }
        return text;
    }

    /**
     * Returns this value as a string, or an empty string if the value is missing or null.
     *
     * @return the text; empty if it is missing or null
     * @throws MalformedReplyException if it is another value
     */
    public String textOrEmpty() {
        return isAbsent() ? "" : text();
    }

    /**
     * Returns this value as a string, or its JSON source if it is not a JSON string.
     *
     * @return the text, or the JSON text of another value; empty if it is missing or null
     */
    public String textOrJson() {
        return isAbsent() ? "" : isText() ? text : raw();
    }

    /**
     * Returns this value as a non-negative count. The value may be a number or text.
     *
     * @return the count; 0 if it is missing, null or negative, {@link Long#MAX_VALUE} if it is larger
     * @throws MalformedReplyException if the value is not a whole number; {@code 12.0} is one
     */
    public long count() {
        if (isAbsent()) {
            return 0;
        }
        if (kind != Kind.NUMBER && kind != Kind.TEXT) {
            throw wrong(Kind.NUMBER);
        }
        try {
            if (end - start <= MAX_COUNT_LENGTH) {
                BigDecimal number = new BigDecimal(kind == Kind.TEXT ? text : raw());
                return number.max(BigDecimal.ZERO).min(MOST).longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // same as a number that is too long
        }
        throw new MalformedReplyException(path(), "a whole number", raw());
    }

    /**
     * Returns whether this value is missing or null.
     *
     * @return true if it is
     */
    public boolean isAbsent() {
        return kind == Kind.MISSING || kind == Kind.NULL;
    }

    /**
     * Returns whether this value is a string.
     *
     * @return true if it is
     */
    public boolean isText() {
        return kind == Kind.TEXT;
    }

    /**
     * Returns whether this value is an object.
     *
     * @return true if it is
     */
    public boolean isObject() {
        return kind == Kind.OBJECT;
    }

    /**
     * Returns whether this value is an array.
     *
     * @return true if it is
     */
    public boolean isArray() {
        return kind == Kind.ARRAY;
    }

    /**
     * Returns whether this value is {@code true}.
     *
     * @return true if it is
     */
    public boolean isTrue() {
        return kind == Kind.BOOLEAN && raw().equals("true");
    }

    /**
     * Returns the JSON source of this value, unchanged.
     *
     * @return the text; empty if the value is missing
     */
    public String raw() {
        return source.substring(start, end);
    }

    /**
     * Returns the JSON path of this value.
     *
     * @return a path like {@code $.choices[0].message}
     */
    public String path() {
        return location.toString();
    }

    private MalformedReplyException wrong(Kind expected) {
        boolean isDescribed = isAbsent() || kind == Kind.AMBIGUOUS;
        return new MalformedReplyException(path(), expected.description(), isDescribed ? kind.description() : raw());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProviderJson json
                && json.raw().equals(raw())
                && json.path().equals(path());
    }

    @Override
    public int hashCode() {
        return raw().hashCode();
    }

    @Override
    public String toString() {
        return path() + ": " + raw();
    }
}

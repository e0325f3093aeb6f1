package dev.escapement.wire;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value as a provider sent it, or the place where one is missing. Each knows where it stands, so that whatever is
 * wrong with it can be named; each keeps the text that it was written in. What nobody asks for may be anything: providers
 * add properties without notice. Immutable; holds on to the whole text.
 */
public final class Json {

    /** How deeply values may be nested. */
    public static final int MAX_DEPTH = 500;

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
        /** A property that an object has more than once: nobody can tell which one counts. */
        AMBIGUOUS("the same property more than once");

        private final String description;

        Kind(String description) {
            this.description = description;
        }
    }

    private final Place place;
    private final Kind kind;
    private final String source;
    private final int start;
    private final int end;
    private final String text;
    private final List<Json> items;
    private final Map<String, Json> properties;

    Json(
            Place place,
            Kind kind,
            String source,
            int start,
            int end,
            String text,
            List<Json> items,
            Map<String, Json> properties) {
        this.place = place;
        this.kind = kind;
        this.source = source;
        this.start = start;
        this.end = end;
        this.text = text;
        this.items = items;
        this.properties = properties;
    }

    /**
     * Reads a text.
     *
     * @param text one JSON value, perhaps with white space around it
     * @return the value
     * @throws MalformedJsonException if it is none, or deeper than {@link #MAX_DEPTH}, or if it has
     *     millions of values
     */
    public static Json parse(String text) {
        return JsonTree.of(text);
    }

    /** In place of this property, which its object has more than once. */
    Json ambiguous() {
        return new Json(place, Kind.AMBIGUOUS, source, start, end, "", List.of(), Map.of());
    }

    /**
     * A property of an object.
     *
     * @param name its name
     * @return its value; a missing value if there is none, or if this is no object
     * @throws MalformedJsonException if it is unclear what this is, because its object has it more than once
     */
    public Json get(String name) {
        if (kind == Kind.AMBIGUOUS) {
            throw wrong(Kind.OBJECT);
        }
        Json value = properties.get(name);
        return value != null ? value : new Json(place.property(name), Kind.MISSING, "", 0, 0, "", List.of(), Map.of());
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
        return Collections.unmodifiableList(items);
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
     * A number of things, which may be missing or null, or written as text.
     *
     * @return the number; 0 if it is missing, null or negative, {@link Long#MAX_VALUE} if it is more than that
     * @throws MalformedJsonException if the value is anything else but a whole number; {@code 12.0} is one
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
            // as one that is too long
        }
        throw new MalformedJsonException(path(), "a whole number", raw());
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
        return kind == Kind.BOOLEAN && raw().equals("true");
    }

    /**
     * The JSON text of this value, exactly as it was sent.
     *
     * @return the text; empty if the value is missing
     */
    public String raw() {
        return source.substring(start, end);
    }

    /**
     * Where this value stands.
     *
     * @return a path like {@code $.choices[0].message}
     */
    public String path() {
        return place.toString();
    }

    private MalformedJsonException wrong(Kind expected) {
        boolean isDescribed = isAbsent() || kind == Kind.AMBIGUOUS;
        return new MalformedJsonException(path(), expected.description, isDescribed ? kind.description : raw());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Json json
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

package dev.escapement.http.request;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The headers of a request. Each name occurs at most once. The values may be secrets, so neither {@link #toString} nor
 * an exception contains them. Immutable.
 */
public final class Headers {

    /** An empty set of headers. */
    public static final Headers NONE = new Headers(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));

    /** The names of the headers that {@code java.net.http} writes and does not accept from callers. */
    private static final Set<String> RESERVED = Set.of("connection", "content-length", "expect", "host", "upgrade");

    private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~";

    private final SortedMap<String, String> values;

    private Headers(SortedMap<String, String> values) {
        this.values = values;
    }

    /**
     * Returns headers with the given names and values.
     *
     * @param values the values by name
     * @return the headers
     * @throws IllegalArgumentException if a request cannot have one of them
     */
    public static Headers of(Map<String, String> values) {
        return NONE.with(values);
    }

    /**
     * Returns a copy with an additional header. It replaces a header of the same name, ignoring case.
     *
     * @param name the name
     * @param value the value
     * @return the headers
     * @throws IllegalArgumentException if a request cannot have it
     */
    public Headers with(String name, String value) {
        check(name, value);
        SortedMap<String, String> more = new TreeMap<>(values);
        more.remove(name); // otherwise the map keeps the case of the first name
        more.put(name, value);
        return new Headers(more);
    }

    /**
     * Returns a copy with additional headers. They replace headers of the same names, ignoring case.
     *
     * @param others values by name
     * @return the headers
     * @throws IllegalArgumentException if a request cannot have one of them
     */
    public Headers with(Map<String, String> others) {
        Headers all = this;
        for (Map.Entry<String, String> header : others.entrySet()) {
            all = all.with(header.getKey(), header.getValue());
        }
        return all;
    }

    /**
     * Returns the names and values as a map.
     *
     * @return values by name, sorted; cannot be changed
     */
    public Map<String, String> toMap() {
        return Collections.unmodifiableSortedMap(values);
    }

    /**
     * Returns the values of all headers.
     *
     * @return the values
     */
    public Collection<String> values() {
        return List.copyOf(values.values());
    }

    private static void check(String name, String value) {
        if (name.isEmpty() || !name.chars().allMatch(Headers::isTokenCharacter)) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be the name of a header");
        }
        if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("The header " + name + " cannot be set: it follows from the request.");
        }
        if (!value.chars().allMatch(Headers::isValueCharacter)) {
            throw new IllegalArgumentException("The value of the header " + name
                    + " contains a character that a header cannot contain, for example a line break.");
        }
    }

    private static boolean isTokenCharacter(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || TOKEN_PUNCTUATION.indexOf(c) >= 0);
    }

    private static boolean isValueCharacter(int c) {
        return (c >= ' ' && c <= '~') || c == '\t';
    }

    /** Returns the names of the headers, without the values. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}

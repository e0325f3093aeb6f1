package dev.escapement.wire;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Headers of a request, at most one of each name. Their values may be keys: they are never written anywhere but into the
 * request, not even where one is refused. Immutable.
 */
final class Headers {

    static final Headers NONE = new Headers(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));

    /** What {@code java.net.http} writes itself and lets nobody else write. */
    private static final Set<String> RESERVED = Set.of("connection", "content-length", "expect", "host", "upgrade");

    private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~";

    private final SortedMap<String, String> values;

    private Headers(SortedMap<String, String> values) {
        this.values = values;
    }

    static Headers of(Map<String, String> values) {
        Headers headers = NONE;
        for (Map.Entry<String, String> header : values.entrySet()) {
            headers = headers.with(header.getKey(), header.getValue());
        }
        return headers;
    }

    /** One more header, in place of one of the same name, whatever its case. */
    Headers with(String name, String value) {
        check(name, value);
        SortedMap<String, String> more = new TreeMap<>(values);
        more.remove(name); // else the old one's spelling stays
        more.put(name, value);
        return new Headers(more);
    }

    /** These headers and others, which win over those of the same name. */
    Headers with(Headers others) {
        Headers all = this;
        for (Map.Entry<String, String> header : others.values.entrySet()) {
            all = all.with(header.getKey(), header.getValue());
        }
        return all;
    }

    void forEach(BiConsumer<String, String> consumer) {
        values.forEach(consumer);
    }

    Collection<String> values() {
        return List.copyOf(values.values());
    }

    private static void check(String name, String value) {
        if (name.isEmpty() || !name.chars().allMatch(Headers::isTokenCharacter)) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be the name of a header");
        }
        if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("the header " + name + " cannot be set: it follows from the request");
        }
        if (!value.chars().allMatch(Headers::isValueCharacter)) {
            throw new IllegalArgumentException("the value of the header " + name
                    + " holds a character that no header can hold, as a line break at the end of a key would be");
        }
    }

    private static boolean isTokenCharacter(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || TOKEN_PUNCTUATION.indexOf(c) >= 0);
    }

    private static boolean isValueCharacter(int c) {
        return (c >= ' ' && c <= '~') || c == '\t';
    }

    /** The names only. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}

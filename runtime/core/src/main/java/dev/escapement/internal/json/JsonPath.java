package dev.escapement.internal.json;

import dev.escapement.internal.text.Excerpt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The syntax and order of paths to JSON values, such as {@code $.items[0].qty}. */
public final class JsonPath {

    /**
     * The pattern of a path segment. A segment is an index, a name in brackets and quotes, or an identifier after a
     * dot; see {@link #segment}.
     */
    private static final Pattern SEGMENT =
            Pattern.compile("\\[([0-9]++)]|\\[\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"]|\\.[^.\\[]++");

    private static final int MAX_IDENTIFIER_LENGTH = 100;
    private static final int MAX_QUOTED_LENGTH = 60;

    private JsonPath() {}

    /**
     * Compares two paths segment by segment. The content of a value directly follows it, and the elements of an array
     * are in the order of their indexes, so that {@code [2]} precedes {@code [10]}.
     *
     * @return negative, 0 or positive, as the first path precedes, equals or follows the other
     */
    public static int compare(String path, String other) {
        Matcher segment = SEGMENT.matcher(path);
        Matcher otherSegment = SEGMENT.matcher(other);
        while (true) {
            boolean more = segment.find();
            boolean otherMore = otherSegment.find();
            if (!more || !otherMore) {
                return Boolean.compare(more, otherMore);
            }
            int order = compare(segment, otherSegment);
            if (order != 0) {
                return order;
            }
        }
    }

    private static int compare(Matcher segment, Matcher other) {
        String index = segment.group(1);
        String otherIndex = other.group(1);
        return index == null || otherIndex == null
                ? segment.group().compareTo(other.group())
                : Integer.compare(Integer.parseInt(index), Integer.parseInt(otherIndex));
    }

    /**
     * Returns the path segment for a property name. It is an identifier after a dot, or any other name quoted in
     * brackets.
     */
    public static String segment(String property) {
        boolean identifier = !property.isEmpty() && property.length() <= MAX_IDENTIFIER_LENGTH;
        for (int i = 0; i < property.length() && identifier; i++) {
            char c = property.charAt(i);
            identifier = c == '_' || isLetter(c) || (i > 0 && isDigit(c));
        }
        return identifier ? "." + property : "[" + Excerpt.quoted(property, MAX_QUOTED_LENGTH) + "]";
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

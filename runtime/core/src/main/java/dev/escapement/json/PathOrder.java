package dev.escapement.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of paths that a reader expects, segment by segment: what is inside a value follows it directly, and the
 * elements of an array follow one another by their number, so that {@code [2]} is before {@code [10]}.
 */
final class PathOrder {

    /** An index, a name in brackets and quotes, or an identifier after a dot; see {@link Frame#segment}. */
    private static final Pattern SEGMENT =
            Pattern.compile("\\[([0-9]++)]|\\[\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"]|\\.[^.\\[]++");

    private PathOrder() {}

    /** Negative if the first path comes first, positive if the other does, 0 if they are one. */
    static int compare(String path, String other) {
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
}

package dev.escapement.processor.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/** A splitter of long strings into lines of source code. */
final class LineBreaks {

    /** The patterns of the text before a break, the best first. */
    private static final List<Pattern> PREFERRED = List.of(
            Pattern.compile(",(?=\"\\w+\":)"),
            Pattern.compile("[ ,]+(?![ ,])(?!(?<=\\d,)\\d)"), // not within {0,61}
            Pattern.compile("[;|)](?![?*+])"), // not before a quantifier of one character
            Pattern.compile("[]}](?![?*+{)])"),
            Pattern.compile(","));

    private LineBreaks() {}

    /**
     * Splits a string into parts that are at most as long as a line. A part ends after a line break, or at the best
     * place within its second half: before a JSON property, after a space or comma that is not between digits,
     * after another separator, or anywhere.
     *
     * @param max the maximum length of a part in source code
     * @param length the function that returns the length of a code point in source code
     */
    static List<String> split(String text, int max, IntUnaryOperator length) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        while (begin < text.length()) {
            int end = begin;
            int width = 0;
            while (end < text.length()) {
                int c = text.codePointAt(end);
                width += length.applyAsInt(c);
                if (width > max && end > begin) {
                    end = best(text, begin, end);
                    break;
                }
                end += Character.charCount(c);
                if (c == '\n') {
                    break;
                }
            }
            parts.add(text.substring(begin, end));
            begin = end;
        }
        return parts.isEmpty() ? List.of(text) : parts;
    }

    /** Returns the end of a line that ends at the given index or before it. */
    private static int best(String text, int begin, int end) {
        int half = begin + (end - begin) / 2;
        for (Pattern pattern : PREFERRED) {
            int[] last = {-1};
            pattern.matcher(text)
                    .useTransparentBounds(true)
                    .region(half, end)
                    .results()
                    .forEach(found -> last[0] = found.end());
            if (last[0] > 0) {
                return last[0];
            }
        }
        return end;
    }
}

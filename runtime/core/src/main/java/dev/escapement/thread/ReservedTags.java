package dev.escapement.thread;

import java.text.Normalizer;
import java.util.List;

/**
 * The escaping of the tags that only the library writes, {@code <context>} and {@code <notice>}, in other texts. A tag
 * is recognized without regard to case, with white space, slashes and invisible characters before its name, and with
 * characters that resemble {@code <} or the letters of the name. Every other character of a text is unchanged.
 */
final class ReservedTags {

    private static final List<String> NAMES = List.of("context", "notice");

    private static final String ESCAPED = "&lt;";

    /** Characters that resemble {@code <}. */
    private static final String BRACKETS =
            "\uff1c\ufe64\u2039\u02c2\u1438\u276e\u2770\u276c\u2329\u3008\u27e8\u29fc\u226e\u00ab\u300a";

    /** Characters that resemble a slash or a backslash. */
    private static final String SLASHES = "/\\\u2044\u2215\uff0f\u29f8\ufe68\uff3c";

    /** Characters that are displayed as blanks but are not white space in Unicode. */
    private static final String BLANKS = "\u115f\u1160\u3164\uffa0\u2800";

    /** Cyrillic, Greek, Armenian and small capital letters, and the letter at the same index that each resembles. */
    private static final String LOOK_ALIKES = "\u0441\u03f2\u1d04\u043e\u03bf\u0585\u1d0f\u043f\u03b7\u0578\u0274"
            + "\u0442\u03c4\u1d1b\u0435\u04bd\u1d07\u0445\u03c7\u0456\u03b9\u0131\u026a\u04cf";

    private static final String LETTERS = "cccoooonnnn" + "ttteeexxiiiii";

    private ReservedTags() {}

    /** Returns a text in which the brackets that begin reserved tags are escaped as in XML. */
    static String escaped(String text) {
        return replaced(text, ESCAPED);
    }

    /**
     * Returns a text in which all brackets that begin reserved tags are {@code <}. Intended for texts that are then
     * escaped as in XML.
     */
    static String normalized(String text) {
        return replaced(text, "<");
    }

    private static String replaced(String text, String replacement) {
        int reserved = nextReserved(text, 0);
        if (reserved < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + replacement.length());
        int copied = 0;
        while (reserved >= 0) {
            out.append(text, copied, reserved).append(replacement);
            copied = reserved + 1;
            reserved = nextReserved(text, copied);
        }
        return out.append(text, copied, text.length()).toString();
    }

    /** Returns the index of the first bracket at or after an index that begins a reserved tag, or -1 if there is none. */
    private static int nextReserved(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (isBracket(text.charAt(i)) && isReserved(text, i + 1)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isBracket(char c) {
        return c == '<' || (c > '\u007f' && BRACKETS.indexOf(c) >= 0);
    }

    /**
     * Returns whether the text from an index on, directly after a bracket, continues a reserved tag. The end of the
     * text does, because the next message may contain the rest.
     */
    private static boolean isReserved(String text, int from) {
        int start = from;
        while (start < text.length() && isBeforeName(text.codePointAt(start))) {
            start = text.offsetByCodePoints(start, 1);
        }
        if (start == text.length()) {
            return true;
        }
        for (String name : NAMES) {
            if (beginsWith(name, text, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBeforeName(int c) {
        return isBlank(c) || isInvisible(c) || SLASHES.indexOf(c) >= 0;
    }

    /** Returns whether a text contains a name at an index, not as the beginning of a longer name. */
    private static boolean beginsWith(String name, String text, int start) {
        int matched = 0;
        int i = start;
        while (i < text.length() && matched < name.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (letter(c) == name.charAt(matched)) {
                matched++;
            } else if (!isInvisible(c)) {
                return false;
            }
        }
        return matched == name.length() && (i == text.length() || !continuesName(text.codePointAt(i)));
    }

    private static boolean continuesName(int c) {
        return (Character.isLetterOrDigit(c) && !isBlank(c)) || c == '_' || c == '-' || c == '.' || c == ':';
    }

    /** Returns the lower-case ASCII letter that a character resembles, or the character itself. */
    private static int letter(int c) {
        if (c <= 0x7f) {
            return Character.toLowerCase(c);
        }
        int base = Character.toLowerCase(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                .codePointAt(0));
        int index = LOOK_ALIKES.indexOf(base);
        return index < 0 ? base : LETTERS.charAt(index);
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || BLANKS.indexOf(c) >= 0;
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            case Character.CONTROL -> !Character.isWhitespace(c);
            default -> false;
        };
    }
}

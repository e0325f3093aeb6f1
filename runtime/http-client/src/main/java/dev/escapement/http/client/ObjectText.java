package dev.escapement.http.client;

import java.util.regex.Pattern;

/**
 * The rule for text after a complete JSON object. Models and parsers of servers add brackets, quotes and the markers of a
 * chat template, for example {@code <|im_end|>}, to the arguments of calls. Only such text is ignored.
 */
public final class ObjectText {

    private static final int MAX_JUNK = 300;

    /** Brackets, punctuation and markers such as {@code </tool_call>} and {@code [/TOOL_CALLS]}. */
    private static final Pattern JUNK =
            Pattern.compile("(?:[\\s\\]})>\"'`;,]|<[^<>{}\"\\s]{1,40}>|\\[/?[A-Z_]{2,30}])*+");

    private static final int MAX_NOTHING = 20;
    private static final Pattern NOTHING = Pattern.compile("\\s*(?:null|\\[\\s*])?\\s*");

    private ObjectText() {}

    /**
     * Returns a text without the brackets, quotes and markers that follow its JSON object.
     *
     * @param text the arguments of a call
     * @return the object; an empty text if there are {@linkplain #isNothing no arguments}; the same text if it is
     *     incomplete, or if other text or nothing follows it
     */
    public static String of(String text) {
        if (isNothing(text)) {
            return "";
        }
        int end = end(text);
        if (end < 0 || !isJunk(text, end) || text.substring(end).isBlank()) {
            return text;
        }
        String object = text.substring(0, end).strip();
        return ProviderJson.isObject(object) ? object : text;
    }

    /**
     * Returns whether a text represents a call without arguments. Servers also write the map of no arguments as {@code
     * null}, for example in Go, or as an empty list, for example in PHP.
     *
     * @param text the arguments of a call
     * @return true if the text is blank, {@code null} or an empty list
     */
    public static boolean isNothing(String text) {
        return text.length() <= MAX_NOTHING && NOTHING.matcher(text).matches();
    }

    /**
     * Returns whether the rest of a text consists of brackets, quotes and markers.
     *
     * @param text a text that begins with an object
     * @param end the position after the object
     * @return true if the rest can be ignored, for example because it is empty
     */
    public static boolean isJunk(CharSequence text, int end) {
        return text.length() - end <= MAX_JUNK
                && JUNK.matcher(text).region(end, text.length()).matches();
    }

    /** Returns the position after the closing bracket of the object; -1 if the text does not begin with an object. */
    private static int end(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return -1;
        }
        int depth = 0;
        boolean isInString = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isInString) {
                i += c == '\\' ? 1 : 0;
                isInString = c != '"';
            } else if (c == '"') {
                isInString = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }
}

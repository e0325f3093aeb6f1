package dev.escapement.codegen;

import dev.escapement.internal.text.AsciiCase;
import java.util.List;

/** The strings that can be several elements, or none, if they appear in place of a list. */
final class SingleTexts {

    private static final String OPENING = "[{(<\"'`";
    private static final String CLOSING = "]})";

    /** The separators of lists in text. */
    private static final String SEPARATORS = ",;|\n\r\t\u3001\uff0c\uff1b\uff5c\u060c\u061b\u2028\u2029\u0085";

    /** The words for no value. */
    private static final List<String> NO_VALUE = List.of("null", "none", "undefined", "nil", "n/a");

    private SingleTexts() {}

    /**
     * Returns whether a string has another reading than a list with the string as its only element: text that resembles
     * JSON, a list with separators, an empty string, or a word for no value.
     */
    static boolean canBeSeveral(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()
                || OPENING.indexOf(stripped.charAt(0)) >= 0
                || CLOSING.indexOf(stripped.charAt(stripped.length() - 1)) >= 0) {
            return true;
        }
        for (int i = 0; i < stripped.length(); i++) {
            if (SEPARATORS.indexOf(stripped.charAt(i)) >= 0) {
                return true;
            }
        }
        return NO_VALUE.stream().anyMatch(word -> AsciiCase.equal(word, stripped));
    }
}

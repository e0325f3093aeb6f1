package dev.escapement.http.client;

import java.util.List;
import java.util.Optional;

/**
 * A correction of JSON that servers assemble without a JSON library. The numbers {@code NaN} and {@code Infinity} become
 * null. A backslash before a letter or digit for which JSON defines no escape is not corrected, because it can be part of the
 * text, as in {@code C:\Users} or <code>\d+</code>.
 */
final class HandwrittenJson {

    private static final List<String> NON_FINITE = List.of("NaN", "-NaN", "Infinity", "-Infinity");
    private static final String ESCAPED = "\"\\/bfnrtu";
    private static final int FIRST_PRINTABLE = ' ';

    private final String source;
    private final StringBuilder corrected;
    private boolean isInString;
    private boolean isAmbiguous;

    private HandwrittenJson(String source) {
        this.source = source;
        this.corrected = new StringBuilder(source.length());
    }

    /**
     * Returns a text in which control characters in strings are escaped, escapes of punctuation that JSON does not define are
     * the character alone, and numbers that JSON does not have are null.
     *
     * @param source text that is not JSON
     * @return the corrected text, possibly still not JSON; empty if it has no such fault, if the text of a string is unknown, or
     *     if it is not an object or a list
     */
    static Optional<String> corrected(String source) {
        String stripped = source.stripLeading();
        if (!stripped.startsWith("{") && !stripped.startsWith("[")) {
            return Optional.empty();
        }
        HandwrittenJson json = new HandwrittenJson(source);
        String corrected = json.corrected();
        return json.isAmbiguous || corrected.equals(source) ? Optional.empty() : Optional.of(corrected);
    }

    private String corrected() {
        for (int i = 0; i < source.length(); ) {
            i += isInString ? addOfString(i) : addOutside(i);
        }
        return corrected.toString();
    }

    /** Adds the part of a string at a position and returns its length in the source. */
    private int addOfString(int position) {
        char c = source.charAt(position);
        if (c == '\\' && position + 1 < source.length()) {
            char escaped = source.charAt(position + 1);
            if (ESCAPED.indexOf(escaped) >= 0) {
                corrected.append(c).append(escaped);
            } else {
                isAmbiguous |= Character.isLetterOrDigit(escaped);
                addCharacter(escaped);
            }
            return 2;
        }
        isInString = c != '"';
        addCharacter(c);
        return 1;
    }

    private void addCharacter(char c) {
        if (c < FIRST_PRINTABLE) {
            corrected.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 0xF, 16));
        } else {
            corrected.append(c);
        }
    }

    private int addOutside(int position) {
        for (String word : NON_FINITE) {
            if (source.startsWith(word, position)) {
                corrected.append("null");
                return word.length();
            }
        }
        char c = source.charAt(position);
        isInString = c == '"';
        corrected.append(c);
        return 1;
    }
}

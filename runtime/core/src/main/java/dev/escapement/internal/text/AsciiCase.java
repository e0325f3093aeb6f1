package dev.escapement.internal.text;

/**
 * Comparison of strings that ignores the case of ASCII letters only. Other characters that Unicode folds to ASCII
 * letters, such as the Kelvin sign, remain different.
 */
public final class AsciiCase {

    private static final int TO_LOWER = 'a' - 'A';

    private AsciiCase() {}

    /** Returns a string with its ASCII letters in lower case. */
    public static String lower(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUpper(text.charAt(i))) {
                return lowered(text, i);
            }
        }
        return text;
    }

    private static String lowered(String text, int from) {
        char[] characters = text.toCharArray();
        for (int i = from; i < characters.length; i++) {
            characters[i] = lower(characters[i]);
        }
        return new String(characters);
    }

    /** Returns whether two strings are equal if the case of ASCII letters is ignored. */
    public static boolean equal(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        for (int i = 0; i < one.length(); i++) {
            if (lower(one.charAt(i)) != lower(other.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static char lower(char c) {
        return isUpper(c) ? (char) (c + TO_LOWER) : c;
    }
}

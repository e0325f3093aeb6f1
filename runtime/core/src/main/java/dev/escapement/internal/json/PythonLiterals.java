package dev.escapement.internal.json;

/**
 * A conversion of the values {@code True}, {@code False} and {@code None} to JSON, outside strings, comments and
 * property names. Each JSON literal has the same length, so positions in the text do not change.
 */
public final class PythonLiterals {

    /** The absence of a literal. */
    private static final String NONE = "";

    /**
     * The characters, other than letters and digits, of a property name without quotes, which cannot contain a
     * literal.
     */
    private static final String NAME_CHARACTERS = "-+*@#";

    private final char[] text;
    private int at;

    private PythonLiterals(char[] text) {
        this.text = text.clone();
    }

    /** Returns a text with JSON literals in place of Python's. */
    public static char[] asJson(char[] text) {
        PythonLiterals literals = new PythonLiterals(text);
        literals.replace();
        return literals.text;
    }

    private void replace() {
        String json = NONE;
        int start = 0;
        while (skipToToken()) {
            if (text[at] != ':') {
                json.getChars(0, json.length(), text, start);
            }
            json = NONE;
            start = at;
            if (isWordPart(text[at])) {
                skipWord();
                json = json(new String(text, start, at - start));
            } else if (text[at] == '"' || text[at] == '\'') {
                skipString(text[at]);
            } else {
                at++;
            }
        }
        json.getChars(0, json.length(), text, start);
    }

    private static String json(String word) {
        return switch (word) {
            case "True" -> "true";
            case "False" -> "false";
            case "None" -> "null";
            default -> NONE;
        };
    }

    /** Skips white space and comments; returns false at the end of the text. */
    private boolean skipToToken() {
        while (at < text.length) {
            if (text[at] == '#' || startsWith('/', '/')) {
                while (at < text.length && text[at] != '\n' && text[at] != '\r') {
                    at++;
                }
            } else if (startsWith('/', '*')) {
                at += 2;
                while (at < text.length && !startsWith('*', '/')) {
                    at++;
                }
                at += 2;
            } else if (text[at] > ' ') {
                return true;
            } else {
                at++;
            }
        }
        return false;
    }

    private boolean startsWith(char first, char second) {
        return text[at] == first && at + 1 < text.length && text[at + 1] == second;
    }

    private void skipWord() {
        while (at < text.length && isWordPart(text[at])) {
            at++;
        }
    }

    private static boolean isWordPart(char c) {
        return Character.isJavaIdentifierPart(c) || NAME_CHARACTERS.indexOf(c) >= 0;
    }

    private void skipString(char quote) {
        at++;
        while (at < text.length && text[at] != quote) {
            at += text[at] == '\\' ? 2 : 1;
        }
        at++;
    }
}

package dev.escapement.internal.json;

/**
 * A converter of Python's {@code True}, {@code False} and {@code None} to JSON. Strings, comments and property names
 * remain unchanged. Each JSON literal has the same length as the Python literal, so positions in the text do not
 * change.
 */
public final class PythonLiterals {

    /** The empty replacement, which leaves a word unchanged. */
    private static final String NONE = "";

    /**
     * The characters, other than letters and digits, that an unquoted property name can contain. Literals within such a
     * name are not converted.
     */
    private static final String NAME_CHARACTERS = "-+*@#";

    private final char[] text;
    private int at;

    private PythonLiterals(String text) {
        this.text = text.toCharArray();
    }

    /** Returns a copy of the text in which JSON literals replace Python literals. */
    public static String asJson(String text) {
        PythonLiterals literals = new PythonLiterals(text);
        literals.replace();
        return new String(literals.text);
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

    /** Returns the JSON literal for a Python literal; empty for any other word. */
    static String json(String word) {
        return switch (word) {
            case "True" -> "true";
            case "False" -> "false";
            case "None" -> "null";
            default -> NONE;
        };
    }

    /** Skips white space and comments, and returns whether a token follows. */
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

    static boolean isWordPart(char c) {
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

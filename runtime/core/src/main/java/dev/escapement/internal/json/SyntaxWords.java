package dev.escapement.internal.json;

import dev.escapement.internal.text.AsciiCase;
import java.util.Set;

/** The words around a syntax fault. */
final class SyntaxWords {

    private static final Set<String> PYTHON = Set.of("True", "False", "None");
    private static final Set<String> JSON = Set.of("true", "false", "null");
    private static final Set<String> OTHER = Set.of("undefined", "nil", "none", "nothing", "void");
    private static final Set<String> NOT_FINITE = Set.of("nan", "infinity", "inf");

    /** The maximum number of letters in a prefix of a string, such as {@code rb} in Python. */
    private static final int MAX_PREFIX = 2;

    private static final int GROUP = 3;

    /** The maximum number of characters that a heuristic examines. */
    private static final int MAX_LOOK_AHEAD = 2_000;

    private final String text;

    SyntaxWords(String text) {
        this.text = text;
    }

    static boolean isLiteral(String word) {
        return JSON.contains(word);
    }

    boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_' || c == '$';
    }

    boolean isDigit(int at) {
        return at < text.length() && SyntaxScan.isDigit(text.charAt(at));
    }

    int skipSpace(int from) {
        int at = from;
        while (at < text.length() && SyntaxScan.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Returns the offset of the closing brackets at the end of the text, ignoring spaces and a code fence. */
    int startOfLastBrackets() {
        int at = text.length();
        int begin = at;
        while (at > 0 && (SyntaxScan.isSpace(text.charAt(at - 1)) || "}]`".indexOf(text.charAt(at - 1)) >= 0)) {
            at--;
            begin = text.charAt(at) == '}' || text.charAt(at) == ']' ? at : begin;
        }
        return begin;
    }

    int endOfWord(int from) {
        int at = from;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '-';
    }

    /** Returns the offset after the string that begins at an offset. */
    int endOfString(int from) {
        return JsonStrings.end(text, from, '"');
    }

    /** Returns whether the digits at an offset are a group of three after a number and a comma. */
    boolean isGroup(int at, int comma) {
        int end = at;
        while (isDigit(end)) {
            end++;
        }
        return end - at == GROUP && comma > 0 && comma == at - 1 && text.charAt(comma) == ',' && isDigit(comma - 1);
    }

    /** Returns whether a word that ends with a quote and a colon begins at an offset. */
    boolean isNameBeforeQuote(int from) {
        int end = endOfWord(from);
        return end > from && text.startsWith("\"", end) && text.startsWith(":", skipSpace(end + 1));
    }

    /** Returns whether a double quote precedes the next comma, bracket or line break. */
    boolean isQuoteBeforeEndOfItem(int from) {
        for (int at = from; at < Math.min(text.length(), from + MAX_LOOK_AHEAD); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                return true;
            }
            if (c == ',' || c == ']' || c == '}' || c == '\n') {
                return false;
            }
        }
        return false;
    }

    /** Returns the cause of a word in place of a value. */
    SyntaxCause cause(int from) {
        int end = endOfWord(from);
        String word = text.substring(from, end);
        if (PYTHON.contains(word)) {
            return SyntaxCause.PYTHON_LITERAL;
        }
        String lower = AsciiCase.lower(word);
        if (NOT_FINITE.contains(lower)) {
            return SyntaxCause.NOT_FINITE;
        }
        if (JSON.contains(lower) || OTHER.contains(lower)) {
            return SyntaxCause.OTHER_LITERAL;
        }
        if (end == text.length() && JSON.stream().anyMatch(literal -> literal.startsWith(word))) {
            return SyntaxCause.TRUNCATED;
        }
        char after = end < text.length() ? text.charAt(end) : ' ';
        if ((after == '"' || after == '\'') && word.length() <= MAX_PREFIX) {
            return SyntaxCause.STRING_PREFIX;
        }
        if (after == '(' || (word.equals("new") && after == ' ')) {
            return SyntaxCause.FUNCTION_CALL;
        }
        return SyntaxCause.UNQUOTED_TEXT;
    }
}

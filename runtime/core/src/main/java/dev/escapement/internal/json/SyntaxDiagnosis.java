package dev.escapement.internal.json;

import dev.escapement.internal.json.SyntaxScan.Expected;
import dev.escapement.internal.json.SyntaxScan.Token;
import org.jspecify.annotations.Nullable;

/** A heuristic that determines the usual cause of a syntax fault from the text around it. */
final class SyntaxDiagnosis {

    private static final String FENCE = "```";
    private static final String QUOTES = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u00ab\u00bb\u2033\uff02";
    private static final String OPERATORS = "+*/%&|?.";

    private final SyntaxScan scan;
    private final SyntaxWords words;
    private final String text;
    private final int at;

    private SyntaxDiagnosis(SyntaxScan scan) {
        this.scan = scan;
        this.text = scan.text;
        this.at = scan.at;
        this.words = new SyntaxWords(text);
    }

    static SyntaxCause of(SyntaxScan scan) {
        SyntaxDiagnosis diagnosis = new SyntaxDiagnosis(scan);
        return scan.isAtEnd() ? diagnosis.atEnd() : diagnosis.at(scan.text.charAt(scan.at));
    }

    private SyntaxCause atEnd() {
        if (text.isBlank()) {
            return SyntaxCause.EMPTY;
        }
        int brackets = words.startOfLastBrackets();
        boolean closed = scan.depth > 0
                && brackets > scan.start
                && brackets < text.length()
                && text.charAt(brackets) == (scan.isInObject() ? '}' : ']');
        if (scan.expected != Expected.CHARACTER || !closed) {
            return SyntaxCause.TRUNCATED;
        }
        return text.startsWith("\\\"", brackets - 2) ? SyntaxCause.ESCAPED_CLOSING_QUOTE : SyntaxCause.UNCLOSED_STRING;
    }

    private SyntaxCause at(char c) {
        if (scan.expected == Expected.CHARACTER) {
            return inString(c);
        }
        if (scan.expected == Expected.ESCAPE) {
            return text.startsWith("\\u", scan.at - 1) || isInUnicodeEscape()
                    ? SyntaxCause.INCOMPLETE_UNICODE_ESCAPE
                    : SyntaxCause.UNKNOWN_ESCAPE;
        }
        if (scan.depth == 0 && text.contains(FENCE)) {
            return SyntaxCause.CODE_FENCE;
        }
        SyntaxCause anywhere = anywhere(c);
        if (anywhere != null) {
            return anywhere;
        }
        return switch (scan.expected) {
            case END_OF_TEXT -> afterText(c);
            case VALUE, ELEMENT_OR_END -> value(c);
            case NAME, NAME_OR_END -> name(c);
            case COLON -> colon(c);
            case MORE_OR_END_OF_OBJECT, MORE_OR_END_OF_ARRAY -> more(c);
            case DIGIT -> digit(c);
            case CHARACTER, ESCAPE -> SyntaxCause.UNKNOWN;
        };
    }

    private boolean isInUnicodeEscape() {
        int backslash = text.lastIndexOf('\\', at - 1);
        return backslash >= 0 && at - backslash <= 5 && text.startsWith("\\u", backslash);
    }

    /** Returns a cause that can occur between any two tokens, or null. */
    private @Nullable SyntaxCause anywhere(char c) {
        if (text.startsWith(FENCE, at)) {
            return SyntaxCause.CODE_FENCE;
        }
        if (c == '#' || text.startsWith("//", at) || text.startsWith("/*", at) || text.startsWith("<!--", at)) {
            return SyntaxCause.COMMENT;
        }
        if (c == '\u2026' || text.startsWith("...", at)) {
            return SyntaxCause.ELLIPSIS;
        }
        if (c == '(' && !isProse()) {
            return SyntaxCause.PARENTHESES;
        }
        if (c == '\\' && scan.last != Token.STRING && text.startsWith("\\\"", at)) {
            return SyntaxCause.ESCAPED_JSON;
        }
        return isInvisible(c) ? SyntaxCause.INVISIBLE_CHARACTER : null;
    }

    private static boolean isInvisible(char c) {
        return !SyntaxScan.isSpace(c)
                && (Character.isISOControl(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT);
    }

    private boolean isProse() {
        return scan.depth == 0 && text.indexOf('{', at) >= 0;
    }

    private SyntaxCause inString(char c) {
        if (c == '\t') {
            return SyntaxCause.TAB_IN_STRING;
        }
        if (c != '\n' && c != '\r') {
            return SyntaxCause.CONTROL_IN_STRING;
        }
        String line = text.substring(scan.start, at).stripTrailing();
        String next = text.substring(at, Math.min(text.length(), at + 200)).strip();
        boolean unclosed = next.matches("(?s)\"[^\"\\n]*\"\\s*:.*") || (line.endsWith(",") && next.startsWith("\""));
        return unclosed ? SyntaxCause.UNCLOSED_STRING : SyntaxCause.LINE_BREAK_IN_STRING;
    }

    /** Returns the cause of text after the value. */
    private SyntaxCause afterText(char c) {
        if (isAdjacent() && scan.last == Token.NUMBER) {
            return number(c);
        }
        if (c == '}' || c == ']') {
            return SyntaxCause.EXTRA_BRACKET;
        }
        int next = words.skipSpace(c == ',' || c == ';' ? at + 1 : at);
        char first = next < text.length() ? text.charAt(next) : ' ';
        if (c == ',' && first == '"' && text.charAt(scan.start) == '}') {
            return SyntaxCause.EXTRA_BRACKET;
        }
        if (first == '{' || first == '[' || (first == '"' && next > at)) {
            return SyntaxCause.SEVERAL_VALUES;
        }
        return c == '"' && scan.last == Token.STRING ? SyntaxCause.UNESCAPED_QUOTE : SyntaxCause.TEXT_AFTER;
    }

    private SyntaxCause value(char c) {
        SyntaxCause quote = quote(c);
        if (quote != null) {
            return quote;
        }
        if (c == '}' || c == ']') {
            if (scan.depth == 0) {
                return SyntaxCause.EXTRA_BRACKET;
            }
            if (scan.isInObject()) {
                return SyntaxCause.MISSING_VALUE;
            }
            return c == ']' ? SyntaxCause.TRAILING_COMMA : SyntaxCause.WRONG_BRACKET;
        }
        if (c == ',') {
            return scan.isInObject() ? SyntaxCause.MISSING_VALUE : SyntaxCause.EXTRA_COMMA;
        }
        if (c == ':' || c == '=') {
            return scan.depth == 0 ? SyntaxCause.NOT_JSON : SyntaxCause.WRONG_SEPARATOR;
        }
        if (scan.depth == 0) {
            return beforeText(c);
        }
        if ((c == '.' || c == '+') && words.isDigit(at + 1)) {
            return c == '.' ? SyntaxCause.MISSING_DIGIT : SyntaxCause.PLUS_SIGN;
        }
        return words.isWordStart(c) ? words.cause(at) : SyntaxCause.UNQUOTED_TEXT;
    }

    /** Returns the cause of text before, or in place of, the value. */
    private SyntaxCause beforeText(char c) {
        if ((c == '.' || c == '+') && words.isDigit(at + 1)) {
            return c == '.' ? SyntaxCause.MISSING_DIGIT : SyntaxCause.PLUS_SIGN;
        }
        SyntaxCause word = words.isWordStart(c) ? words.cause(at) : SyntaxCause.UNQUOTED_TEXT;
        if (word != SyntaxCause.UNQUOTED_TEXT) {
            return word;
        }
        return text.indexOf('{', at) >= 0 || text.indexOf('[', at) >= 0
                ? SyntaxCause.TEXT_BEFORE
                : SyntaxCause.NOT_JSON;
    }

    private SyntaxCause name(char c) {
        SyntaxCause quote = quote(c);
        if (quote != null) {
            return quote;
        }
        return switch (c) {
            case '}' -> SyntaxCause.TRAILING_COMMA;
            case ']', ')' -> SyntaxCause.WRONG_BRACKET;
            case ',' -> SyntaxCause.EXTRA_COMMA;
            case ':', '{', '[' -> SyntaxCause.MISSING_NAME;
            default -> unquotedName(c);
        };
    }

    private SyntaxCause unquotedName(char c) {
        int end = words.endOfWord(at);
        int next = words.skipSpace(end);
        char after = next < text.length() ? text.charAt(next) : ' ';
        if (after == ':' || after == '=') {
            return SyntaxCause.UNQUOTED_NAME;
        }
        if (SyntaxScan.isDigit(c)) {
            return words.isGroup(at, scan.start) ? SyntaxCause.DIGIT_SEPARATOR : SyntaxCause.MISSING_NAME;
        }
        return after == '"' ? SyntaxCause.STRAY_TEXT : SyntaxCause.UNQUOTED_NAME;
    }

    private SyntaxCause colon(char c) {
        boolean empty = scan.end - scan.start == 2;
        if (c == ',' || c == '}' || c == ']') {
            return SyntaxCause.MISSING_VALUE;
        }
        if (c == '=' || c == '-' || c == ';') {
            return SyntaxCause.WRONG_SEPARATOR;
        }
        if (c == '{' || c == '[') {
            return SyntaxCause.MISSING_COLON;
        }
        if (c == '"') {
            return empty && isAdjacent() ? SyntaxCause.DOUBLED_QUOTES : SyntaxCause.MISSING_COLON;
        }
        if (text.charAt(scan.end - 2) == ':') {
            return SyntaxCause.UNCLOSED_STRING;
        }
        if (empty) {
            return SyntaxCause.DOUBLED_QUOTES;
        }
        return isAdjacent() ? SyntaxCause.UNESCAPED_QUOTE : SyntaxCause.MISSING_COLON;
    }

    private SyntaxCause more(char c) {
        if (c == ':') {
            return scan.isInObject() ? SyntaxCause.SECOND_COLON : SyntaxCause.NAME_IN_ARRAY;
        }
        if (c == ']' || c == '}' || c == ')') {
            return SyntaxCause.WRONG_BRACKET;
        }
        if (c == ';' || c == '=') {
            return SyntaxCause.WRONG_SEPARATOR;
        }
        return switch (scan.last) {
            case STRING -> afterString(c);
            case NUMBER -> isAdjacent() ? number(c) : afterValue(c);
            case NONE, PUNCTUATION, NAME, LITERAL -> afterValue(c);
        };
    }

    private SyntaxCause afterString(char c) {
        boolean empty = scan.end - scan.start == 2;
        if (c == '"') {
            int next = words.skipSpace(words.endOfString(at));
            char after = next < text.length() ? text.charAt(next) : ' ';
            if (empty && isAdjacent()) {
                return SyntaxCause.DOUBLED_QUOTES;
            }
            boolean item = scan.isInObject() ? after == ':' : after == ',' || after == ']' || !isAdjacent();
            return item
                    ? SyntaxCause.MISSING_COMMA
                    : isAdjacent() ? SyntaxCause.DOUBLED_QUOTES : SyntaxCause.UNESCAPED_QUOTE;
        }
        if (words.isNameBeforeQuote(at)
                && text.substring(scan.start, scan.end - 1).stripTrailing().endsWith(",")) {
            return SyntaxCause.UNCLOSED_STRING;
        }
        if (isAdjacent() && c != '+') {
            return empty ? SyntaxCause.DOUBLED_QUOTES : SyntaxCause.UNESCAPED_QUOTE;
        }
        if (OPERATORS.indexOf(c) >= 0) {
            return SyntaxCause.EXPRESSION;
        }
        return words.isQuoteBeforeEndOfItem(at) ? SyntaxCause.UNESCAPED_QUOTE : afterValue(c);
    }

    private SyntaxCause afterValue(char c) {
        SyntaxCause quote = quote(c);
        if (quote != null || c == '"' || c == '{' || c == '[' || c == '-' || SyntaxScan.isDigit(c)) {
            return SyntaxCause.MISSING_COMMA;
        }
        if (OPERATORS.indexOf(c) >= 0) {
            return SyntaxCause.EXPRESSION;
        }
        int end = words.endOfWord(at);
        int next = words.skipSpace(end);
        boolean item = scan.isInObject()
                ? next < text.length() && text.charAt(next) == ':'
                : SyntaxWords.isLiteral(text.substring(at, end));
        if (item) {
            return SyntaxCause.MISSING_COMMA;
        }
        return scan.last == Token.NUMBER ? SyntaxCause.NUMBER_AND_TEXT : SyntaxCause.STRAY_TEXT;
    }

    /** Returns the cause of a character directly after a number. */
    private SyntaxCause number(char c) {
        String number = text.substring(scan.start, at);
        if (c == '_' || c == '\'' || words.isGroup(scan.start, scan.start - 1)) {
            return SyntaxCause.DIGIT_SEPARATOR;
        }
        if (SyntaxScan.isDigit(c)) {
            return SyntaxCause.LEADING_ZERO;
        }
        boolean radix = number.equals("0") || number.equals("-0");
        if (radix && "xXoObB".indexOf(c) >= 0) {
            return SyntaxCause.HEX_NUMBER;
        }
        return SyntaxCause.NUMBER_AND_TEXT;
    }

    /** Returns the cause of a missing digit. */
    private SyntaxCause digit(char c) {
        if (c == 'I' || c == 'i' || c == 'N' || c == 'n') {
            return SyntaxCause.NOT_FINITE;
        }
        if (isProse()) {
            return SyntaxCause.TEXT_BEFORE;
        }
        return Character.isLetter(c) ? SyntaxCause.NUMBER_AND_TEXT : SyntaxCause.MISSING_DIGIT;
    }

    private static @Nullable SyntaxCause quote(char c) {
        if (c == '\'') {
            return SyntaxCause.SINGLE_QUOTES;
        }
        if (c == '`') {
            return SyntaxCause.BACKTICKS;
        }
        return QUOTES.indexOf(c) >= 0 ? SyntaxCause.TYPOGRAPHIC_QUOTES : null;
    }

    private boolean isAdjacent() {
        return scan.end == at;
    }
}

package dev.escapement.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * The comments and string literals of a Java source.
 *
 * @param comments the comments with their delimiters, in order
 * @param literals the contents of string literals and text blocks as written, in order
 */
record JavaTokens(List<String> comments, List<String> literals) {

    private static final String BLOCK_QUOTES = "\"\"\"";

    /** Reads a source. */
    static JavaTokens of(String source) {
        JavaTokens tokens = new JavaTokens(new ArrayList<>(), new ArrayList<>());
        int at = 0;
        while (at < source.length()) {
            at = tokens.add(source, at);
        }
        return tokens;
    }

    /** Adds the token at an index, if it is a comment or a literal, and returns the index after it. */
    private int add(String source, int at) {
        if (source.startsWith("/*", at)) {
            int end = after(source, "*/", at + 2);
            comments.add(source.substring(at, end));
            return end;
        } else if (source.startsWith("//", at)) {
            int end = after(source, "\n", at);
            comments.add(source.substring(at, end));
            return end;
        } else if (source.startsWith(BLOCK_QUOTES, at)) {
            return literal(source, at, BLOCK_QUOTES);
        } else if (source.charAt(at) == '"') {
            return literal(source, at, "\"");
        } else if (source.charAt(at) == '\'') {
            return endOfLiteral(source, at + 1, "'");
        }
        return at + 1;
    }

    private int literal(String source, int at, String quotes) {
        int end = endOfLiteral(source, at + quotes.length(), quotes);
        literals.add(source.substring(at + quotes.length(), end - quotes.length()));
        return end;
    }

    private static int endOfLiteral(String source, int from, String quotes) {
        int at = from;
        while (!source.startsWith(quotes, at)) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return at + quotes.length();
    }

    private static int after(String source, String end, int from) {
        int at = source.indexOf(end, from);
        return at < 0 ? source.length() : at + end.length();
    }
}

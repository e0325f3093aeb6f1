package dev.escapement.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of the statements in a text, without quoted text and comments. */
final class SqlWords {

    private final String sql;
    private final boolean isPostgres;
    private int next;

    SqlWords(String sql, JdbcDialect dialect) {
        this.sql = sql;
        this.isPostgres = dialect == JdbcDialect.POSTGRESQL;
    }

    /** Returns whether characters remain. */
    boolean hasNext() {
        return next < sql.length();
    }

    /** Returns the words up to the next semicolon or the end of the text, in lower case. */
    List<String> nextStatement() {
        List<String> words = new ArrayList<>();
        while (hasNext()) {
            char c = sql.charAt(next);
            if (c == ';') {
                next++;
                return words;
            } else if (isWord(c)) {
                String word = word();
                words.add(word);
                if (isPostgres && word.equals("e") && isAt("'")) {
                    skipEscaped();
                }
            } else {
                skip(c);
            }
        }
        return words;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private String word() {
        int start = next;
        while (hasNext() && (isWord(sql.charAt(next)) || sql.charAt(next) == '$')) {
            next++;
        }
        return sql.substring(start, next).toLowerCase(Locale.ROOT);
    }

    private boolean isAt(String text) {
        return sql.startsWith(text, next);
    }

    /** Skips a quoted text, a comment or a character. A doubled quote is skipped as the begin of another text. */
    private void skip(char c) {
        if (isAt("--")) {
            skipTo("\n", next);
        } else if (isAt("/*")) {
            skipComment();
        } else if (c == '\'' || c == '"' || (c == '`' && !isPostgres)) {
            skipTo(String.valueOf(c), next + 1);
        } else if (c == '[' && !isPostgres) {
            skipTo("]", next + 1);
        } else if (c == '$' && isPostgres) {
            skipDollarQuoted();
        } else {
            next++;
        }
    }

    /** Moves after the next occurrence of a text, or to the end. */
    private void skipTo(String end, int from) {
        int found = sql.indexOf(end, from);
        next = found < 0 ? sql.length() : found + end.length();
    }

    /** Skips a comment, which can contain others on PostgreSQL. */
    private void skipComment() {
        next += 2;
        int depth = 1;
        while (depth > 0 && hasNext()) {
            if (isAt("*/")) {
                depth--;
                next += 2;
            } else if (isPostgres && isAt("/*")) {
                depth++;
                next += 2;
            } else {
                next++;
            }
        }
    }

    /** Skips a text in which a backslash or a quote escapes a quote. */
    private void skipEscaped() {
        next++;
        while (hasNext() && (!isAt("'") || isAt("''"))) {
            next += isAt("\\") || isAt("''") ? 2 : 1;
        }
        next++;
    }

    /** Skips a text between equal tags such as $body$, or a dollar sign. */
    private void skipDollarQuoted() {
        int end = next + 1;
        while (end < sql.length() && isWord(sql.charAt(end))) {
            end++;
        }
        boolean isTag = end < sql.length()
                && sql.charAt(end) == '$'
                && !(end > next + 1 && Character.isDigit(sql.charAt(next + 1)));
        if (isTag) {
            skipTo(sql.substring(next, end + 1), end + 1);
        } else {
            next++;
        }
    }
}

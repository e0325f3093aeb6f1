package dev.escapement.internal.json;

import dev.escapement.internal.text.Excerpt;
import java.util.StringJoiner;

/**
 * The changes that turn JSON with relaxed syntax into strict JSON: each trailing comma, comment, string in single
 * quotes, unquoted name and Python literal, with its position.
 */
public final class RelaxedChanges {

    private static final int MAX_LENGTH = 40;
    private static final int MAX_LISTED = 10;
    private static final String REMOVED = "nothing";

    private final String text;
    private final TextPosition positions;
    private final StringJoiner before = new StringJoiner("; ");
    private final StringJoiner after = new StringJoiner("; ");
    private int count;
    private int at;

    private RelaxedChanges(String text) {
        this.text = text;
        this.positions = new TextPosition(text);
    }

    /**
     * Returns the changes in a text.
     *
     * @param text a text that a relaxed parser accepts
     * @return the changes
     */
    public static RelaxedChanges of(String text) {
        RelaxedChanges changes = new RelaxedChanges(text);
        changes.scan();
        return changes;
    }

    /** Returns the changed parts of the text with their lines and columns, separated by semicolons. */
    public String before() {
        return before.toString();
    }

    /** Returns the strict JSON for each changed part, separated by semicolons. */
    public String after() {
        return after.toString();
    }

    private void scan() {
        int comma = -1;
        while (skipToToken()) {
            int start = at;
            char c = text.charAt(at);
            if ((c == '}' || c == ']') && comma >= 0) {
                change(comma, ",", REMOVED);
            }
            comma = c == ',' ? at : -1;
            if (PythonLiterals.isWordPart(c)) {
                word(start);
            } else if (c == '"' || c == '\'') {
                at = JsonStrings.end(text, at, c);
                if (c == '\'') {
                    String content = text.substring(start + 1, at - 1);
                    change(start, text.substring(start, at), Excerpt.quoted(content.replace("\\'", "'"), MAX_LENGTH));
                }
            } else {
                at++;
            }
        }
    }

    private void word(int start) {
        while (at < text.length() && PythonLiterals.isWordPart(text.charAt(at))) {
            at++;
        }
        int end = at;
        String word = text.substring(start, end);
        boolean name = skipToToken() && text.charAt(at) == ':';
        String json = name ? Excerpt.quoted(word, MAX_LENGTH) : PythonLiterals.json(word);
        if (!json.isEmpty()) {
            change(start, word, json);
        }
    }

    /** Skips white space and comments, and returns whether a token follows. */
    private boolean skipToToken() {
        while (at < text.length()) {
            int start = at;
            if (text.charAt(at) == '#' || text.startsWith("//", at)) {
                skipTo("\n");
            } else if (text.startsWith("/*", at)) {
                at += 2;
                skipTo("*/");
            } else if (text.charAt(at) > ' ') {
                return true;
            } else {
                at++;
                continue;
            }
            change(start, text.substring(start, at).strip(), REMOVED);
        }
        return false;
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    private void change(int offset, String written, String meant) {
        count++;
        if (count > MAX_LISTED) {
            return;
        }
        if (count == MAX_LISTED) {
            before.add("…");
            after.add("…");
            return;
        }
        before.add(Excerpt.line(written, MAX_LENGTH) + positions.phrase(offset));
        after.add(meant);
    }
}

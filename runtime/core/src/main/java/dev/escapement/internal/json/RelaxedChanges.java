package dev.escapement.internal.json;

import dev.escapement.internal.text.Excerpt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private final List<Change> changes = new ArrayList<>();
    private int at;

    /** A part of the text, and the strict JSON for it. */
    private record Change(int offset, String written, String meant) {}

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
        changes.scan(); // finds the comments after a word or a comma before it finds that the latter changes
        changes.changes.sort(Comparator.comparingInt(Change::offset));
        return changes;
    }

    /** Returns the changed parts of the text with their lines and columns, separated by semicolons. */
    public String before() {
        return listed(change -> Excerpt.line(change.written(), MAX_LENGTH) + positions.phrase(change.offset()));
    }

    /** Returns the strict JSON for each changed part, separated by semicolons. */
    public String after() {
        return listed(Change::meant);
    }

    private String listed(Function<Change, String> part) {
        boolean all = changes.size() < MAX_LISTED;
        Stream<String> parts =
                changes.stream().limit(all ? changes.size() : MAX_LISTED - 1).map(part);
        return Stream.concat(parts, all ? Stream.of() : Stream.of("…")).collect(Collectors.joining("; "));
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
                skipLine();
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
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

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    private void change(int offset, String written, String meant) {
        changes.add(new Change(offset, written, meant));
    }
}

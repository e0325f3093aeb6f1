package dev.escapement.processor.diagram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A flowchart in the text form of Mermaid: first all nodes, then all edges, each in the order in which they were added.
 *
 * <p>Words of a user's never become syntax: an id begins with a word of ours and goes on in letters and digits of ASCII,
 * so that none is a keyword or contains one that a lexer would see ({@code end}, {@code o} after a line); labels stand in
 * quotation marks, and what HTML, Markdown or Mermaid would read in them is written as a numeric entity. See
 * https://mermaid.js.org/syntax/flowchart.html.
 */
final class Flowchart {

    /** The outline of a node; in the words of Mermaid's documentation. */
    enum Shape {
        /** Where a thread begins and ends. */
        STADIUM("([", "])"),
        /** Something that is put in. */
        PARALLELOGRAM("[/", "/]"),
        /** The model. */
        HEXAGON("{{", "}}"),
        /** A step. */
        RECTANGLE("[", "]"),
        /** A decision by code. */
        RHOMBUS("{", "}"),
        /** A person for whom the thread waits. */
        CIRCLE("((", "))");

        private final String begin;
        private final String end;

        Shape(String begin, String end) {
            this.begin = begin;
            this.end = end;
        }
    }

    /** The line of an edge. */
    enum Line {
        THIN("-->"),
        THICK("==>");

        private final String arrow;

        Line(String arrow) {
            this.arrow = arrow;
        }
    }

    private final List<String> nodes = new ArrayList<>();
    private final List<String> edges = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    /**
     * Adds a node.
     *
     * @param kind a lower-case word for its kind, with which its id begins
     * @param name what tells it from others of its kind; may be empty
     * @param label the lines that it shows
     * @return its id
     */
    String node(String kind, String name, Shape shape, String... label) {
        String wanted = kind + capitalized(name.replaceAll("[^A-Za-z0-9]", ""));
        String id = wanted;
        for (int i = 2; !ids.add(id); i++) {
            id = wanted + i;
        }
        nodes.add("  " + id + shape.begin + quoted(label) + shape.end);
        return id;
    }

    /** Adds an edge without a label. */
    void edge(String from, String to) {
        edges.add("  " + from + " " + Line.THIN.arrow + " " + to);
    }

    /** Adds an edge with a label. */
    void edge(String from, Line line, String label, String to) {
        edges.add("  " + from + " " + line.arrow + "|" + quoted(label) + "| " + to);
    }

    /** The text, a string a line. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("flowchart TD"));
        lines.addAll(nodes);
        lines.addAll(edges);
        return lines;
    }

    private static String capitalized(String name) {
        return name.isEmpty() ? "" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String quoted(String... lines) {
        List<String> escaped = new ArrayList<>();
        for (String line : lines) {
            escaped.add(escaped(line));
        }
        return "\"" + String.join("<br/>", escaped) + "\"";
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int c = text.codePointAt(i);
            // At the edge of a word, Markdown would take an underscore for emphasis.
            boolean plain = Character.isLetterOrDigit(c) || c == ' ' || c == ',' || c == '?' || isWithinWord(text, i);
            if (plain) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append('#').append(c).append(';');
            }
        }
        return escaped.toString();
    }

    private static boolean isWithinWord(String text, int index) {
        return text.charAt(index) == '_'
                && index > 0
                && index + 1 < text.length()
                && Character.isLetterOrDigit(text.codePointBefore(index))
                && Character.isLetterOrDigit(text.codePointAt(index + 1));
    }
}

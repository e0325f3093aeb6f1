package dev.escapement.processor.diagram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A flowchart in Mermaid syntax. All nodes precede all edges, each in insertion order.
 *
 * <p>User text never becomes syntax. An ID begins with a fixed word, followed by ASCII letters and digits, so that it
 * is not a keyword and does not contain a token of the lexer ({@code end}, {@code o} after a line). Labels are quoted,
 * and characters with a meaning in HTML, Markdown or Mermaid are written as numeric entities. See
 * https://mermaid.js.org/syntax/flowchart.html.
 */
final class Flowchart {

    /** The shape of a node, named as in the Mermaid documentation. */
    enum Shape {
        /** The shape for the start or the end of a thread. */
        STADIUM("([", "])"),
        /** The shape for an input. */
        PARALLELOGRAM("[/", "/]"),
        /** The shape for the model. */
        HEXAGON("{{", "}}"),
        /** The shape for a step. */
        RECTANGLE("[", "]"),
        /** The shape for a decision by code. */
        RHOMBUS("{", "}"),
        /** The shape for a thread of another agent. */
        SUBROUTINE("[[", "]]"),
        /** The shape for a person for whom the thread waits. */
        CIRCLE("((", "))");

        private final String begin;
        private final String end;

        Shape(String begin, String end) {
            this.begin = begin;
            this.end = end;
        }
    }

    /** The line style of an edge. */
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
     * Adds a node, and returns its ID.
     *
     * @param kind a lower-case word for the kind of node, with which the node's ID begins
     * @param name the name that distinguishes the node from others of the same kind, empty if it is the only one
     * @param label the lines of the label
     * @return the ID of the node
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

    /** Adds a thin edge without a label. */
    void edge(String from, String to) {
        edges.add("  " + from + " " + Line.THIN.arrow + " " + to);
    }

    /** Adds an edge with a line style and a label. */
    void edge(String from, Line line, String label, String to) {
        edges.add("  " + from + " " + line.arrow + "|" + quoted(label) + "| " + to);
    }

    /** Returns the lines of the Mermaid source. */
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
            // Markdown interprets an underscore at the edge of a word as emphasis.
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

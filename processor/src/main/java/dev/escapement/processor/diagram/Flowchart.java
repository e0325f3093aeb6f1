package dev.escapement.processor.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * A printer of graphs as flowcharts in Mermaid syntax. All nodes precede all edges.
 *
 * <p>User text never becomes syntax. The ID of a node is not a keyword and does not contain a token of the lexer ({@code
 * end}, {@code o} after a line). Labels are quoted, and characters with a meaning in HTML, Markdown or Mermaid are written as numeric entities. See
 * https://mermaid.js.org/syntax/flowchart.html.
 */
final class Flowchart {

    private static final String THIN = "-->";
    private static final String THICK = "==>";

    /** The shape of a node, named as in the Mermaid documentation. */
    private enum Shape {
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

    private Flowchart() {}

    /** Returns the lines of the Mermaid source, each with its line break. */
    static List<String> lines(FlowGraph graph) {
        List<String> lines = new ArrayList<>(List.of("flowchart TD\n"));
        graph.nodes().forEach((id, node) -> lines.add(node(id, node)));
        graph.edges().forEach(edge -> lines.add(edge(edge)));
        return lines;
    }

    private static String node(String id, FlowNode node) {
        List<String> label = new ArrayList<>(node.label());
        if (!node.effect().isEmpty()) {
            label.add(node.effect());
        }
        Shape shape = shape(node.kind());
        return "  " + id + shape.begin + quoted(label) + shape.end + "\n";
    }

    private static Shape shape(FlowNode.Kind kind) {
        return switch (kind) {
            case START, FINISH -> Shape.STADIUM;
            case TRIGGER, CONTEXT -> Shape.PARALLELOGRAM;
            case MODEL -> Shape.HEXAGON;
            case GATE -> Shape.RHOMBUS;
            case STEP -> Shape.RECTANGLE;
            case PERSON -> Shape.CIRCLE;
            case DELEGATE -> Shape.SUBROUTINE;
        };
    }

    private static String edge(FlowGraph.Edge edge) {
        String arrow = edge.byCode() ? THICK : THIN;
        String label = edge.label().isEmpty() ? "" : "|" + quoted(List.of(edge.label())) + "|";
        return "  " + edge.from() + " " + arrow + label + " " + edge.to() + "\n";
    }

    private static String quoted(List<String> lines) {
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

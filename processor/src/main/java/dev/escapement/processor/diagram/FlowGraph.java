package dev.escapement.processor.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The control flow of an agent as nodes and edges, each in insertion order. Complete when {@link AgentDiagram} returns it.
 *
 * <p>The ID of a node begins with a fixed word, followed by ASCII letters and digits.
 */
public final class FlowGraph {

    /**
     * An edge of the graph.
     *
     * @param label the condition of the transition; empty if there is none
     * @param byCode whether code decides the transition to another step, without a request to the model
     */
    record Edge(String from, String to, String label, boolean byCode) {}

    private final Map<String, FlowNode> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    FlowGraph() {}

    /**
     * Adds a node, and returns its ID.
     *
     * @param role a lower-case word for the role of the node, with which the node's ID begins
     * @param name the name that distinguishes the node from others of the same role, empty if it is the only one
     */
    String node(String role, String name, FlowNode node) {
        String wanted = role + capitalized(name.replaceAll("[^A-Za-z0-9]", ""));
        String id = wanted;
        for (int i = 2; nodes.putIfAbsent(id, node) != null; i++) {
            id = wanted + i;
        }
        return id;
    }

    /** Adds an edge without a label. */
    void edge(String from, String to) {
        edge(from, "", to);
    }

    /** Adds an edge with a label. */
    void edge(String from, String label, String to) {
        edges.add(new Edge(from, to, label, false));
    }

    /** Adds an edge for a transition by code. */
    void codeEdge(String from, String label, String to) {
        edges.add(new Edge(from, to, label, true));
    }

    /** Returns the nodes by ID. */
    Map<String, FlowNode> nodes() {
        return nodes;
    }

    List<Edge> edges() {
        return edges;
    }

    /** Returns the graph as Mermaid source. Each line ends with a line break. */
    public List<String> mermaid() {
        return Flowchart.lines(this);
    }

    /** Returns the graph as JSON. Each line except the last one ends with a line break. */
    public List<String> json() {
        return GraphJson.lines(this);
    }

    private static String capitalized(String name) {
        return name.isEmpty() ? "" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}

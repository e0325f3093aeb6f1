package dev.escapement.processor.diagram;

import dev.escapement.internal.tree.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A printer of graphs as JSON, with one node or edge in each line. Empty properties are omitted. The lines of a label are
 * separated by line breaks.
 */
final class GraphJson {

    private GraphJson() {}

    /** Returns the lines of the JSON text, each with its line break except the last one. */
    static List<String> lines(FlowGraph graph) {
        List<String> lines = new ArrayList<>(List.of("{\"nodes\":[\n"));
        List<String> nodes = new ArrayList<>();
        graph.nodes().forEach((id, node) -> nodes.add(node(id, node)));
        addElements(lines, nodes);
        lines.add("],\"edges\":[\n");
        addElements(lines, graph.edges().stream().map(GraphJson::edge).toList());
        lines.add("]}");
        return lines;
    }

    private static void addElements(List<String> lines, List<String> elements) {
        for (int i = 0; i < elements.size(); i++) {
            lines.add(elements.get(i) + (i + 1 < elements.size() ? ",\n" : "\n"));
        }
    }

    private static String node(String id, FlowNode node) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("id", id);
        properties.put("kind", node.kind().name().toLowerCase(Locale.ROOT));
        properties.put("label", String.join("\n", node.label()));
        properties.put("tool", node.tool());
        properties.put("effect", node.effect());
        properties.put("question", node.question());
        return object(properties);
    }

    private static String edge(FlowGraph.Edge edge) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("from", edge.from());
        properties.put("to", edge.to());
        properties.put("label", edge.label());
        properties.put("kind", edge.byCode() ? "code" : "");
        return object(properties);
    }

    private static String object(Map<String, String> properties) {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        properties.forEach((name, value) -> {
            if (!value.isEmpty()) {
                values.put(name, new JsonValue.Text(value));
            }
        });
        return new JsonValue.Members(values).json();
    }
}

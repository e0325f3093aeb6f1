package dev.escapement.processor.functional.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.AgentLoop;
import dev.escapement.internal.tree.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the diagram of each agent is available from code and from the file next to the class. */
class DiagramTest {

    private static final Pattern NODE = Pattern.compile("  ([A-Za-z0-9]+)[(\\[{/]+\"[^\"]+\"[)\\]}/]+");
    private static final Pattern EDGE =
            Pattern.compile("  ([A-Za-z0-9]+) [-=]{2}>(?:\\|\"[^\"]+\"\\|)? ([A-Za-z0-9]+)");

    static Stream<Arguments> diagrams() {
        return Stream.of(
                Arguments.of(AllFlowsLoop.class, AllFlowsLoop.DIAGRAM),
                Arguments.of(AllControlsLoop.class, AllControlsLoop.DIAGRAM),
                Arguments.of(FailingSteps_DeskLoop.class, FailingSteps_DeskLoop.DIAGRAM));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void theResourceSaysWhatTheConstantSays(Class<? extends AgentLoop> loop, String diagram) throws IOException {
        try (InputStream resource = loop.getResourceAsStream(loop.getSimpleName() + ".mmd")) {
            assertNotNull(resource);
            assertEquals(diagram, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyEdgeConnectsNodesAndEveryNodeIsConnected(Class<? extends AgentLoop> loop, String diagram) {
        List<String> lines = diagram.lines().toList();
        assertEquals("flowchart TD", lines.get(0));
        Set<String> nodes = new HashSet<>();
        Set<String> connected = new HashSet<>();
        for (String line : lines.subList(1, lines.size())) {
            Matcher node = NODE.matcher(line);
            Matcher edge = EDGE.matcher(line);
            if (node.matches()) {
                assertTrue(nodes.add(node.group(1)), line);
            } else {
                assertTrue(edge.matches(), line);
                connected.add(edge.group(1));
                connected.add(edge.group(2));
            }
        }
        assertEquals(nodes, connected, loop.getSimpleName());
    }

    static Stream<Arguments> loops() {
        return Stream.of(
                Arguments.of(new AllFlowsLoop(new AllFlows()), AllFlowsLoop.DIAGRAM),
                Arguments.of(new AllControlsLoop(new AllControls()), AllControlsLoop.DIAGRAM));
    }

    @ParameterizedTest
    @MethodSource("loops")
    void graphHasTheNodesAndEdgesOfTheDiagram(AgentLoop loop, String diagram) {
        List<String> nodes = new ArrayList<>();
        List<String> edges = new ArrayList<>();
        for (String line : diagram.lines().toList()) {
            Matcher node = NODE.matcher(line);
            Matcher edge = EDGE.matcher(line);
            if (node.matches()) {
                nodes.add(node.group(1));
            } else if (edge.matches()) {
                edges.add(edge.group(1) + (line.contains("==>") ? " code " : " ") + edge.group(2));
            }
        }

        Map<String, JsonValue> graph = members(JsonValue.parse(loop.graph()));

        assertEquals(
                nodes, elements(graph, "nodes").map(node -> text(node, "id")).toList());
        assertEquals(
                edges,
                elements(graph, "edges")
                        .map(edge -> text(edge, "from")
                                + (edge.containsKey("kind") ? " " + text(edge, "kind") + " " : " ")
                                + text(edge, "to"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("loops")
    void stepsOfTheGraphAreTheToolsOfTheLoop(AgentLoop loop, String diagram) {
        List<String> tools = loop.tools().stream()
                .map(tool -> tool.name() + " " + loop.effect(tool.name()))
                .toList();

        List<String> steps = elements(members(JsonValue.parse(loop.graph())), "nodes")
                .filter(node -> text(node, "kind").equals("step"))
                .map(node -> text(node, "tool") + " " + text(node, "effect"))
                .toList();

        assertEquals(tools, steps, diagram);
    }

    private static Stream<Map<String, JsonValue>> elements(Map<String, JsonValue> graph, String property) {
        return ((JsonValue.Array) Objects.requireNonNull(graph.get(property), property))
                .elements().stream().map(DiagramTest::members);
    }

    private static Map<String, JsonValue> members(JsonValue value) {
        return ((JsonValue.Members) value).properties();
    }

    private static String text(Map<String, JsonValue> object, String property) {
        return ((JsonValue.Text) Objects.requireNonNull(object.get(property), property)).text();
    }
}

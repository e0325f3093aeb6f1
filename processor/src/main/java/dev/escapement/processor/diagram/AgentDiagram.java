package dev.escapement.processor.diagram;

import dev.escapement.processor.diagram.FlowNode.Kind;
import dev.escapement.processor.model.AgentGraph;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.GateModel;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.PolicyModel;
import dev.escapement.processor.model.PrefetchModel;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.TriggerModel;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A diagram of the normal flow of an agent thread. It shows, in declaration order, the start of the thread, the context
 * and the steps that the model receives, and the elements before and after each step. Thick lines are transitions by
 * code, without a request to the model.
 *
 * <p>These are not drawn:
 *
 * <ul>
 *   <li>limits that stop a thread, and the decision of a person after too many failures;
 *   <li>rejected calls, rejected model text and undeclared exceptions: the model receives each;
 *   <li>the second pass of a call through its gates, if a person changed the arguments;
 *   <li>the decision of a person about an interrupted step that must not run twice.
 * </ul>
 */
public final class AgentDiagram {

    /**
     * The node IDs of a step; the ID of an unneeded node is empty.
     *
     * @param gate the gates
     * @param approver the person who approves a call
     * @param body the step itself
     * @param replier the person who replies to the step
     * @param child the child thread that the step starts
     */
    private record Drawn(String gate, String approver, String body, String replier, String child) {

        /** Returns the first node that a call to the step reaches. */
        String entry() {
            return !gate.isEmpty() ? gate : !approver.isEmpty() ? approver : body;
        }
    }

    private final AgentModel agent;
    private final AgentGraph graph;
    private final FlowGraph chart = new FlowGraph();
    private final IdentityHashMap<StepModel, Drawn> drawn = new IdentityHashMap<>();
    private final String model;

    /**
     * The first node of a model request, which is either the model or the context that is fetched before each request.
     */
    private final String request;

    private AgentDiagram(AgentModel agent) {
        this.agent = agent;
        this.graph = AgentGraph.of(agent);
        String start = chart.node("start", "", FlowNode.of(Kind.START, "start"));
        List<String> triggers = agent.triggers().stream().map(this::trigger).toList();
        List<String> once = contexts(PrefetchModel.When.START);
        List<String> eachTime = contexts(PrefetchModel.When.EACH_REQUEST);
        this.model = chart.node("model", "", FlowNode.of(Kind.MODEL, "model"));
        this.request = eachTime.isEmpty() ? model : eachTime.get(0);
        String first = once.isEmpty() ? request : once.get(0);
        chart.edge(start, "text", first);
        for (String trigger : triggers) {
            chart.edge(start, trigger);
            chart.edge(trigger, first);
        }
        chain(once, request);
        chain(eachTime, model);
    }

    /** Returns the diagram of an agent, which must not have errors. */
    public static FlowGraph of(AgentModel agent) {
        return new AgentDiagram(agent).draw();
    }

    private FlowGraph draw() {
        List<String> names = agent.distinctNames();
        for (int i = 0; i < names.size(); i++) {
            StepModel step = agent.steps().get(i);
            drawn.put(step, nodes(step, names.get(i)));
        }
        String finish = chart.node("finish", "", FlowNode.of(Kind.FINISH, "finished"));
        for (StepModel step : agent.steps()) {
            Drawn nodes = drawn(step);
            if (step.offered().value()) {
                chart.edge(model, step.tool().name(), nodes.entry());
            }
            precede(step, nodes);
            follow(step, nodes, finish);
        }
        followText(finish);
        return chart;
    }

    private String trigger(TriggerModel trigger) {
        return chart.node("trigger", trigger.method(), FlowNode.of(Kind.TRIGGER, trigger.method()));
    }

    private List<String> contexts(PrefetchModel.When when) {
        return agent.prefetches().stream()
                .filter(prefetch -> prefetch.when() == when)
                .map(prefetch -> chart.node("context", prefetch.method(), FlowNode.of(Kind.CONTEXT, prefetch.name())))
                .toList();
    }

    private void chain(List<String> nodes, String last) {
        for (int i = 0; i < nodes.size(); i++) {
            chart.edge(nodes.get(i), i + 1 < nodes.size() ? nodes.get(i + 1) : last);
        }
    }

    private Drawn nodes(StepModel step, String name) {
        List<GateModel> gates = agent.gatesBefore(step);
        boolean reviewed = !gates.isEmpty();
        boolean approved = reviewed || step.approval().isPresent();
        String tool = step.tool().name();
        return new Drawn(
                reviewed ? chart.node("gate", name, FlowNode.of(Kind.GATE, question(gates), tool)) : "",
                approved ? chart.node("approver", name, FlowNode.person(tool, "APPROVAL")) : "",
                chart.node(
                        "step",
                        name,
                        FlowNode.step(label(step, name), tool, step.effect().name())),
                step.flow() instanceof StepModel.Flow.Pauses
                        ? chart.node("replier", name, FlowNode.person(tool, "REPLY"))
                        : "",
                step.flow() instanceof StepModel.Flow.Delegates delegates
                        ? chart.node(
                                "child",
                                name,
                                FlowNode.of(Kind.DELEGATE, delegates.child().simpleName(), tool))
                        : "");
    }

    /** Returns the lines that identify a step: its method, with its toolkit, or with its tool type if methods share a name. */
    private List<String> label(StepModel step, String name) {
        if (!agent.isOwn(step.owner())) {
            return List.of(step.owner().simpleName(), step.method());
        }
        return name.equals(step.method()) ? List.of(name) : List.of(step.method(), name);
    }

    private static String question(List<GateModel> gates) {
        return gates.stream().map(GateModel::method).distinct().collect(Collectors.joining(", ")) + "?";
    }

    /** Draws the edges that lead to a step, and those between the nodes that precede the step. */
    private void precede(StepModel step, Drawn nodes) {
        if (!nodes.gate().isEmpty()) {
            if (step.approval().isEmpty()) { // an approval is required even if all gates pass the call
                chart.edge(nodes.gate(), "proceed", nodes.body());
            }
            chart.edge(nodes.gate(), "ask", nodes.approver());
            chart.edge(nodes.gate(), "deny", request);
        }
        if (!nodes.approver().isEmpty()) {
            chart.edge(nodes.approver(), "approve", nodes.body());
            chart.edge(nodes.approver(), "refuse", request);
        }
    }

    /** Draws the edges from a step to the nodes that can follow it. */
    private void follow(StepModel step, Drawn nodes, String finish) {
        boolean leadsToRequest = switch (step.flow().kind()) {
            case RETURNS, RETURNS_NOTHING, UNREADABLE -> {
                chart.edge(nodes.body(), request);
                yield true;
            }
            case SELECTS -> {
                select(nodes.body(), step);
                yield false;
            }
            case PAUSES -> {
                chart.edge(nodes.body(), "ask", nodes.replier());
                chart.edge(nodes.replier(), "reply", request);
                yield false;
            }
            case DELEGATES -> {
                chart.edge(nodes.body(), nodes.child());
                followChild(step, nodes);
                yield false;
            }
            case FINISHES -> {
                chart.edge(nodes.body(), finish);
                yield false;
            }
        };
        if (!leadsToRequest && !step.declared().isEmpty()) {
            String exceptions =
                    step.declared().stream().map(JavaType::simpleName).collect(Collectors.joining(", "));
            chart.edge(nodes.body(), exceptions, request);
        }
    }

    /** Draws the edges from a child thread to the nodes that can follow its result or its failure. */
    private void followChild(StepModel step, Drawn nodes) {
        if (agent.selection(step).isPresent()) {
            select(nodes.child(), step);
            chart.edge(nodes.child(), "failure", request);
        } else {
            chart.edge(nodes.child(), "result or failure", request);
        }
    }

    private void select(String from, StepModel step) {
        for (StepModel next : graph.selectedBy(step)) {
            chart.codeEdge(from, next.tool().name(), drawn(next).entry());
        }
    }

    /** Draws the edges from the model to the nodes that can follow a reply without a tool call. */
    private void followText(String finish) {
        PolicyModel.OnText onText = agent.policy().onText().value();
        if (onText == PolicyModel.OnText.FINISH) {
            chart.edge(model, "text", finish);
        } else if (onText == PolicyModel.OnText.WAIT) {
            String person = chart.node("person", "", FlowNode.person("", "MESSAGE"));
            chart.edge(model, "text", person);
            chart.edge(person, "message", request);
        }
    }

    private Drawn drawn(StepModel step) {
        Drawn found = drawn.get(step);
        if (found == null) {
            throw new IllegalStateException(step.method() + " is not a step of the agent");
        }
        return found;
    }
}

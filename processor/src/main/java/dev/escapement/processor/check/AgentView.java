package dev.escapement.processor.check;

import dev.escapement.internal.text.DidYouMean;
import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Hint;
import dev.escapement.processor.model.AgentGraph;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.StepModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An agent with the indexes that several validators need. Built once per agent. */
final class AgentView {

    private final AgentModel model;
    private final AgentGraph graph;
    private final Map<JavaType, List<StepModel>> stepsByTool = new LinkedHashMap<>();

    AgentView(AgentModel model) {
        this.model = model;
        this.graph = AgentGraph.of(model);
        for (StepModel step : model.steps()) {
            stepsByTool
                    .computeIfAbsent(step.tool().type(), tool -> new ArrayList<>())
                    .add(step);
        }
    }

    /** Returns the model of the agent. */
    AgentModel model() {
        return model;
    }

    /** Returns the simple name of the agent class. */
    String name() {
        return model.type().simpleName();
    }

    /** Returns the steps in declaration order. */
    List<StepModel> steps() {
        return model.steps();
    }

    /** Returns the steps of each tool, both in declaration order. */
    Map<JavaType, List<StepModel>> stepsByTool() {
        return stepsByTool;
    }

    /** Returns a hint that names the tool of the agent whose name is most similar to that of an unknown tool. */
    Clause hint(String unknownTool) {
        List<String> known =
                stepsByTool.keySet().stream().map(JavaType::simpleName).toList();
        return DidYouMean.among(unknownTool, known).map(Hint.DID_YOU_MEAN::with).orElse(Hint.NONE);
    }

    /** Returns the graph of the steps. */
    AgentGraph graph() {
        return graph;
    }
}

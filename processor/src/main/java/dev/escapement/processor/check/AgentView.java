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

/** A view of an agent, with indexes that several validators use. Built once per agent. */
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

    /** Returns the steps for each tool. Both tools and steps are in declaration order. */
    Map<JavaType, List<StepModel>> stepsByTool() {
        return stepsByTool;
    }

    /** Returns a hint that suggests the agent's tool whose name is most similar to a given unknown name. */
    Clause hint(String unknownTool) {
        List<String> known =
                stepsByTool.keySet().stream().map(JavaType::simpleName).toList();
        return DidYouMean.among(unknownTool, known).map(Hint.DID_YOU_MEAN::with).orElse(Hint.NONE);
    }

    /** Returns the step graph. */
    AgentGraph graph() {
        return graph;
    }
}

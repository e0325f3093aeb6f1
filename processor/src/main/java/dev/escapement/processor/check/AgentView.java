package dev.escapement.processor.check;

import dev.escapement.internal.text.DidYouMean;
import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.Hint;
import dev.escapement.processor.model.AgentGraph;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.StepModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A view of an agent or a toolkit, with indexes that several validators use. Built once for each. */
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

    /** Returns the simple name of the class. */
    String name() {
        return model.type().simpleName();
    }

    /** Returns the steps in declaration order, those of toolkits last. */
    List<StepModel> steps() {
        return model.steps();
    }

    /** Returns the steps that the class itself declares, in declaration order. */
    List<StepModel> ownSteps() {
        return model.steps().stream().filter(step -> model.isOwn(step.owner())).toList();
    }

    /** Returns the phrase that denotes an agent that has a method, or its toolkit that has it. */
    Clause owner(JavaType owner) {
        return (model.isOwn(owner) ? Declaration.AGENT : Declaration.TOOLKIT).with(owner.simpleName());
    }

    /** Returns the steps for each tool. Both tools and steps are in declaration order. */
    Map<JavaType, List<StepModel>> stepsByTool() {
        return stepsByTool;
    }

    /** Returns a hint that suggests the agent's tool whose name is most similar to a given unknown name. */
    Clause hint(String unknownTool) {
        return hint(unknownTool, stepsByTool.keySet().stream());
    }

    /** Returns a hint that suggests the tool of a toolkit whose name is most similar to a given unknown name. */
    Clause hintAmongToolkits(String unknownTool) {
        return hint(
                unknownTool,
                model.steps().stream()
                        .filter(step -> !model.isOwn(step.owner()))
                        .map(step -> step.tool().type()));
    }

    private static Clause hint(String unknownTool, Stream<JavaType> tools) {
        return DidYouMean.among(
                        unknownTool, tools.map(JavaType::simpleName).distinct().toList())
                .map(Hint.DID_YOU_MEAN::with)
                .orElse(Hint.NONE);
    }

    /** Returns the step graph. */
    AgentGraph graph() {
        return graph;
    }
}

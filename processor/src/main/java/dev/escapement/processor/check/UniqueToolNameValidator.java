package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.diagnostic.ToolkitClash;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.ToolModel;
import java.util.HashMap;
import java.util.Map;

/** A validator that requires unique names for the tools of an agent and its toolkits. */
final class UniqueToolNameValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        Map<String, StepModel> steps = new HashMap<>();
        for (StepModel step : agent.steps()) {
            ToolModel tool = step.tool();
            StepModel firstStep = steps.putIfAbsent(tool.name(), step);
            if (firstStep == null || firstStep.tool().type().equals(tool.type())) {
                continue;
            }
            String first = firstStep.tool().type().simpleName();
            String second = tool.type().simpleName();
            if (agent.model().isOwn(step.owner())) {
                problems.add(ProblemKind.TWO_TOOLS_WITH_ONE_NAME, step.source(), first, second, tool.name());
            } else if (!step.owner().equals(firstStep.owner())) {
                problems.add(
                        ProblemKind.TOOLKIT_CLASH,
                        step.source(),
                        agent.name(),
                        step.owner().simpleName(),
                        agent.owner(firstStep.owner()),
                        ToolkitClash.TOOL_NAME.with(first, second, tool.name()));
            }
        }
    }
}

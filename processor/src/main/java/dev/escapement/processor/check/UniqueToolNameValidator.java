package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.ToolModel;
import java.util.HashMap;
import java.util.Map;

/** A validator that requires unique names for the tools of an agent. */
final class UniqueToolNameValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        Map<String, ToolModel> tools = new HashMap<>();
        for (StepModel step : agent.steps()) {
            ToolModel tool = step.tool();
            ToolModel first = tools.putIfAbsent(tool.name(), tool);
            if (first != null && !first.type().equals(tool.type())) {
                problems.add(
                        ProblemKind.TWO_TOOLS_WITH_ONE_NAME,
                        step.source(),
                        first.type().simpleName(),
                        tool.type().simpleName(),
                        tool.name());
            }
        }
    }
}

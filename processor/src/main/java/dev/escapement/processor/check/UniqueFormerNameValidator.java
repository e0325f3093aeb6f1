package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.FormerNameFault;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.ToolModel;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A validator that requires each earlier name of a tool to differ from the names of the agent's other tools. */
final class UniqueFormerNameValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        Map<String, ToolModel> tools = new HashMap<>();
        agent.steps().forEach(step -> tools.putIfAbsent(step.tool().name(), step.tool()));
        Map<String, ToolModel> formerly = new HashMap<>();
        for (StepModel step : agent.steps()) {
            for (String name : step.tool().formerNames()) {
                check(agent, step, name, tools.get(name), FormerNameFault.OTHER_TOOL, problems);
                check(
                        agent,
                        step,
                        name,
                        formerly.putIfAbsent(name, step.tool()),
                        FormerNameFault.OTHER_FORMER,
                        problems);
            }
        }
    }

    private static void check(
            AgentView agent,
            StepModel step,
            String name,
            @Nullable ToolModel other,
            FormerNameFault fault,
            Problems problems) {
        ToolModel tool = step.tool();
        if (other != null && !other.type().equals(tool.type())) {
            problems.add(
                    ProblemKind.FORMER_NAME,
                    step.source(),
                    tool.type().simpleName(),
                    name,
                    fault.with(other.type().simpleName(), agent.name()));
        }
    }
}

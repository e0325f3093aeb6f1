package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.diagnostic.ToolkitClash;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.StepModel;
import java.util.HashMap;
import java.util.Map;

/** A validator that requires at most one step for each tool, so that an agent cannot replace a step of a toolkit. */
final class SingleStepPerToolValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        Map<JavaType, StepModel> steps = new HashMap<>();
        for (StepModel step : agent.steps()) {
            StepModel first = steps.putIfAbsent(step.tool().type(), step);
            if (first != null) {
                report(first, step, agent, problems);
            }
        }
    }

    private static void report(StepModel first, StepModel second, AgentView agent, Problems problems) {
        String tool = second.tool().type().simpleName();
        if (agent.model().isOwn(second.owner())) {
            problems.add(ProblemKind.TWO_STEPS_FOR_ONE_TOOL, second.source(), first.method(), second.method(), tool);
        } else if (agent.model().isOwn(first.owner())) {
            problems.add(
                    ProblemKind.REPLACED_STEP,
                    first.source(),
                    first.method(),
                    tool,
                    second.method(),
                    second.owner().simpleName());
        } else if (!first.owner().equals(second.owner())) {
            problems.add(
                    ProblemKind.TOOLKIT_CLASH,
                    second.source(),
                    agent.name(),
                    second.owner().simpleName(),
                    agent.owner(first.owner()),
                    ToolkitClash.TOOL.with(tool));
        }
    }
}

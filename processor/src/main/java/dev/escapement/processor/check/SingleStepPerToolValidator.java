package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.StepModel;
import java.util.HashMap;
import java.util.Map;

/** A validator that requires at most one step for each tool. */
final class SingleStepPerToolValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        Map<JavaType, StepModel> steps = new HashMap<>();
        for (StepModel step : agent.steps()) {
            StepModel first = steps.putIfAbsent(step.tool().type(), step);
            if (first != null) {
                problems.add(
                        ProblemKind.TWO_STEPS_FOR_ONE_TOOL,
                        step.source(),
                        first.method(),
                        step.method(),
                        step.tool().type().simpleName());
            }
        }
    }
}

package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentGraph;
import dev.escapement.processor.model.AgentModel;

/** Every step can run: the model selects it, or a step does that can run. */
final class StepReachableValidator implements AgentRule {

    @Override
    public void check(AgentModel agent, Problems problems) {
        AgentGraph.of(agent)
                .unreachable()
                .forEach(step -> problems.add(
                        ProblemKind.UNREACHABLE_STEP,
                        step.offered().source(),
                        step.method(),
                        step.tool().type().simpleName()));
    }
}

package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;

/** A validator that requires each step to be selectable by the model or by another reachable step. */
final class StepReachableValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        agent.graph()
                .unreachable()
                .forEach(step -> problems.add(
                        ProblemKind.UNREACHABLE_STEP,
                        step.offered().source(),
                        step.method(),
                        step.tool().type().simpleName()));
    }
}

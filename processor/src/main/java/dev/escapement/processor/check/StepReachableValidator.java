package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;

/** A validator that requires that the model or a reachable step can select each step. */
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

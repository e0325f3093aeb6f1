package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.StepModel;

/** A validator that requires a gate for every destructive step. A step of a toolkit has its gate in the toolkit. */
final class DestructiveGateValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        for (StepModel step : agent.ownSteps()) {
            boolean gated = step.approval().isPresent()
                    || !agent.model().gatesBefore(step).isEmpty()
                    || agent.model().unread().gates(); // an unread gate may guard the step
            if (step.effect().requiresGate() && !gated) {
                problems.add(
                        ProblemKind.DESTRUCTIVE_WITHOUT_GATE,
                        step.effectSource(),
                        step.method(),
                        step.tool().type().simpleName());
            }
        }
    }
}

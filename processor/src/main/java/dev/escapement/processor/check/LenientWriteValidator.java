package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.StepModel;

/** A validator that rejects a lenient tool for a step that is neither READ nor IDEMPOTENT. */
final class LenientWriteValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        for (StepModel step : agent.ownSteps()) {
            if (step.effect().writes() && !step.tool().lenient().isEmpty()) {
                problems.add(
                        ProblemKind.LENIENT_WRITE,
                        step.source(),
                        step.method(),
                        step.effect(),
                        step.tool().type().simpleName());
            }
        }
    }
}

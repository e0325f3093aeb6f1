package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.StepModel;

/** Warns about a step that writes and whose tool repairs arguments beyond the repairs that are always safe. */
final class LenientWriteValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        for (StepModel step : agent.steps()) {
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

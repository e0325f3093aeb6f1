package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;

/**
 * A thread can finish. A step that finishes and can never run is {@link StepReachableValidator}' business: with it mended, the
 * agent finishes.
 */
final class FinishReachableValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        if (agent.graph().neverFinishes()) {
            problems.add(ProblemKind.NEVER_FINISHES, agent.model().source(), agent.name());
        }
    }
}

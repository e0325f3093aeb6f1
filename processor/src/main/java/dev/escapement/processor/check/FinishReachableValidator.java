package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;

/**
 * A validator that rejects an agent whose threads can never finish. An unreachable step that finishes is reported by
 * {@link StepReachableValidator} only, because the agent can finish once that step is reachable.
 */
final class FinishReachableValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        if (agent.graph().neverFinishes()) {
            problems.add(ProblemKind.NEVER_FINISHES, agent.model().source(), agent.name());
        }
    }
}

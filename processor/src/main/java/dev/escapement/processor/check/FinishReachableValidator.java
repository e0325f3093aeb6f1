package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentGraph;
import dev.escapement.processor.model.AgentModel;

/**
 * A thread can finish. A step that finishes and can never run is {@link StepReachableValidator}' business: with it mended, the
 * agent finishes.
 */
final class FinishReachableValidator implements AgentRule {

    @Override
    public void check(AgentModel agent, Problems problems) {
        if (AgentGraph.of(agent).neverFinishes()) {
            problems.add(
                    ProblemKind.NEVER_FINISHES, agent.source(), agent.type().simpleName());
        }
    }
}

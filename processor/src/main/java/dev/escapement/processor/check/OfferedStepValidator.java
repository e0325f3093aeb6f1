package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentGraph;
import dev.escapement.processor.model.AgentModel;

/** The model has something to select. */
final class OfferedStepValidator implements AgentRule {

    @Override
    public void check(AgentModel agent, Problems problems) {
        if (AgentGraph.of(agent).offersNothing()) {
            problems.add(
                    ProblemKind.NOTHING_OFFERED, agent.source(), agent.type().simpleName());
        }
    }
}

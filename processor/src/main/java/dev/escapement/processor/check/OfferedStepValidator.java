package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;

/** A validator that requires at least one step that the model may select. */
final class OfferedStepValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        if (agent.graph().offersNothing()) {
            problems.add(ProblemKind.NOTHING_OFFERED, agent.model().source(), agent.name());
        }
    }
}

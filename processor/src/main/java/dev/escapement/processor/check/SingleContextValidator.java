package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;

/** A validator that requires at most one context method. */
final class SingleContextValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        agent.model().contexts().stream()
                .skip(1)
                .forEach(context -> problems.add(ProblemKind.TWO_CONTEXTS, context.source(), agent.name()));
    }
}

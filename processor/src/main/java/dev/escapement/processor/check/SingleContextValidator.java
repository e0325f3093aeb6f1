package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentModel;

/** An agent renders its threads in one way. */
final class SingleContextValidator implements AgentRule {

    @Override
    public void check(AgentModel agent, Problems problems) {
        agent.contexts().stream()
                .skip(1)
                .forEach(context -> problems.add(
                        ProblemKind.TWO_CONTEXTS, context.source(), agent.type().simpleName()));
    }
}

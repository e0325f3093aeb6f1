package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentModel;

/** An agent has at least one step, and exactly one prompt. */
final class StepAndPromptValidator implements AgentRule {

    @Override
    public void check(AgentModel agent, Problems problems) {
        String name = agent.type().simpleName();
        if (agent.steps().isEmpty() && agent.unread().steps().isEmpty()) {
            problems.add(ProblemKind.NO_STEPS, agent.source(), name);
        }
        if (agent.prompts().isEmpty()) {
            problems.add(ProblemKind.NO_PROMPT, agent.source(), name);
        }
        agent.prompts().stream()
                .skip(1)
                .forEach(prompt -> problems.add(ProblemKind.TWO_PROMPTS, prompt.source(), name));
    }
}

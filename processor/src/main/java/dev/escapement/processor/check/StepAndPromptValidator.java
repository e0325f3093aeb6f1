package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.UnreadMembers;

/** A validator that requires at least one step and exactly one prompt. */
final class StepAndPromptValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        String name = agent.name();
        UnreadMembers unread = agent.model().unread();
        if (agent.steps().isEmpty() && unread.steps().isEmpty() && !unread.toolkits()) {
            problems.add(ProblemKind.NO_STEPS, agent.model().source(), name);
        }
        if (agent.model().prompts().isEmpty()) {
            problems.add(ProblemKind.NO_PROMPT, agent.model().source(), name);
        }
        agent.model().prompts().stream()
                .skip(1)
                .forEach(prompt -> problems.add(ProblemKind.TWO_PROMPTS, prompt.source(), name));
    }
}

package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;

/** A validator that warns if an agent has more tools than OpenAI and Google recommend. */
final class ToolCountValidator implements Validator<AgentView> {

    private static final int ADVISED = 20;

    @Override
    public void validate(AgentView agent, Problems problems) {
        long tools = agent.steps().stream()
                .filter(step -> agent.model().withheld().stream()
                        .noneMatch(tool -> tool.value().equals(step.tool().type())))
                .count();
        if (tools > ADVISED) {
            problems.add(ProblemKind.MANY_TOOLS, agent.model().source(), agent.name(), tools);
        }
    }
}

package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentModel;

/** An agent has at most as many tools as OpenAI and Google advise. */
final class ToolCountValidator implements AgentRule {

    private static final int ADVISED = 20;

    @Override
    public void check(AgentModel agent, Problems problems) {
        int tools = agent.steps().size();
        if (tools > ADVISED) {
            problems.add(ProblemKind.MANY_TOOLS, agent.source(), agent.type().simpleName(), tools);
        }
    }
}

package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentGraph;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.PolicyModel;
import dev.escapement.processor.model.Setting;
import dev.escapement.processor.model.StepModel;

/**
 * An agent that may do one thing only can finish with it: the last step and the last request are kept for steps that
 * finish, so the model would be offered nothing if none of them did.
 */
final class FinalStepBudgetValidator implements AgentRule {

    @Override
    public void check(AgentModel agent, Problems problems) {
        boolean textFinishes = agent.policy().onText().value() == PolicyModel.OnText.FINISH;
        if (!textFinishes && endsOnlyByCode(agent)) {
            check(agent, "maxSteps", agent.policy().maxSteps(), problems);
            check(agent, "maxModelCalls", agent.policy().maxModelCalls(), problems);
        }
    }

    private static void check(AgentModel agent, String name, Setting<Long> limit, Problems problems) {
        if (limit.value() == 1) {
            problems.add(
                    ProblemKind.NO_ROOM_FOR_THE_END,
                    limit.source(),
                    agent.type().simpleName(),
                    name);
        }
    }

    /** Whether there is a way to finish, but none that the model may select. */
    private static boolean endsOnlyByCode(AgentModel agent) {
        AgentGraph graph = AgentGraph.of(agent);
        return agent.unread().steps().isEmpty()
                && !graph.neverFinishes()
                && !graph.offersNothing()
                && graph.unreachable().isEmpty()
                && agent.steps().stream()
                        .noneMatch(step -> step.offered().value()
                                && (step.flow() instanceof StepModel.Flow.Finishes
                                        || step.flow() instanceof StepModel.Flow.Unreadable));
    }
}

package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentGraph;
import dev.escapement.processor.model.PolicyModel;
import dev.escapement.processor.model.Setting;
import dev.escapement.processor.model.StepModel;

/**
 * A validator that rejects a limit of one step or one model call if the agent cannot finish within that limit. The last
 * step and the last request are reserved for steps that finish, so the model would not be offered any step.
 */
final class FinalStepBudgetValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        boolean textFinishes = agent.model().policy().onText().value() == PolicyModel.OnText.FINISH;
        if (!textFinishes && endsOnlyByCode(agent)) {
            check(agent, "maxSteps", agent.model().policy().maxSteps(), problems);
            check(agent, "maxModelCalls", agent.model().policy().maxModelCalls(), problems);
        }
    }

    private static void check(AgentView agent, String name, Setting<Long> limit, Problems problems) {
        if (limit.value() == 1) {
            problems.add(ProblemKind.NO_ROOM_FOR_THE_END, limit.source(), agent.name(), name);
        }
    }

    /** Returns whether the agent has steps that can finish but the model cannot select any of them. */
    private static boolean endsOnlyByCode(AgentView agent) {
        AgentGraph graph = agent.graph();
        return agent.model().unread().steps().isEmpty()
                && !agent.model().unread().toolkits()
                && !graph.neverFinishes()
                && !graph.offersNothing()
                && graph.unreachable().isEmpty()
                && agent.steps().stream()
                        .noneMatch(step ->
                                step.offered().value() && mayFinish(step.flow().kind()));
    }

    private static boolean mayFinish(StepModel.Flow.Kind flow) {
        return switch (flow) {
            case FINISHES, UNREADABLE -> true;
            case RETURNS, RETURNS_NOTHING, SELECTS, PAUSES, DELEGATES -> false;
        };
    }
}

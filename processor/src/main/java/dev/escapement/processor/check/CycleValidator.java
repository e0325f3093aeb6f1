package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.StepModel;
import java.util.List;

/** A validator that requires an exit from each cycle of steps that select each other. */
final class CycleValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        for (List<StepModel> cycle : agent.graph().closedCycles()) {
            problems.add(
                    ProblemKind.CYCLE_WITHOUT_MODEL,
                    cycle.get(0).source(),
                    cycle.get(0).method(),
                    cycle.stream().map(StepModel::method).toList());
        }
    }
}

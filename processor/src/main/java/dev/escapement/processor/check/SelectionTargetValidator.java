package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Hint;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentGraph;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.ToolModel;
import java.util.List;

/** A validator that requires a step for each tool that a step may select. */
final class SelectionTargetValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        AgentGraph graph = agent.graph();
        for (StepModel step : agent.steps()) {
            if (step.flow() instanceof StepModel.Flow.Selects selects) {
                List<String> missing = selects.tools().stream()
                        .map(ToolModel::type)
                        .filter(tool -> !graph.mayHaveStepFor(tool))
                        .map(JavaType::simpleName)
                        .toList();
                if (!missing.isEmpty()) {
                    problems.add(
                            ProblemKind.SELECTION_WITHOUT_STEP,
                            step.source(),
                            step.method(),
                            missing.stream()
                                    .map(tool -> Hint.NAME.with(tool, agent.hint(tool)))
                                    .toList());
                }
            }
        }
    }
}

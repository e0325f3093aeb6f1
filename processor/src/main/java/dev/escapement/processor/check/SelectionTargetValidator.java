package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.Hint;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.JoinModel;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.ToolModel;
import java.util.List;

/** A validator that requires a step for each tool that a step or a join may select. */
final class SelectionTargetValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        for (StepModel step : agent.steps()) {
            check(agent, step.flow(), step.source(), Declaration.STEP.with(step.method()), problems);
        }
        for (JoinModel join : agent.model().joins()) {
            check(agent, join.flow(), join.source(), Declaration.JOIN.with(join.method()), problems);
        }
    }

    private static void check(
            AgentView agent, StepModel.Flow flow, SourceRef source, Clause subject, Problems problems) {
        if (flow instanceof StepModel.Flow.Selects selects) {
            List<String> missing = selects.tools().stream()
                    .map(ToolModel::type)
                    .filter(tool -> !agent.graph().mayHaveStepFor(tool))
                    .map(JavaType::simpleName)
                    .toList();
            if (!missing.isEmpty()) {
                problems.add(
                        ProblemKind.SELECTION_WITHOUT_STEP,
                        source,
                        subject,
                        missing.stream()
                                .map(tool -> Hint.NAME.with(tool, agent.hint(tool)))
                                .toList());
            }
        }
    }
}

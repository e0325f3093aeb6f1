package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.diagnostic.WithheldFault;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.Setting;
import dev.escapement.processor.model.StepModel;
import java.util.List;
import java.util.Optional;

/** A validator that requires a step of a toolkit for each tool that an agent withholds. */
final class WithheldToolValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        for (Setting<JavaType> tool : agent.model().withheld()) {
            fault(agent, tool.value())
                    .ifPresent(fault -> problems.add(
                            ProblemKind.BAD_WITHHELD,
                            tool.source(),
                            agent.name(),
                            tool.value().simpleName(),
                            fault));
        }
    }

    private static Optional<Clause> fault(AgentView agent, JavaType tool) {
        List<StepModel> steps = agent.stepsByTool().getOrDefault(tool, List.of());
        if (steps.stream().anyMatch(step -> !agent.model().isOwn(step.owner()))
                || agent.model().unread().toolkits()) {
            return Optional.empty();
        }
        return Optional.of(
                steps.isEmpty()
                        ? WithheldFault.NO_STEP.with(agent.hintAmongToolkits(tool.simpleName()))
                        : WithheldFault.OWN_STEP.with(steps.get(0).method()));
    }
}

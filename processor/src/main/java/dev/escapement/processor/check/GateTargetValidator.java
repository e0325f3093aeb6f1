package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.DidYouMean;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentGraph;
import dev.escapement.processor.model.GateModel;
import dev.escapement.processor.model.JavaType;
import java.util.List;
import java.util.stream.Collectors;

/** Requires that a gate guards at least one step. */
final class GateTargetValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        AgentGraph graph = agent.graph();
        for (GateModel gate : agent.model().gates()) {
            if (gate.guarded().stream().noneMatch(graph::mayHaveStepFor)) {
                problems.add(
                        ProblemKind.GATE_WITHOUT_STEP,
                        gate.parameterSource(),
                        gate.method(),
                        gate.parameter().simpleName(),
                        fault(agent, gate));
            }
        }
    }

    private static String fault(AgentView agent, GateModel gate) {
        if (gate.guarded().equals(List.of(gate.parameter()))) {
            String tool = gate.parameter().simpleName();
            return "for which the agent has no step" + DidYouMean.among(tool, agent.toolNames());
        }
        return gate.guarded().stream()
                .map(JavaType::simpleName)
                .collect(Collectors.joining(", ", "and the agent has no step for any tool of it (", ")"));
    }
}

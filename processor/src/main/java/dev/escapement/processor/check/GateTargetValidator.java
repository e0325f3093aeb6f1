package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.GateFault;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentGraph;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.GateModel;
import dev.escapement.processor.model.JavaType;
import java.util.List;

/** A validator that requires each gate to guard at least one step. The gates of an agent also guard steps of toolkits. */
final class GateTargetValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        AgentGraph graph = agent.graph();
        AgentModel model = agent.model();
        for (GateModel gate : model.gates()) {
            boolean checkedWithToolkit = !model.isOwn(gate.owner());
            if (gate.takesCall() && !checkedWithToolkit) {
                requireEffects(agent, gate, problems);
            } else if (!checkedWithToolkit && gate.guarded().stream().noneMatch(graph::mayHaveStepFor)) {
                problems.add(
                        ProblemKind.GATE_WITHOUT_STEP,
                        gate.parameterSource(),
                        gate.method(),
                        gate.parameter().simpleName(),
                        fault(agent, gate));
            }
        }
    }

    private static void requireEffects(AgentView agent, GateModel gate, Problems problems) {
        AgentModel model = agent.model();
        boolean allStepsKnown =
                model.unread().steps().isEmpty() && !model.unread().toolkits();
        if (allStepsKnown && agent.steps().stream().noneMatch(step -> gate.guards(step, model.type()))) {
            problems.add(
                    ProblemKind.EFFECT_GATE_WITHOUT_STEP,
                    gate.parameterSource(),
                    gate.method(),
                    gate.effects(),
                    Declaration.CLASS.with(agent.name()));
        }
    }

    private static Clause fault(AgentView agent, GateModel gate) {
        if (gate.guarded().equals(List.of(gate.parameter()))) {
            String tool = gate.parameter().simpleName();
            return GateFault.NO_STEP.with(agent.hint(tool));
        }
        return GateFault.NO_STEP_OF_INTERFACE.with(
                gate.guarded().stream().map(JavaType::simpleName).toList());
    }
}

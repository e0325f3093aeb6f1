package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.MethodFault;
import dev.escapement.processor.diagnostic.MethodRemedy;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.UpcastModel;

/** A validator that requires public conversions of replies and results in other packages than that of the agent. */
final class UpcastAccessValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        String fromPackage = agent.model().type().packageName();
        for (StepModel step : agent.steps()) {
            for (UpcastModel upcast : step.flow().upcasts()) {
                if (!upcast.exported() && !upcast.owner().packageName().equals(fromPackage)) {
                    problems.add(
                            ProblemKind.UPCAST_METHOD,
                            step.source(),
                            upcast.method(),
                            MethodFault.OTHER_PACKAGE.with(agent.name()),
                            MethodRemedy.ADD_PUBLIC);
                }
            }
        }
    }
}

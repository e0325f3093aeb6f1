package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.MethodFault;
import dev.escapement.processor.diagnostic.MethodRemedy;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.JoinModel;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.UpcastModel;
import java.util.List;

/** A validator that requires public conversions of replies, results and results of children in other packages than that of the agent. */
final class UpcastAccessValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        String fromPackage = agent.model().type().packageName();
        for (StepModel step : agent.steps()) {
            require(step.flow().upcasts(), fromPackage, step.source(), agent, problems);
        }
        for (JoinModel join : agent.model().joins()) {
            require(join.upcasts(), fromPackage, join.source(), agent, problems);
        }
    }

    private static void require(
            List<UpcastModel> upcasts, String fromPackage, SourceRef source, AgentView agent, Problems problems) {
        for (UpcastModel upcast : upcasts) {
            if (!upcast.exported() && !upcast.owner().packageName().equals(fromPackage)) {
                problems.add(
                        ProblemKind.UPCAST_METHOD,
                        source,
                        upcast.method(),
                        MethodFault.OTHER_PACKAGE.with(agent.name()),
                        MethodRemedy.ADD_PUBLIC);
            }
        }
    }
}

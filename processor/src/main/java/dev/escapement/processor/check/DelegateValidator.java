package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Effect;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.JoinModel;
import dev.escapement.processor.model.StepModel;
import java.util.HashMap;
import java.util.Map;

/**
 * A validator of the steps that delegate: they are not part of a transaction, and have at most one join each, either in
 * the class of the step or in the agent.
 */
final class DelegateValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        for (StepModel step : agent.ownSteps()) {
            if (step.flow() instanceof StepModel.Flow.Delegates delegates && step.effect() == Effect.TRANSACTIONAL) {
                problems.add(
                        ProblemKind.DELEGATE_IN_TRANSACTION,
                        step.effectSource(),
                        step.method(),
                        delegates.child().simpleName());
            }
        }
        Map<JavaType, JoinModel> joins = new HashMap<>();
        for (JoinModel join : agent.model().joins()) {
            JoinModel first = joins.putIfAbsent(join.tool(), join);
            if (first != null && agent.model().isOwn(join.owner())) {
                problems.add(
                        ProblemKind.TWO_JOINS,
                        join.source(),
                        first.method(),
                        join.method(),
                        join.tool().simpleName());
            }
        }
    }
}

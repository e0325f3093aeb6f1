package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.TriggerModel;
import dev.escapement.processor.model.TypeShape;
import java.util.Optional;
import java.util.Set;

/** The method that a loop has for a trigger is none that it has already. */
public final class TriggerNameValidator implements AgentRule {

    /** The methods of {@code AgentLoop} with one parameter that a trigger could have, too: the name of a tool. */
    public static final Set<String> TAKEN_BY_NAMES_OF_TOOLS = Set.of("offered", "effect", "flow", "gated");

    @Override
    public void check(AgentModel agent, Problems problems) {
        for (TriggerModel trigger : agent.triggers()) {
            taken(agent, trigger)
                    .ifPresent(by -> problems.add(
                            ProblemKind.NAME_TWICE,
                            trigger.source(),
                            "trigger",
                            trigger.method(),
                            trigger.method(),
                            "the method " + by));
        }
    }

    private static Optional<String> taken(AgentModel agent, TriggerModel trigger) {
        if (TAKEN_BY_NAMES_OF_TOOLS.contains(trigger.method())
                && trigger.payload().bare() == TypeShape.Scalar.STRING) {
            return Optional.of("that every generated loop has for the name of a tool");
        }
        for (StepModel step : agent.steps()) {
            if (step.flow() instanceof StepModel.Flow.Pauses
                    && agent.replyMethod(step).equals(trigger.method())) {
                return Optional.of("with which the generated loop replies to the step " + step.method());
            } else if (step.flow() instanceof StepModel.Flow.Selects selects
                    && trigger.method().equals("selected")
                    && trigger.payload().bare() instanceof TypeShape.Named named
                    && named.type().equals(selects.declared())) {
                return Optional.of("with which the generated loop goes on after the step " + step.method());
            }
        }
        return Optional.empty();
    }
}

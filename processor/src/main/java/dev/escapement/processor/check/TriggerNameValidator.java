package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.NameOwner;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.TriggerModel;
import dev.escapement.processor.model.TypeShape;
import java.util.Optional;
import java.util.Set;

/** A validator that requires each trigger name to differ from the names of the other methods of the generated loop. */
public final class TriggerNameValidator implements Validator<AgentView> {

    /**
     * The names of the {@code AgentLoop} methods whose only parameter is a tool name. A trigger of the same name with a
     * string parameter would clash.
     */
    public static final Set<String> RESERVED_FOR_TOOL_NAMES = Set.of(
            "offered",
            "effect",
            "attempts",
            "maxResultLength",
            "replySchema",
            "upcasts",
            "resultSchema",
            "resultFingerprint",
            "delegateAgent",
            "joins",
            "flow",
            "returnsNothing",
            "gated",
            "options");

    @Override
    public void validate(AgentView agent, Problems problems) {
        for (TriggerModel trigger : agent.model().triggers()) {
            taken(agent, trigger)
                    .ifPresent(owner -> problems.add(
                            ProblemKind.NAME_TWICE,
                            trigger.source(),
                            Declaration.TRIGGER.with(trigger.method()),
                            trigger.method(),
                            owner));
        }
    }

    private static Optional<Clause> takenForDelegate(AgentView agent, TriggerModel trigger) {
        if (!trigger.method().startsWith(AgentModel.DELEGATE_METHOD)) {
            return Optional.empty(); // without the cost of the names of all triggers
        }
        return agent.model().triggers().stream()
                .filter(other -> agent.model().delegateMethod(other).equals(trigger.method())
                        && other.payload().bare().equals(trigger.payload().bare()))
                .findFirst()
                .map(other -> NameOwner.DELEGATE_METHOD.with(other.method()));
    }

    private static Optional<Clause> taken(AgentView agent, TriggerModel trigger) {
        boolean reserved = RESERVED_FOR_TOOL_NAMES.contains(trigger.method())
                || trigger.method().equals(AgentModel.DELEGATE_METHOD);
        if (reserved && trigger.payload().bare() == TypeShape.Scalar.STRING) {
            return Optional.of(NameOwner.TOOL_METHOD);
        }
        Optional<Clause> starting = takenForDelegate(agent, trigger);
        if (starting.isPresent()) {
            return starting;
        }
        for (StepModel step : agent.steps()) {
            Optional<Clause> owner = switch (step.flow().kind()) {
                case PAUSES -> takenForReply(agent, step, trigger);
                case SELECTS, DELEGATES ->
                    agent.model().selection(step).flatMap(selects -> takenForSelection(selects, step, trigger));
                case FINISHES -> takenForResult(agent, step, trigger);
                case RETURNS, RETURNS_NOTHING, UNREADABLE -> Optional.<Clause>empty();
            };
            if (owner.isPresent()) {
                return owner;
            }
        }
        return Optional.empty();
    }

    private static Optional<Clause> takenForReply(AgentView agent, StepModel step, TriggerModel trigger) {
        return agent.model().replyMethod(step).equals(trigger.method())
                ? Optional.of(NameOwner.REPLY_METHOD.with(step.method()))
                : Optional.empty();
    }

    private static Optional<Clause> takenForResult(AgentView agent, StepModel step, TriggerModel trigger) {
        return agent.model().resultMethod(step).equals(trigger.method())
                ? Optional.of(NameOwner.RESULT_METHOD.with(step.method()))
                : Optional.empty();
    }

    private static Optional<Clause> takenForSelection(
            StepModel.Flow.Selects selects, StepModel step, TriggerModel trigger) {
        return trigger.method().equals("selected")
                        && trigger.payload().bare() instanceof TypeShape.Named named
                        && named.type().equals(selects.declared())
                ? Optional.of(NameOwner.SELECTION_METHOD.with(step.method()))
                : Optional.empty();
    }
}

package dev.escapement.processor.lock;

import dev.escapement.internal.lock.Successors;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.UpcastModel;
import java.util.List;
import java.util.Optional;

/** The former names of an agent's tools, and the conversions of earlier forms. */
final class DeclaredSuccessors implements Successors {

    private final List<StepModel> steps;

    DeclaredSuccessors(AgentModel agent) {
        this.steps = agent.steps();
    }

    @Override
    public Optional<String> tool(String former) {
        return steps.stream()
                .map(StepModel::tool)
                .filter(tool -> tool.formerNames().contains(former))
                .map(tool -> tool.name())
                .findFirst();
    }

    @Override
    public boolean convertsArguments(String tool, String fingerprint) {
        return steps.stream()
                .filter(step -> step.tool().name().equals(tool))
                .anyMatch(step -> include(step.tool().upcasts(), fingerprint));
    }

    @Override
    public boolean convertsResult(String tool, String fingerprint) {
        return steps.stream()
                .filter(step -> step.tool().name().equals(tool))
                .anyMatch(step -> include(step.flow().upcasts(), fingerprint));
    }

    private static boolean include(List<UpcastModel> upcasts, String fingerprint) {
        return upcasts.stream().anyMatch(upcast -> UpcastModel.overlap(upcast.from(), fingerprint));
    }
}

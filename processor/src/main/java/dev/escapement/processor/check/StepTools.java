package dev.escapement.processor.check;

import dev.escapement.processor.model.AgentModel;
import java.util.List;

/** The tools of an agent, as people name them. */
final class StepTools {

    private StepTools() {}

    /** The records that its steps take. */
    static List<String> namesOf(AgentModel agent) {
        return agent.steps().stream()
                .map(step -> step.tool().type().simpleName())
                .toList();
    }
}

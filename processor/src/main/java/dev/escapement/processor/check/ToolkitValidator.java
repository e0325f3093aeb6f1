package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Problem;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.ToolkitModel;

/**
 * A validator that requires valid toolkits. A toolkit that is compiled from source reports its own problems; one from a
 * class file may have been compiled without the annotation processor.
 */
final class ToolkitValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        for (ToolkitModel toolkit : agent.model().toolkits()) {
            Problems own = new Problems();
            toolkit.library().ifPresent(library -> Validators.validateToolkit(library, own));
            own.list().stream()
                    .filter(Problem::isError)
                    .findFirst()
                    .ifPresent(error -> problems.add(
                            ProblemKind.INVALID_TOOLKIT,
                            toolkit.source(),
                            agent.name(),
                            toolkit.type().simpleName(),
                            error.message()));
        }
    }
}

package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.SourceWarnings;

/**
 * A validator that explains warnings of javac about an annotated type whose source file has another name. The interface
 * of the generated class contains the type, and javac suppresses such warnings only in the bodies of methods.
 */
final class AuxiliaryClassValidator {

    private AuxiliaryClassValidator() {}

    static void validate(AgentModel agent, Problems problems) {
        validate(agent.type(), agent.types().warnings(), agent.source(), problems);
    }

    static void validate(JavaType type, SourceWarnings warnings, SourceRef source, Problems problems) {
        if (warnings.isAuxiliary(type)) {
            problems.add(
                    ProblemKind.AUXILIARY_CLASS,
                    source,
                    type.simpleName(),
                    type.outermost().simpleName());
        }
    }
}

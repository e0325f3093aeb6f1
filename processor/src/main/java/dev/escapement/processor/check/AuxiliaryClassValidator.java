package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.SourceWarnings;

/**
 * A validator that explains warnings of javac about an annotated type whose source file has another name. The interface
 * of the generated class contains the type, and javac suppresses such warnings only in the bodies of methods.
 */
final class AuxiliaryClassValidator implements Validator<AuxiliaryClassValidator.CheckedClass> {

    /**
     * A type for which a class is generated.
     *
     * @param type the annotated type
     * @param warnings the warnings that its generated class causes
     * @param source the place of its declaration
     */
    record CheckedClass(JavaType type, SourceWarnings warnings, SourceRef source) {

        static CheckedClass of(CodecModel codec) {
            return new CheckedClass(codec.root().type(), codec.types().warnings(), codec.source());
        }

        static CheckedClass of(AgentModel agent) {
            return new CheckedClass(agent.type(), agent.types().warnings(), agent.source());
        }
    }

    @Override
    public void validate(CheckedClass subject, Problems problems) {
        JavaType type = subject.type();
        if (subject.warnings().isAuxiliary(type)) {
            problems.add(
                    ProblemKind.AUXILIARY_CLASS,
                    subject.source(),
                    type.simpleName(),
                    type.outermost().simpleName());
        }
    }
}

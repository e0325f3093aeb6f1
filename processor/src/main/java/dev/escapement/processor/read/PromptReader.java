package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.MethodFault;
import dev.escapement.processor.diagnostic.MethodRemedy;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.SourceRef;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** A reader of the prompt method of an agent. */
final class PromptReader {

    private PromptReader() {}

    static AgentModel.PromptModel prompt(ExecutableElement method, Problems problems) {
        SourceRef at = SourceRef.of(method);
        fault(method).ifPresent(fault -> fault.report(ProblemKind.PROMPT_FORM, method, at, problems));
        return new AgentModel.PromptModel(method.getSimpleName().toString(), at);
    }

    /** Returns the reason why a method cannot be a prompt method, empty if it can. */
    private static Optional<MethodProblem> fault(ExecutableElement method) {
        TypeMirror type = method.getReturnType();
        JavaTypes.requireResolved(type, method);
        Optional<MethodProblem> form = MethodRequirements.fault(method);
        if (form.isPresent()) {
            return form;
        } else if (!method.getParameters().isEmpty()) {
            return Optional.of(new MethodProblem(MethodFault.PARAMETER, MethodRemedy.NO_PARAMETERS));
        } else if (!method.getThrownTypes().isEmpty()) {
            return Optional.of(MethodProblem.EXCEPTION);
        }
        boolean text = JavaTypes.qualifiedName(type).equals("java.lang.String");
        return text
                ? Optional.empty()
                : Optional.of(new MethodProblem(MethodFault.RETURNS.with(TypeText.of(type)), MethodRemedy.RETURN_TEXT));
    }
}

package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.MethodFault;
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
        fault(method).ifPresent(fault -> problems.add(ProblemKind.PROMPT_FORM, at, method.getSimpleName(), fault));
        return new AgentModel.PromptModel(method.getSimpleName().toString(), at);
    }

    /** Returns the reason why a method cannot be a prompt method, empty if it can. */
    private static Optional<Clause> fault(ExecutableElement method) {
        TypeMirror type = method.getReturnType();
        JavaTypes.requireResolved(type, method);
        Optional<Clause> form = MethodRequirements.fault(method);
        if (form.isPresent()) {
            return form;
        } else if (!method.getParameters().isEmpty()) {
            return Optional.of(MethodFault.PARAMETER);
        } else if (!method.getThrownTypes().isEmpty()) {
            return Optional.of(MethodFault.EXCEPTION);
        }
        boolean text = JavaTypes.qualifiedName(type).equals("java.lang.String");
        return text ? Optional.empty() : Optional.of(MethodFault.RETURNS.with(TypeText.of(type)));
    }
}

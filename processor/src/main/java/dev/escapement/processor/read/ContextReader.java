package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.MethodFault;
import dev.escapement.processor.diagnostic.MethodRemedy;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.ContextModel;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.SourceRef;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** A reader of the context method of an agent. */
final class ContextReader {

    private ContextReader() {}

    static ContextModel context(ExecutableElement method, Problems problems) {
        SourceRef at = SourceRef.of(method);
        fault(method).ifPresent(fault -> fault.report(ProblemKind.CONTEXT_FORM, method, at, problems));
        return new ContextModel(
                method.getSimpleName().toString(),
                at,
                isText(method.getReturnType()),
                method.getParameters().size() > 1);
    }

    private static Optional<MethodProblem> fault(ExecutableElement method) {
        TypeMirror result = method.getReturnType();
        JavaTypes.requireResolved(result, method);
        List<? extends VariableElement> parameters = method.getParameters();
        parameters.forEach(parameter -> JavaTypes.requireResolved(parameter.asType(), parameter));
        Optional<MethodProblem> form = MethodRequirements.fault(method);
        if (form.isPresent()) {
            return form;
        } else if (parameters.isEmpty()
                || !JavaTypes.qualifiedName(parameters.get(0).asType()).equals(RuntimeNames.AGENT_THREAD)) {
            return Optional.of(new MethodProblem(MethodFault.THREAD_MISSING, MethodRemedy.TAKE_THREAD));
        } else if (parameters.size() > 2
                || (parameters.size() == 2 && parameters.get(1).asType().getKind() != TypeKind.BOOLEAN)) {
            return Optional.of(new MethodProblem(MethodFault.UNKNOWN_PARAMETERS, MethodRemedy.ONLY_THREAD_AND_LAST));
        } else if (!method.getThrownTypes().isEmpty()) {
            return Optional.of(MethodProblem.EXCEPTION);
        }
        return isText(result) || isMessages(result)
                ? Optional.empty()
                : Optional.of(new MethodProblem(
                        MethodFault.RETURNS.with(TypeText.of(result)), MethodRemedy.RETURN_TEXT_OR_MESSAGES));
    }

    private static boolean isText(TypeMirror type) {
        return JavaTypes.qualifiedName(type).equals("java.lang.String");
    }

    private static boolean isMessages(TypeMirror type) {
        return type instanceof DeclaredType list
                && JavaTypes.qualifiedName(list).equals("java.util.List")
                && list.getTypeArguments().size() == 1
                && JavaTypes.qualifiedName(list.getTypeArguments().get(0)).equals(RuntimeNames.MESSAGE);
    }
}

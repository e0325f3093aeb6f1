package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.MethodFault;
import dev.escapement.processor.diagnostic.MethodRemedy;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.TriggerModel;
import dev.escapement.processor.model.TypeShape;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** A reader of one trigger of an agent. */
final class TriggerReader {

    private final ReadContext context;
    private final TypeTraversal types;
    private final ShapeReader shapes;

    TriggerReader(ReadContext context, TypeTraversal types) {
        this.context = context;
        this.types = types;
        this.shapes = new DefinitionReader(context, types).shapes();
    }

    /** Returns the model of a method annotated with {@code @Trigger}, empty if the method does not have a parameter. */
    Optional<TriggerModel> trigger(ExecutableElement method) {
        SourceRef at = SourceRef.of(method);
        String name = method.getSimpleName().toString();
        fault(method).ifPresent(fault -> fault.report(ProblemKind.TRIGGER_FORM, method, at, types.problems()));
        if (method.getParameters().isEmpty()) {
            return Optional.empty();
        }
        VariableElement parameter = method.getParameters().get(0);
        TypeShape payload = types.at(
                name, () -> shapes.value(parameter.asType(), SourceRef.of(parameter), context.defaultNaming()));
        return Optional.of(new TriggerModel(
                name, at, parameter.getSimpleName().toString(), payload, JavaTypes.isPublic(parameter.asType())));
    }

    private static Optional<MethodProblem> fault(ExecutableElement method) {
        TypeMirror result = method.getReturnType();
        JavaTypes.requireResolved(result, method);
        Optional<MethodProblem> form = MethodRequirements.fault(method);
        if (form.isPresent()) {
            return form;
        } else if (method.getParameters().isEmpty()) {
            return Optional.of(new MethodProblem(MethodFault.PARAMETER_MISSING, MethodRemedy.TAKE_PAYLOAD));
        } else if (method.getParameters().size() > 1) {
            return Optional.of(new MethodProblem(MethodFault.SEVERAL_PARAMETERS, MethodRemedy.TAKE_ONE));
        } else if (!method.getThrownTypes().isEmpty()) {
            return Optional.of(MethodProblem.EXCEPTION);
        }
        boolean text = JavaTypes.qualifiedName(result).equals("java.lang.String");
        return text
                ? Optional.empty()
                : Optional.of(
                        new MethodProblem(MethodFault.RETURNS.with(TypeText.of(result)), MethodRemedy.RETURN_INPUT));
    }
}

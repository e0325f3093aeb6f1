package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.MethodFault;
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
        fault(method).ifPresent(fault -> types.problems().add(ProblemKind.TRIGGER_FORM, at, name, fault));
        if (method.getParameters().isEmpty()) {
            return Optional.empty();
        }
        VariableElement parameter = method.getParameters().get(0);
        TypeShape payload = types.at(
                name, () -> shapes.value(parameter.asType(), SourceRef.of(parameter), context.defaultNaming()));
        return Optional.of(new TriggerModel(
                name, at, parameter.getSimpleName().toString(), payload, JavaTypes.isPublic(parameter.asType())));
    }

    private static Optional<Clause> fault(ExecutableElement method) {
        TypeMirror result = method.getReturnType();
        JavaTypes.requireResolved(result, method);
        Optional<Clause> form = MethodRequirements.fault(method);
        if (form.isPresent()) {
            return form;
        } else if (method.getParameters().isEmpty()) {
            return Optional.of(MethodFault.PARAMETER_MISSING);
        } else if (method.getParameters().size() > 1) {
            return Optional.of(MethodFault.SEVERAL_PARAMETERS);
        } else if (!method.getThrownTypes().isEmpty()) {
            return Optional.of(MethodFault.EXCEPTION);
        }
        boolean text = JavaTypes.qualifiedName(result).equals("java.lang.String");
        return text ? Optional.empty() : Optional.of(MethodFault.RETURNS.with(TypeText.of(result)));
    }
}

package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.MethodFault;
import dev.escapement.processor.diagnostic.MethodRemedy;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.Setting;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.TextForm;
import dev.escapement.processor.model.TriggerModel;
import dev.escapement.processor.model.TypeShape;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** A reader of one trigger of an agent. */
final class TriggerReader {

    private static final TypeShape.TextOf TICK = new TypeShape.TextOf(TextForm.INSTANT);

    private final ReadContext context;
    private final TypeTraversal types;
    private final ShapeReader shapes;

    TriggerReader(ReadContext context, TypeTraversal types) {
        this.context = context;
        this.types = types;
        this.shapes = new DefinitionReader(context, types).shapes();
    }

    /**
     * Returns the model of a method annotated with {@code @Trigger}, empty if the method has no parameter although it
     * requires one.
     */
    Optional<TriggerModel> trigger(ExecutableElement method) {
        SourceRef at = SourceRef.of(method);
        String name = method.getSimpleName().toString();
        String description = types.described().method(method);
        AnnotationMirror annotation =
                Annotations.find(method, RuntimeNames.TRIGGER).orElseThrow();
        Setting<Optional<String>> schedule = text(at, annotation, "schedule", text -> !text.isEmpty());
        Setting<Optional<String>> zone = text(at, annotation, "zone", text -> true);
        boolean scheduled = schedule.value().isPresent();
        fault(method, scheduled)
                .ifPresent(fault -> fault.report(ProblemKind.TRIGGER_FORM, method, at, types.problems()));
        if (method.getParameters().isEmpty()) {
            return scheduled
                    ? Optional.of(new TriggerModel(name, description, at, Optional.empty(), TICK, true, schedule, zone))
                    : Optional.empty();
        }
        VariableElement parameter = method.getParameters().get(0);
        TypeShape payload = types.at(
                name, () -> shapes.value(parameter.asType(), SourceRef.of(parameter), context.defaultNaming()));
        return Optional.of(new TriggerModel(
                name,
                description,
                at,
                Optional.of(parameter.getSimpleName().toString()),
                payload,
                JavaTypes.isPublic(parameter.asType()),
                schedule,
                zone));
    }

    private static Setting<Optional<String>> text(
            SourceRef at, AnnotationMirror annotation, String member, Predicate<String> isSet) {
        Optional<String> text = Annotations.value(annotation, member)
                .map(AnnotationValue::getValue)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(isSet);
        return Annotations.setting(at, annotation, member, text);
    }

    private static Optional<MethodProblem> fault(ExecutableElement method, boolean scheduled) {
        TypeMirror result = method.getReturnType();
        JavaTypes.requireResolved(result, method);
        Optional<MethodProblem> form = MethodRequirements.fault(method)
                .or(() -> scheduled ? tickFault(method.getParameters()) : payloadFault(method.getParameters()));
        if (form.isPresent()) {
            return form;
        } else if (!method.getThrownTypes().isEmpty()) {
            return Optional.of(MethodProblem.EXCEPTION);
        }
        boolean text = JavaTypes.qualifiedName(result).equals("java.lang.String");
        return text
                ? Optional.empty()
                : Optional.of(
                        new MethodProblem(MethodFault.RETURNS.with(TypeText.of(result)), MethodRemedy.RETURN_INPUT));
    }

    private static Optional<MethodProblem> payloadFault(List<? extends VariableElement> parameters) {
        if (parameters.isEmpty()) {
            return Optional.of(new MethodProblem(MethodFault.PARAMETER_MISSING, MethodRemedy.TAKE_PAYLOAD));
        }
        return parameters.size() == 1
                ? Optional.empty()
                : Optional.of(new MethodProblem(MethodFault.SEVERAL_PARAMETERS, MethodRemedy.TAKE_ONE));
    }

    private static Optional<MethodProblem> tickFault(List<? extends VariableElement> parameters) {
        if (parameters.isEmpty()) {
            return Optional.empty();
        } else if (parameters.size() > 1) {
            return Optional.of(new MethodProblem(MethodFault.SEVERAL_PARAMETERS, MethodRemedy.TAKE_TICK));
        }
        TypeMirror type = parameters.get(0).asType();
        JavaTypes.requireResolved(type, parameters.get(0));
        return JavaTypes.qualifiedName(type).equals(TICK.form().javaName())
                ? Optional.empty()
                : Optional.of(
                        new MethodProblem(MethodFault.TAKES_NO_TICK.with(TypeText.of(type)), MethodRemedy.TAKE_TICK));
    }
}

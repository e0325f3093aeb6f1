package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.EffectGateFault;
import dev.escapement.processor.diagnostic.MethodFault;
import dev.escapement.processor.diagnostic.MethodRemedy;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.model.Effect;
import dev.escapement.processor.model.GateModel;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.Setting;
import dev.escapement.processor.model.SourceRef;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** A reader of one gate of an agent or a toolkit, including its parameters and the tools or effects that it guards. */
final class GateReader {

    private final ReadContext context;
    private final TypeTraversal types;

    GateReader(ReadContext context, TypeTraversal types) {
        this.context = context;
        this.types = types;
    }

    /** Returns the model of a method annotated with {@code @Gate}, empty if it is unknown which steps it guards. */
    Optional<GateModel> gate(ExecutableElement method) {
        SourceRef at = SourceRef.of(method);
        MethodRequirements.fault(method).ifPresent(fault -> refuse(method, at, fault.fault(), fault.remedy()));
        TypeMirror result = method.getReturnType();
        JavaTypes.requireResolved(result, method);
        if (!isVerdict(result)) {
            refuse(method, at, MethodFault.RETURNS.with(TypeText.of(result)), MethodRemedy.RETURN_VERDICT);
        }
        List<? extends VariableElement> parameters = method.getParameters();
        boolean takesThread = takesThread(method);
        Setting<List<Effect>> effects = effects(method);
        boolean takesCall = takesCall(parameters);
        if (takesCall || !effects.value().isEmpty()) {
            return effectGate(method, effects, takesCall, takesThread);
        }
        if (parameters.isEmpty()) {
            refuse(method, at, MethodFault.PARAMETER_MISSING, MethodRemedy.TAKE_TOOL);
            return Optional.empty();
        }
        VariableElement first = parameters.get(0);
        JavaTypes.requireResolved(first.asType(), first);
        ToolTypes covered = ToolTypes.of(first.asType());
        Optional<Clause> fault = covered.fault();
        if (fault.isPresent()) {
            refuse(
                    method,
                    SourceRef.of(first),
                    MethodFault.TAKES.with(TypeText.of(first.asType()), fault.get()),
                    MethodRemedy.TAKE_TOOL);
            return Optional.empty();
        }
        TypeElement type = covered.type().orElseThrow();
        types.requireReachable(
                type, SourceRef.of(first)); // Java requires this even for a call that does not name the type
        return Optional.of(new GateModel(
                ownerOf(method),
                method.getSimpleName().toString(),
                at,
                JavaTypes.of(type),
                SourceRef.of(first),
                covered.tools().stream().map(JavaTypes::of).toList(),
                List.of(),
                covered.tools().stream()
                        .filter(tool -> isAmbiguous(method, tool))
                        .map(JavaTypes::of)
                        .toList(),
                takesThread));
    }

    /** Returns the model of a gate that guards steps by their effects, empty if it has no effects or takes no call. */
    private Optional<GateModel> effectGate(
            ExecutableElement method, Setting<List<Effect>> effects, boolean takesCall, boolean takesThread) {
        if (!takesCall || effects.value().isEmpty()) {
            types.problems()
                    .add(
                            ProblemKind.EFFECT_GATE_FORM,
                            effects.source(),
                            method.getSimpleName(),
                            takesCall ? EffectGateFault.WITHOUT_EFFECTS : EffectGateFault.WITHOUT_CALL);
            return Optional.empty();
        }
        return Optional.of(new GateModel(
                ownerOf(method),
                method.getSimpleName().toString(),
                SourceRef.of(method),
                JavaTypes.of(context.elements().getTypeElement(RuntimeNames.CALL)),
                effects.source(),
                List.of(),
                effects.value(),
                List.of(),
                takesThread));
    }

    private static Setting<List<Effect>> effects(ExecutableElement method) {
        AnnotationMirror annotation =
                Annotations.find(method, RuntimeNames.GATE).orElseThrow();
        return Annotations.setting(
                SourceRef.of(method),
                annotation,
                "effects",
                Annotations.constants(annotation, "effects").stream()
                        .distinct()
                        .map(Effect::valueOf)
                        .toList());
    }

    private static boolean takesCall(List<? extends VariableElement> parameters) {
        return !parameters.isEmpty()
                && JavaTypes.qualifiedName(parameters.get(0).asType()).equals(RuntimeNames.CALL);
    }

    private static JavaType ownerOf(ExecutableElement method) {
        return JavaTypes.of((TypeElement) JavaTypes.enclosing(method));
    }

    /** Returns whether another method of the agent could be called with the same arguments as a gate. */
    private boolean isAmbiguous(ExecutableElement gate, TypeElement tool) {
        TypeElement agent = (TypeElement) JavaTypes.enclosing(gate);
        return ElementFilter.methodsIn(context.elements().getAllMembers(agent)).stream()
                .filter(other -> !other.equals(gate) && other.getSimpleName().equals(gate.getSimpleName()))
                .filter(other ->
                        other.getParameters().size() == gate.getParameters().size())
                .anyMatch(other -> accepts(other.getParameters().get(0), tool));
    }

    private boolean accepts(VariableElement parameter, TypeElement tool) {
        return context.types()
                .isAssignable(
                        context.types().erasure(tool.asType()), context.types().erasure(parameter.asType()));
    }

    private boolean isVerdict(TypeMirror type) {
        TypeElement verdict = context.elements().getTypeElement(RuntimeNames.VERDICT);
        return verdict != null
                && !type.getKind().isPrimitive()
                && context.types().isSubtype(type, verdict.asType());
    }

    private boolean takesThread(ExecutableElement method) {
        boolean takesThread = false;
        for (int i = 1; i < method.getParameters().size(); i++) {
            VariableElement parameter = method.getParameters().get(i);
            JavaTypes.requireResolved(parameter.asType(), parameter);
            if (i == 1 && JavaTypes.qualifiedName(parameter.asType()).equals(RuntimeNames.AGENT_THREAD)) {
                takesThread = true;
            } else {
                refuse(
                        method,
                        SourceRef.of(parameter),
                        MethodFault.UNKNOWN_PARAMETER.with(parameter.getSimpleName()),
                        MethodRemedy.ONLY_TOOL_AND_THREAD);
            }
        }
        return takesThread;
    }

    private void refuse(ExecutableElement method, SourceRef at, Clause fault, MethodRemedy remedy) {
        types.problems().add(ProblemKind.GATE_FORM, at, method.getSimpleName(), fault, remedy);
    }
}

package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.Hint;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Effect;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.Setting;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.ToolModel;
import dev.escapement.processor.model.UnreadMembers;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** A reader of one step of an agent or a toolkit, including its tool, flow and contract. */
final class StepReader {

    private final ReadContext context;
    private final FlowReader flows;
    private final ContractReader contracts;
    private final TypeTraversal results;

    StepReader(ReadContext context, TypeTraversal results) {
        this.context = context;
        this.results = results;
        this.flows = new FlowReader(context, results);
        this.contracts = new ContractReader(context, results);
    }

    /**
     * Reads a method annotated with {@code @Step}. Adds it to the steps or, if it does not have a tool, to the
     * unreadable steps.
     */
    void step(
            ExecutableElement method, Problems problems, List<StepModel> steps, List<UnreadMembers.UnreadStep> unread) {
        SourceRef at = SourceRef.of(method);
        String name = method.getSimpleName().toString();
        MethodRequirements.fault(method).ifPresent(fault -> fault.report(ProblemKind.STEP_FORM, method, at, problems));
        AnnotationMirror annotation =
                Annotations.find(method, RuntimeNames.STEP).orElseThrow();
        Effect effect =
                Annotations.constant(annotation, "effect").map(Effect::valueOf).orElse(Effect.WRITE);
        Setting<Boolean> offered = Annotations.setting(
                at,
                annotation,
                "offered",
                Annotations.flag(annotation, "offered").orElse(true));
        Setting<Optional<Integer>> attempts =
                Annotations.setting(at, annotation, "attempts", Annotations.integer(annotation, "attempts"));
        Setting<Integer> maxResultLength = Annotations.setting(
                at,
                annotation,
                "maxResultLength",
                Annotations.integer(annotation, "maxResultLength").orElse(0));
        StepModel.Flow flow = flows.flow(method);
        boolean takesContext = takesContext(method, problems);
        List<JavaType> declared = contracts.declared(method, Declaration.STEP.with(name), effect);
        tool(method, problems)
                .ifPresentOrElse(
                        tool -> steps.add(new StepModel(
                                JavaTypes.of((TypeElement) JavaTypes.enclosing(method)),
                                name,
                                at,
                                tool,
                                effect,
                                Annotations.setting(at, annotation, "effect", effect)
                                        .source(),
                                attempts,
                                maxResultLength,
                                offered,
                                approval(method, tool),
                                takesContext,
                                flow,
                                OptionsReader.read(method),
                                declared)),
                        () -> unread.add(new UnreadMembers.UnreadStep(intended(method), offered.value(), flow)));
    }

    private static Optional<StepModel.Approval> approval(ExecutableElement method, ToolModel tool) {
        return Annotations.find(method, RuntimeNames.APPROVAL)
                .map(annotation -> new StepModel.Approval(
                        Annotations.string(annotation, "value").orElse("Run the tool " + tool.name() + "?"),
                        SourceRef.of(method).at(annotation)));
    }

    private Optional<ToolModel> tool(ExecutableElement method, Problems problems) {
        String step = method.getSimpleName().toString();
        if (method.getParameters().isEmpty()) {
            problems.add(ProblemKind.STEP_WITHOUT_TOOL, SourceRef.of(method), step, Hint.NONE);
            return Optional.empty();
        }
        VariableElement parameter = method.getParameters().get(0);
        TypeMirror type = parameter.asType();
        JavaTypes.requireResolved(type, parameter);
        if (type.getKind() == TypeKind.DECLARED
                && ((DeclaredType) type).asElement() instanceof TypeElement element
                && Annotations.has(element, RuntimeNames.TOOL)) {
            results.requireCodec(element, SourceRef.of(parameter));
            return new CodecReader(context).tool(element, problems);
        }
        String text = TypeText.of(type);
        Hint hint = intended(method).isPresent() ? Hint.NOT_YET_A_TOOL : Hint.NOT_A_TOOL;
        problems.add(ProblemKind.STEP_WITHOUT_TOOL, SourceRef.of(parameter), step, hint.with(text));
        return Optional.empty();
    }

    /**
     * Returns the type that was probably intended as the tool of a step without a tool. This is a record, or a type
     * annotated like a tool.
     */
    private static Optional<JavaType> intended(ExecutableElement method) {
        return method.getParameters().stream()
                .limit(1)
                .map(VariableElement::asType)
                .filter(DeclaredType.class::isInstance)
                .map(type -> (TypeElement) ((DeclaredType) type).asElement())
                .filter(type -> type.getKind() == ElementKind.RECORD || Annotations.has(type, RuntimeNames.TOOL))
                .filter(type -> !type.getQualifiedName().contentEquals(RuntimeNames.STEP_CONTEXT))
                .map(JavaTypes::of)
                .findFirst();
    }

    private static boolean takesContext(ExecutableElement method, Problems problems) {
        boolean takesContext = false;
        for (int i = 1; i < method.getParameters().size(); i++) {
            VariableElement parameter = method.getParameters().get(i);
            JavaTypes.requireResolved(parameter.asType(), parameter);
            if (i == 1 && JavaTypes.qualifiedName(parameter.asType()).equals(RuntimeNames.STEP_CONTEXT)) {
                takesContext = true;
            } else {
                problems.add(
                        ProblemKind.STEP_PARAMETERS,
                        SourceRef.of(parameter),
                        method.getSimpleName(),
                        parameter.getSimpleName());
            }
        }
        return takesContext;
    }
}

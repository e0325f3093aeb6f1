package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Effect;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.ToolModel;
import dev.escapement.processor.model.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads one step of an agent: its tool, what follows it, and its contract. */
final class StepReader {

    /** Declaring one of these says nothing about what can go wrong. */
    private static final Set<String> SAY_NOTHING =
            Set.of("java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException", "java.lang.Error");

    private final ReadContext context;
    private final Reading results;
    private final ShapeReader shapes;

    StepReader(ReadContext context, Reading results) {
        this.context = context;
        this.results = results;
        this.shapes = new DefinitionReader(context, results).shapes();
    }

    /** Reads a method with {@code @Step}; empty if it has no tool. */
    Optional<StepModel> step(ExecutableElement method, Problems problems) {
        SourceRef at = SourceRef.of(method);
        String name = method.getSimpleName().toString();
        form(method).ifPresent(fault -> problems.add(ProblemKind.STEP_FORM, at, name, fault));
        AnnotationMirror annotation =
                Annotations.find(method, RuntimeNames.STEP).orElseThrow();
        Effect effect =
                Annotations.constant(annotation, "effect").map(Effect::valueOf).orElse(Effect.WRITE);
        StepModel.Flow flow = flow(method, at);
        boolean takesContext = takesContext(method, problems);
        List<JavaType> declared = declared(method, problems);
        return tool(method, problems)
                .map(tool -> new StepModel(
                        name,
                        at,
                        tool,
                        effect,
                        at.at(
                                annotation,
                                Annotations.value(annotation, "effect").orElse(null)),
                        takesContext,
                        flow,
                        declared));
    }

    private static Optional<String> form(ExecutableElement method) {
        if (!method.getTypeParameters().isEmpty()) {
            return Optional.of("generic");
        }
        return method.getModifiers().stream()
                .filter(Set.of(Modifier.PRIVATE, Modifier.STATIC, Modifier.ABSTRACT)::contains)
                .map(Modifier::toString)
                .findFirst();
    }

    private Optional<ToolModel> tool(ExecutableElement method, Problems problems) {
        String step = method.getSimpleName().toString();
        if (method.getParameters().isEmpty()) {
            problems.add(ProblemKind.STEP_WITHOUT_TOOL, SourceRef.of(method), step, "");
            return Optional.empty();
        }
        VariableElement parameter = method.getParameters().get(0);
        TypeMirror type = parameter.asType();
        JavaTypes.requireResolved(type, parameter);
        if (type.getKind() == TypeKind.DECLARED
                && ((DeclaredType) type).asElement() instanceof TypeElement element
                && Annotations.has(element, RuntimeNames.TOOL)) {
            return new CodecReader(context).tool(element, problems);
        }
        String text = TypeText.of(type);
        boolean couldBe =
                type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.RECORD;
        String none = ", and " + text + " is none" + (couldBe ? ". Annotate " + text + " with @Tool" : "");
        problems.add(ProblemKind.STEP_WITHOUT_TOOL, SourceRef.of(parameter), step, none);
        return Optional.empty();
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

    private StepModel.Flow flow(ExecutableElement method, SourceRef at) {
        TypeMirror type = method.getReturnType();
        if (type.getKind() == TypeKind.VOID) {
            return new StepModel.Flow.ReturnsNothing();
        }
        JavaTypes.requireResolved(type, method);
        String step = method.getSimpleName().toString();
        if (JavaTypes.qualifiedName(type).equals(RuntimeNames.FINISH)
                && !((DeclaredType) type).getTypeArguments().isEmpty()) {
            TypeMirror result = ((DeclaredType) type).getTypeArguments().get(0);
            return new StepModel.Flow.Finishes(result(result, result, at, step));
        }
        return new StepModel.Flow.Returns(result(type, method, at, step));
    }

    private TypeShape result(TypeMirror type, AnnotatedConstruct declaration, SourceRef at, String step) {
        return results.at(step, () -> shapes.component(type, declaration, at, context.defaultNaming()));
    }

    private List<JavaType> declared(ExecutableElement method, Problems problems) {
        List<TypeMirror> contract = new ArrayList<>();
        List<String> sayNothing = new ArrayList<>();
        for (TypeMirror thrown : method.getThrownTypes()) {
            JavaTypes.requireResolved(thrown, method);
            String name = JavaTypes.qualifiedName(thrown);
            if (SAY_NOTHING.contains(name)) {
                sayNothing.add(TypeText.of(thrown));
            } else if (thrown.getKind() == TypeKind.DECLARED
                    && !name.equals("java.lang.InterruptedException") // the runner's own business
                    && contract.stream().noneMatch(other -> context.types().isSameType(thrown, other))) {
                contract.add(thrown);
                results.uses(((DeclaredType) thrown).asElement());
                results.requireReachable((TypeElement) ((DeclaredType) thrown).asElement(), SourceRef.of(method));
            }
        }
        if (!sayNothing.isEmpty()) {
            String names = String.join(" and ", sayNothing);
            problems.add(ProblemKind.THROWS_ANYTHING, SourceRef.of(method), method.getSimpleName(), names);
        }
        // Java wants the alternatives of one catch to be unrelated.
        return contract.stream()
                .filter(type -> contract.stream()
                        .noneMatch(other -> other != type && context.types().isSubtype(type, other)))
                .map(type -> JavaTypes.of((TypeElement) ((DeclaredType) type).asElement()))
                .toList();
    }
}

package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.DelegateFault;
import dev.escapement.processor.diagnostic.Hint;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.SchemaRemedy;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.ToolModel;
import dev.escapement.processor.model.TypeShape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** A reader of the flow of a step, derived from its return type. */
final class FlowReader {

    private static final StepModel.Flow UNREADABLE = new StepModel.Flow.Unreadable();

    private static final Set<String> FLOWS = Set.of(RuntimeNames.FINISH, RuntimeNames.PAUSE, RuntimeNames.DELEGATE);

    private final ReadContext context;
    private final TypeTraversal results;
    private final ShapeReader shapes;

    FlowReader(ReadContext context, TypeTraversal results) {
        this.context = context;
        this.results = results;
        this.shapes = new DefinitionReader(context, results).shapes();
    }

    StepModel.Flow flow(ExecutableElement method) {
        TypeMirror type = context.components().ofResult(method);
        if (type.getKind() == TypeKind.VOID) {
            return new StepModel.Flow.ReturnsNothing();
        }
        JavaTypes.requireResolved(type, method);
        SourceRef at = SourceRef.of(method);
        String step = method.getSimpleName().toString();
        switch (JavaTypes.qualifiedName(type)) {
            case RuntimeNames.FINISH -> {
                return argument(type, at, step, Declaration.THREAD_RESULT)
                        .<StepModel.Flow>map(result -> new StepModel.Flow.Finishes(
                                result(result, result, at, step),
                                JavaTypes.isPublic(result),
                                UpcastReader.upcasts(result)))
                        .orElse(UNREADABLE);
            }
            case RuntimeNames.PAUSE -> {
                return argument(type, at, step, Declaration.REPLY)
                        .<StepModel.Flow>map(reply -> new StepModel.Flow.Pauses(
                                reply(reply, at, step), JavaTypes.isPublic(reply), UpcastReader.upcasts(reply)))
                        .orElse(UNREADABLE);
            }
            case RuntimeNames.DELEGATE -> {
                return delegation(method, at, step);
            }
            default -> {
                return selectionOrResult(method, Declaration.STEP.with(step));
            }
        }
    }

    /** Returns the flow after a join, which returns a tool or a result. */
    StepModel.Flow afterJoin(ExecutableElement join) {
        return selectionOrResult(join, Declaration.JOIN.with(join.getSimpleName()));
    }

    private StepModel.Flow selectionOrResult(ExecutableElement method, Clause subject) {
        TypeMirror type = method.getReturnType();
        SourceRef at = SourceRef.of(method);
        ToolTypes selected = ToolTypes.of(type);
        if (!selected.isNone()) {
            return selection(type, selected, at, subject);
        }
        TypeShape result = result(type, method, at, method.getSimpleName().toString());
        return hidesFlow(type) ? UNREADABLE : new StepModel.Flow.Returns(result);
    }

    private StepModel.Flow delegation(ExecutableElement method, SourceRef at, String step) {
        Optional<TypeElement> child = ChildAgents.child(method);
        if (child.isPresent()) {
            return new StepModel.Flow.Delegates(JavaTypes.of(child.get()), ChildAgents.name(child.get()));
        }
        TypeMirror type = method.getReturnType();
        Clause fault = ((DeclaredType) type)
                .getTypeArguments().stream()
                        .flatMap(argument -> JavaTypes.element(argument).stream())
                        .findFirst()
                        .<Clause>map(argument -> DelegateFault.NOT_AN_AGENT.with(argument.getSimpleName()))
                        .orElse(DelegateFault.NO_TYPE);
        results.problems().add(ProblemKind.DELEGATE_TARGET, at, step, TypeText.of(type), fault);
        return UNREADABLE;
    }

    /** Returns whether a type is {@code Finish}, {@code Pause} or {@code Delegate}. */
    static boolean isFlow(TypeMirror type) {
        return FLOWS.contains(JavaTypes.qualifiedName(type));
    }

    /**
     * Returns whether {@code Finish}, {@code Pause} or {@code Delegate} is nested in another type. The reader of results rejects such a
     * type.
     */
    private static boolean hidesFlow(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().stream().anyMatch(argument -> isFlow(argument) || hidesFlow(argument));
    }

    /** Returns the type argument of {@code Finish} or {@code Pause}, empty if it is missing. */
    private Optional<TypeMirror> argument(TypeMirror type, SourceRef at, String step, Declaration what) {
        List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
        if (arguments.isEmpty() || arguments.get(0).getKind() == TypeKind.WILDCARD) {
            String raw = ((DeclaredType) type).asElement().getSimpleName().toString();
            results.problems().add(ProblemKind.OPEN_RESULT, at, step, TypeText.of(type), what, raw);
            return Optional.empty();
        }
        if (JavaTypes.qualifiedName(arguments.get(0)).equals("java.lang.Void")) {
            results.unreadable(
                    type,
                    at,
                    what == Declaration.THREAD_RESULT
                            ? SchemaRemedy.FINISH_WITHOUT_RESULT
                            : SchemaRemedy.PAUSE_WITHOUT_REPLY);
            return Optional.empty();
        }
        return Optional.of(arguments.get(0));
    }

    private TypeShape result(TypeMirror type, AnnotatedConstruct declaration, SourceRef at, String step) {
        return results.at(step, () -> shapes.component(type, declaration, at, context.defaultNaming()));
    }

    private TypeShape reply(TypeMirror type, SourceRef at, String step) {
        return results.at(step, () -> shapes.value(type, at, context.defaultNaming()));
    }

    private StepModel.Flow selection(TypeMirror type, ToolTypes selected, SourceRef at, Clause subject) {
        TypeElement declared = selected.type().orElseThrow();
        Optional<Clause> fault = selected.fault();
        if (fault.isPresent()) {
            Clause hint = declared.getTypeParameters().isEmpty()
                    ? Hint.NONE
                    : Hint.TYPE_PARAMETERS.with(declared.getSimpleName());
            results.problems().add(ProblemKind.MIXED_SELECTION, at, subject, TypeText.of(type), fault.get(), hint);
            return UNREADABLE;
        }
        results.uses(declared);
        results.requireReachable(declared, at);
        for (TypeElement tool : selected.tools()) {
            results.requireReachable(tool, at);
            results.requireCodec(tool, at);
        }
        CodecReader codecs = new CodecReader(context);
        JavaType declaredType = JavaTypes.of(declared);
        List<ToolModel> tools = selected.tools().stream()
                .flatMap(tool -> codecs.tool(tool, results.problems()).stream())
                .toList();
        return tools.size() == selected.tools().size() ? new StepModel.Flow.Selects(declaredType, tools) : UNREADABLE;
    }
}

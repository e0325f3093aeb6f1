package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.JoinFault;
import dev.escapement.processor.diagnostic.JoinRemedy;
import dev.escapement.processor.diagnostic.MethodFault;
import dev.escapement.processor.diagnostic.MethodRemedy;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.ToolFault;
import dev.escapement.processor.model.Effect;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.JoinModel;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.UnreadMembers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** A reader of the joins of an agent or a toolkit, after all of its steps have been read. */
final class JoinReader {

    private final ReadContext context;
    private final TypeTraversal types;
    private final FlowReader flows;
    private final ContractReader contracts;
    private final ShapeReader shapes;
    private final ChildAgents children;
    private final List<StepModel> steps;
    private final Optional<List<UnreadMembers.UnreadStep>> unread;

    /**
     * Creates a reader.
     *
     * @param steps the steps that joins can continue
     * @param unread the steps that could not be read, empty if even their number is unknown
     */
    JoinReader(
            ReadContext context,
            TypeTraversal types,
            List<StepModel> steps,
            Optional<List<UnreadMembers.UnreadStep>> unread) {
        this.context = context;
        this.types = types;
        this.flows = new FlowReader(context, types);
        this.contracts = new ContractReader(context, types);
        this.shapes = new DefinitionReader(context, types).shapes();
        this.children = new ChildAgents(context);
        this.steps = steps;
        this.unread = unread;
    }

    /** Returns the model of a method annotated with {@code @Join}, empty if the method does not continue a step. */
    Optional<JoinModel> join(ExecutableElement method) {
        SourceRef at = SourceRef.of(method);
        MethodRequirements.fault(method).ifPresent(fault -> refuse(method, at, fault.fault(), fault.remedy()));
        boolean hasParameters = hasParameters(method);
        if (!returnsNext(method) || !hasParameters) {
            return Optional.empty();
        }
        VariableElement call = method.getParameters().get(0);
        VariableElement result = method.getParameters().get(1);
        JavaType tool = JavaTypes.of(JavaTypes.element(call.asType()).orElseThrow());
        String name = method.getSimpleName().toString();
        if (!delegates(name, tool, SourceRef.of(call))) {
            return Optional.empty();
        }
        TypeElement child = child(tool);
        requireResult(name, child, result);
        TypeShape shape = types.at(
                name,
                () -> shapes.component(
                        result.asType(), result.asType(), SourceRef.of(result), context.namingOfLoop(child)));
        List<JavaType> declared = contracts.declared(method, Declaration.JOIN.with(name), Effect.READ);
        return Optional.of(new JoinModel(
                JavaTypes.of((TypeElement) JavaTypes.enclosing(method)),
                name,
                at,
                tool,
                shape,
                UpcastReader.upcasts(result.asType()),
                flows.afterJoin(method),
                declared));
    }

    private boolean hasParameters(ExecutableElement method) {
        List<? extends VariableElement> parameters = method.getParameters();
        parameters.forEach(parameter -> JavaTypes.requireResolved(parameter.asType(), parameter));
        if (parameters.isEmpty()) {
            refuse(method, SourceRef.of(method), MethodFault.PARAMETER_MISSING, MethodRemedy.TAKE_CALL_AND_RESULT);
            return false;
        }
        VariableElement call = parameters.get(0);
        Optional<TypeElement> tool =
                JavaTypes.element(call.asType()).filter(type -> Annotations.has(type, RuntimeNames.TOOL));
        if (tool.isEmpty()) {
            refuse(
                    method,
                    SourceRef.of(call),
                    MethodFault.TAKES.with(TypeText.of(call.asType()), ToolFault.NOT_A_TOOL),
                    MethodRemedy.TAKE_CALL_AND_RESULT);
            return false;
        }
        if (parameters.size() == 1) {
            refuse(method, SourceRef.of(method), MethodFault.RESULT_MISSING, MethodRemedy.TAKE_CALL_AND_RESULT);
            return false;
        }
        parameters.stream()
                .skip(2)
                .forEach(parameter -> refuse(
                        method,
                        SourceRef.of(parameter),
                        MethodFault.UNKNOWN_PARAMETER.with(parameter.getSimpleName()),
                        MethodRemedy.ONLY_CALL_AND_RESULT));
        return parameters.size() == 2;
    }

    private boolean returnsNext(ExecutableElement method) {
        TypeMirror type = method.getReturnType();
        JavaTypes.requireResolved(type, method);
        if (type.getKind() == TypeKind.VOID) {
            refuse(method, SourceRef.of(method), MethodFault.RETURNS_NOTHING, MethodRemedy.RETURN_TOOL_OR_VALUE);
            return false;
        } else if (FlowReader.isFlow(type)) {
            refuse(
                    method,
                    SourceRef.of(method),
                    MethodFault.RETURNS.with(TypeText.of(type)),
                    MethodRemedy.RETURN_TOOL_OR_VALUE);
            return false;
        }
        return true;
    }

    /** Returns whether the step of a tool delegates. Reports a step that does not, and a missing step. */
    private boolean delegates(String join, JavaType tool, SourceRef at) {
        Optional<StepModel> step =
                steps.stream().filter(each -> each.tool().type().equals(tool)).findFirst();
        if (step.isEmpty()) {
            boolean isMissing = unread.isPresent()
                    && unread.get().stream()
                            .noneMatch(each -> each.record().map(tool::equals).orElse(true));
            if (isMissing) {
                types.problems().add(ProblemKind.JOIN_WITHOUT_DELEGATE, at, join, tool.simpleName(), JoinFault.NO_STEP);
            }
            return false;
        }
        return switch (step.get().flow().kind()) {
            case DELEGATES -> true;
            case UNREADABLE -> false;
            case RETURNS, RETURNS_NOTHING, SELECTS, PAUSES, FINISHES -> {
                Clause fault = JoinFault.OTHER_RETURN_TYPE.with(step.get().method());
                types.problems().add(ProblemKind.JOIN_WITHOUT_DELEGATE, at, join, tool.simpleName(), fault);
                yield false;
            }
        };
    }

    /** Reports a parameter that cannot receive each result of the child. */
    private void requireResult(String join, TypeElement child, VariableElement parameter) {
        List<TypeMirror> results = children.results(child);
        boolean alike = results.stream().allMatch(result -> children.isSame(result, parameter.asType()));
        if (alike) { // an agent that never finishes is reported there
            return;
        }
        Clause remedy = results.size() == 1
                ? JoinRemedy.TAKE_RESULT.with(TypeText.of(results.get(0)))
                : JoinRemedy.ONE_RESULT.with(child.getSimpleName());
        types.problems()
                .add(
                        ProblemKind.JOIN_RESULT,
                        SourceRef.of(parameter),
                        join,
                        TypeText.of(parameter.asType()),
                        child.getSimpleName(),
                        results.stream().map(TypeText::of).toList(),
                        remedy);
    }

    /** Returns the agent to which the step of a tool delegates. */
    private TypeElement child(JavaType tool) {
        return steps.stream()
                .filter(step -> step.tool().type().equals(tool))
                .map(StepModel::flow)
                .flatMap(flow -> flow instanceof StepModel.Flow.Delegates delegates
                        ? Stream.of(context.elements()
                                .getTypeElement(delegates.child().qualifiedName()))
                        : Stream.of())
                .findFirst()
                .orElseThrow();
    }

    private void refuse(ExecutableElement method, SourceRef at, Clause fault, MethodRemedy remedy) {
        types.problems().add(ProblemKind.JOIN_FORM, at, method.getSimpleName(), fault, remedy);
    }
}

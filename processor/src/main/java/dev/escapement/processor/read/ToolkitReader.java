package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.Problem;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.diagnostic.ToolkitFault;
import dev.escapement.processor.diagnostic.TypeFault;
import dev.escapement.processor.diagnostic.WithheldFault;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.Setting;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.ToolkitModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * A reader of the toolkits of one agent. Problems of a toolkit are reported when the toolkit is compiled, so that an
 * agent reports only that it cannot access a toolkit, or that a class file contains a toolkit that is not valid.
 */
final class ToolkitReader {

    private static final List<String> OF_AGENTS =
            List.of(RuntimeNames.PROMPT, RuntimeNames.TRIGGER, RuntimeNames.CONTEXT);

    private final ReadContext context;
    private final AgentReader agents;
    private final TypeElement agent;
    private final TypeTraversal types;
    private final Problems problems;
    private final AnnotationMirror annotation;
    private final List<ToolkitModel> toolkits = new ArrayList<>();
    private final List<Setting<JavaType>> withheld = new ArrayList<>();

    /**
     * Creates a reader for one agent.
     *
     * @param agents the reader of toolkits on their own
     */
    ToolkitReader(ReadContext context, AgentReader agents, TypeElement agent, TypeTraversal types, Problems problems) {
        this.context = context;
        this.agents = agents;
        this.agent = agent;
        this.types = types;
        this.problems = problems;
        this.annotation = Annotations.find(agent, RuntimeNames.AGENT).orElseThrow();
    }

    /** Reports the methods of a toolkit that only an agent can have. */
    static void refuseMethodsOfAgents(TypeElement toolkit, Problems problems) {
        for (ExecutableElement method : ElementFilter.methodsIn(toolkit.getEnclosedElements())) {
            for (String name : OF_AGENTS) {
                Annotations.find(method, name)
                        .ifPresent(found -> problems.add(
                                ProblemKind.TOOLKIT_METHOD,
                                SourceRef.of(method).at(found),
                                method.getSimpleName(),
                                Annotations.shortName(found),
                                toolkit.getSimpleName()));
            }
        }
    }

    /** Returns the toolkits that could be read. */
    List<ToolkitModel> toolkits() {
        return toolkits;
    }

    /** Returns the tools that the agent withholds from its model. */
    List<Setting<JavaType>> withheld() {
        return withheld;
    }

    /** Reads all toolkits, and adds their methods to those of the agent. */
    void addTo(AgentMemberReader members) {
        readWithheld();
        Set<TypeElement> known = new HashSet<>();
        for (AnnotationValue value : Annotations.values(annotation, "toolkits")) {
            SourceRef at = SourceRef.of(agent).at(annotation, value);
            Optional<TypeElement> type = JavaTypes.element((TypeMirror) value.getValue())
                    .filter(found -> Annotations.has(found, RuntimeNames.TOOLKIT));
            if (type.isEmpty()) {
                refuse(at, TypeText.of((TypeMirror) value.getValue()), ToolkitFault.NOT_A_TOOLKIT);
                members.addUnreadToolkit();
            } else if (!known.add(type.get())) {
                refuse(at, type.get().getSimpleName(), ToolkitFault.TWICE);
            } else if (!isAdded(type.get(), at, members)) {
                members.addUnreadToolkit();
            }
        }
    }

    private void refuse(SourceRef at, CharSequence toolkit, ToolkitFault fault) {
        problems.add(ProblemKind.BAD_TOOLKIT, at, agent.getSimpleName(), toolkit, fault);
    }

    private void readWithheld() {
        for (AnnotationValue value : Annotations.values(annotation, "withheld")) {
            SourceRef at = SourceRef.of(agent).at(annotation, value);
            TypeMirror type = (TypeMirror) value.getValue();
            JavaTypes.element(type)
                    .filter(found -> Annotations.has(found, RuntimeNames.TOOL))
                    .ifPresentOrElse(
                            tool -> withheld.add(new Setting<>(JavaTypes.of(tool), at)),
                            () -> problems.add(
                                    ProblemKind.BAD_WITHHELD,
                                    at,
                                    agent.getSimpleName(),
                                    TypeText.of(type),
                                    WithheldFault.NOT_A_TOOL));
        }
    }

    /** Adds the methods of a toolkit, and returns false if its steps are unknown. */
    private boolean isAdded(TypeElement toolkit, SourceRef at, AgentMemberReader members) {
        boolean isSource = context.components().isCompiled(toolkit);
        Problems own = new Problems();
        Optional<AgentModel> alone = agents.toolkit(toolkit, own);
        if (own.hasErrors()) {
            if (!isSource) {
                invalid(toolkit, at, own.list());
            }
            return false;
        }
        Optional<Clause> obstacle = obstacle(toolkit);
        if (obstacle.isPresent()) {
            refuse(at, toolkit, Declaration.CLASS.with(toolkit.getSimpleName()), obstacle.get());
            return false;
        }
        types.uses(toolkit);
        AgentMemberReader reader = new AgentMemberReader(context, toolkit, types, problems);
        List<ToolkitModel.Method> methods = new ArrayList<>();
        boolean accessible = true;
        for (ExecutableElement method : reader.methods()) {
            accessible &= isAccessible(() -> read(method, reader), toolkit, method, at);
            if (method.getParameters().stream().allMatch(ToolkitReader::isPlain)) {
                methods.add(new ToolkitModel.Method(method.getSimpleName().toString(), parameters(method)));
            }
        }
        for (ExecutableElement join : reader.joinMethods()) {
            accessible &= isAccessible(() -> reader.readJoin(join), toolkit, join, at);
        }
        Set<JavaType> hidden = new HashSet<>();
        withheld.forEach(tool -> hidden.add(tool.value()));
        members.add(reader, at, step -> !hidden.contains(step.tool().type()));
        toolkits.add(new ToolkitModel(JavaTypes.of(toolkit), at, alone.filter(model -> !isSource), methods));
        return accessible;
    }

    /** Reads a method, and returns false if the agent cannot call it. */
    private boolean isAccessible(Runnable reading, TypeElement toolkit, ExecutableElement method, SourceRef at) {
        List<Problem> errors =
                problems.during(reading).stream().filter(Problem::isError).toList();
        errors.forEach(error -> access(error, toolkit, method, at));
        return errors.isEmpty();
    }

    private void read(ExecutableElement method, AgentMemberReader reader) {
        SourceRef at = SourceRef.of(method);
        TypeElement toolkit = (TypeElement) JavaTypes.enclosing(method);
        boolean isCallable = method.getModifiers().contains(Modifier.PUBLIC)
                || JavaTypes.packageName(toolkit).equals(JavaTypes.packageName(agent));
        if (!isCallable) {
            problems.add(
                    ProblemKind.TOOLKIT_ACCESS,
                    at,
                    agent.getSimpleName(),
                    toolkit.getSimpleName(),
                    TypeText.agentMethod(method),
                    TypeFault.NOT_PUBLIC,
                    TypeText.packageName(JavaTypes.packageName(agent)));
        }
        for (VariableElement parameter : method.getParameters()) {
            JavaTypes.element(parameter.asType()).ifPresent(type -> types.requireReachable(type, at));
        }
        reader.readMethod(method);
    }

    /** Returns whether a parameter has a class without type arguments, as those of steps, gates and prefetches. */
    private static boolean isPlain(VariableElement parameter) {
        return parameter.asType() instanceof DeclaredType declared
                && declared.getTypeArguments().isEmpty();
    }

    private static List<JavaType> parameters(ExecutableElement method) {
        return method.getParameters().stream()
                .flatMap(parameter -> JavaTypes.element(parameter.asType()).stream())
                .map(JavaTypes::of)
                .toList();
    }

    private Optional<Clause> obstacle(TypeElement toolkit) {
        return JavaTypes.obstacle(toolkit, JavaTypes.packageName(agent)).or(() -> context.invisibility(toolkit, agent));
    }

    /** Reports an error that the toolkit does not have on its own, so that the agent causes it. */
    private void access(Problem error, TypeElement toolkit, ExecutableElement method, SourceRef at) {
        List<Object> arguments = error.arguments();
        if (error.kind() == ProblemKind.TOOLKIT_ACCESS) {
            problems.add(error.kind(), at, arguments.toArray());
        } else if (error.kind() == ProblemKind.NOT_REACHABLE || error.kind() == ProblemKind.NOT_VISIBLE) {
            Clause used = Declaration.USED_TYPE.with(arguments.get(0), TypeText.agentMethod(method));
            refuse(at, toolkit, used, (Clause) arguments.get(arguments.size() - 1));
        } else {
            invalid(toolkit, at, List.of(error));
        }
    }

    private void refuse(SourceRef at, TypeElement toolkit, Clause what, Clause obstacle) {
        problems.add(
                ProblemKind.TOOLKIT_ACCESS,
                at,
                agent.getSimpleName(),
                toolkit.getSimpleName(),
                what,
                obstacle,
                TypeText.packageName(JavaTypes.packageName(agent)));
    }

    private void invalid(TypeElement toolkit, SourceRef at, List<Problem> found) {
        found.stream()
                .filter(Problem::isError)
                .findFirst()
                .ifPresent(error -> problems.add(
                        ProblemKind.INVALID_TOOLKIT,
                        at,
                        agent.getSimpleName(),
                        toolkit.getSimpleName(),
                        error.message()));
    }
}

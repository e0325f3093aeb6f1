package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.OptionsFault;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.diagnostic.TypeFault;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.PolicyModel;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.Setting;
import dev.escapement.processor.model.SourceRef;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** A reader of agents and toolkits, and of annotated methods outside them. */
public final class AgentReader {

    /** The qualified names of the annotations for agent methods. */
    public static final List<String> METHOD_ANNOTATIONS = List.of(
            RuntimeNames.STEP,
            RuntimeNames.PROMPT,
            RuntimeNames.JOIN,
            RuntimeNames.GATE,
            RuntimeNames.APPROVAL,
            RuntimeNames.TRIGGER,
            RuntimeNames.PREFETCH,
            RuntimeNames.CONTEXT,
            RuntimeNames.MODEL_OPTIONS);

    private final ReadContext context;

    /** Creates a reader for one compilation. */
    public AgentReader(ReadContext context) {
        this.context = context;
    }

    /** Returns the model of a class annotated with {@code @Agent}, empty if the class cannot be an agent. */
    public Optional<AgentModel> agent(TypeElement type, Problems problems) {
        SourceRef at = SourceRef.of(type);
        Optional<Clause> fault = fault(type);
        if (fault.isPresent()) {
            problems.add(ProblemKind.AGENT_TARGET, at, type.getSimpleName(), fault.get());
            return Optional.empty();
        }
        TypeTraversal types = new TypeTraversal(context, problems, type);
        AgentMemberReader members = new AgentMemberReader(context, type, types, problems);
        PolicyModel policy = PolicyReader.read(type, problems);
        members.read();
        ToolkitReader toolkits = new ToolkitReader(context, this, type, types, problems);
        toolkits.addTo(members);
        members.readJoins();
        checkCycle(type, policy.maxDepth(), problems);
        return Optional.of(members.model(name(type), policy, toolkits.toolkits(), toolkits.withheld()));
    }

    /**
     * Returns the model of a class annotated with {@code @Toolkit}, empty if the class cannot be a toolkit. Its steps
     * are read as they are for an agent, but no code is generated from it.
     */
    public Optional<AgentModel> toolkit(TypeElement type, Problems problems) {
        Optional<Clause> fault = Annotations.has(type, RuntimeNames.AGENT) ? Optional.of(TypeFault.AGENT) : fault(type);
        if (fault.isPresent()) {
            problems.add(ProblemKind.TOOLKIT_TARGET, SourceRef.of(type), type.getSimpleName(), fault.get());
            return Optional.empty();
        }
        TypeTraversal types = new TypeTraversal(context, problems, type);
        AgentMemberReader members = new AgentMemberReader(context, type, types, problems);
        members.read();
        members.readJoins();
        ToolkitReader.refuseMethodsOfAgents(type, problems);
        String name = JavaTypes.of(type).qualifiedName();
        return Optional.of(members.model(
                new Setting<>(name, SourceRef.of(type)), PolicyReader.read(type, problems), List.of(), List.of()));
    }

    private static Setting<String> name(TypeElement type) {
        AnnotationMirror annotation = Annotations.find(type, RuntimeNames.AGENT).orElseThrow();
        return Annotations.setting(SourceRef.of(type), annotation, "name", ChildAgents.name(type));
    }

    /** Reports a cycle of agents in which this agent does not limit the depth. */
    private static void checkCycle(TypeElement type, Setting<Integer> maxDepth, Problems problems) {
        List<String> cycle = DelegationCycles.through(type).stream()
                .map(agent -> agent.getSimpleName().toString())
                .toList();
        if (!cycle.isEmpty() && maxDepth.value() == 0) {
            problems.add(ProblemKind.DELEGATION_CYCLE, SourceRef.of(type), type.getSimpleName(), cycle);
        }
    }

    /** Returns the reason why a class cannot be an agent or a toolkit, empty if it can. */
    private Optional<Clause> fault(TypeElement type) {
        ElementKind kind = type.getKind();
        if (kind != ElementKind.CLASS) {
            return Optional.of(kind == ElementKind.RECORD ? TypeFault.RECORD : TypeFault.NOT_A_CLASS);
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.of(TypeFault.ABSTRACT);
        }
        if (!type.getTypeParameters().isEmpty()) {
            return Optional.of(TypeFault.GENERIC);
        }
        return JavaTypes.obstacle(type, JavaTypes.of(type).packageName()).or(() -> context.invisibility(type, type));
    }

    /** Returns a problem for a class that has options for requests, unless it is an agent. */
    public static Problems strayOptions(TypeElement type) {
        Problems problems = new Problems();
        if (!Annotations.has(type, RuntimeNames.AGENT)) {
            OptionsReader.read(type)
                    .ifPresent(options -> problems.add(
                            ProblemKind.OPTIONS_WITHOUT_REQUEST,
                            options.source(),
                            Declaration.CLASS.with(type.getSimpleName()),
                            OptionsFault.NOT_AN_AGENT));
        }
        return problems;
    }

    /**
     * Returns a problem for a method that has an annotation for agent methods, unless the method's class is an agent or a
     * toolkit.
     */
    public static Problems stray(ExecutableElement method, String annotation) {
        Problems problems = new Problems();
        Element owner = JavaTypes.enclosing(method);
        if (!Annotations.has(owner, RuntimeNames.AGENT) && !Annotations.has(owner, RuntimeNames.TOOLKIT)) {
            String simpleName = annotation.substring(annotation.lastIndexOf('.') + 1);
            problems.add(
                    ProblemKind.STEP_OUTSIDE_AGENT,
                    SourceRef.of(method),
                    method.getSimpleName(),
                    simpleName,
                    owner.getSimpleName());
        }
        return problems;
    }
}

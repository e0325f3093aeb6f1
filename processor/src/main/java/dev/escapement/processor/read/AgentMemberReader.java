package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.OptionsFault;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.ContextModel;
import dev.escapement.processor.model.GateModel;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.JoinModel;
import dev.escapement.processor.model.PolicyModel;
import dev.escapement.processor.model.PrefetchModel;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.Setting;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.ToolkitModel;
import dev.escapement.processor.model.TriggerModel;
import dev.escapement.processor.model.UnreadMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** A reader of the annotated methods of one agent or toolkit, in declaration order. */
final class AgentMemberReader {

    private final ReadContext context;
    private final TypeElement type;
    private final Problems problems;
    private final TypeTraversal types;
    private final StepReader stepReader;
    private final GateReader gateReader;
    private final TriggerReader triggerReader;
    private final PrefetchReader prefetchReader;
    private final List<AgentModel.PromptModel> prompts = new ArrayList<>();
    private final List<StepModel> steps = new ArrayList<>();
    private final List<UnreadMembers.UnreadStep> unreadSteps = new ArrayList<>();
    private final List<ExecutableElement> joinMethods = new ArrayList<>();
    private final List<JoinModel> joins = new ArrayList<>();
    private final List<GateModel> gates = new ArrayList<>();
    private final List<TriggerModel> triggers = new ArrayList<>();
    private final List<PrefetchModel> prefetches = new ArrayList<>();
    private final List<ContextModel> contexts = new ArrayList<>();
    private final TransactionReader transactions;
    private boolean unreadJoins;
    private boolean unreadGates;
    private boolean unreadToolkits;

    /**
     * Creates a reader of one class.
     *
     * @param types the traversal for the code that calls the methods
     */
    AgentMemberReader(ReadContext context, TypeElement type, TypeTraversal types, Problems problems) {
        this.context = context;
        this.type = type;
        this.problems = problems;
        this.types = types;
        this.transactions = new TransactionReader(context, problems);
        this.stepReader = new StepReader(context, types);
        this.gateReader = new GateReader(context, types);
        this.triggerReader = new TriggerReader(context, types);
        this.prefetchReader = new PrefetchReader(context, types);
    }

    /** Reads the annotations of the class, and its annotated methods except joins. */
    void read() {
        AgentAnnotations.refuseOnClass(type, problems);
        methods().forEach(this::readMethod);
    }

    /** Returns the annotated methods of the class. */
    List<ExecutableElement> methods() {
        return context.components().methods(type).stream()
                .filter(method ->
                        AgentReader.METHOD_ANNOTATIONS.stream().anyMatch(name -> Annotations.has(method, name)))
                .toList();
    }

    /** Reads one annotated method, except that a join is only recorded. */
    void readMethod(ExecutableElement method) {
        types.uses(method);
        AgentAnnotations.refuseOnMethod(method, problems);
        read(method);
    }

    /** Adds the methods of a toolkit, whose problems are reported at the given reference of the agent. */
    void add(AgentMemberReader toolkit, SourceRef at, Predicate<StepModel> isOffered) {
        toolkit.steps.forEach(step -> steps.add(step.usedFrom(at, isOffered.test(step))));
        toolkit.joins.forEach(join -> joins.add(join.usedFrom(at)));
        toolkit.gates.forEach(gate -> gates.add(gate.usedFrom(at)));
        toolkit.prefetches.forEach(prefetch -> prefetches.add(prefetch.usedFrom(at)));
        unreadJoins |= toolkit.unreadJoins;
    }

    /** Records that the methods of a toolkit are unknown. */
    void addUnreadToolkit() {
        unreadToolkits = true;
    }

    /** Returns the model of the class with all methods that have been read or added. */
    AgentModel model(
            Setting<String> name, PolicyModel policy, List<ToolkitModel> toolkits, List<Setting<JavaType>> withheld) {
        return new AgentModel(
                JavaTypes.of(type),
                name,
                SourceRef.of(type),
                JavaTypes.isPublic(type),
                context.defaultNaming(),
                policy,
                OptionsReader.read(type),
                toolkits,
                withheld,
                prompts,
                steps,
                joins,
                gates,
                triggers,
                prefetches,
                contexts,
                new UnreadMembers(unreadSteps, unreadJoins, unreadGates || unreadToolkits, unreadToolkits),
                types.model());
    }

    private void read(ExecutableElement method) {
        transactions.check(method, TypeText.agentMethod(method));
        if (Annotations.has(method, RuntimeNames.STEP)) {
            stepReader.step(method, problems, steps, unreadSteps);
        } else {
            Annotations.find(method, RuntimeNames.APPROVAL)
                    .ifPresent(approval -> problems.add(
                            ProblemKind.APPROVAL_WITHOUT_STEP,
                            SourceRef.of(method).at(approval),
                            method.getSimpleName()));
            OptionsReader.read(method)
                    .ifPresent(options -> problems.add(
                            ProblemKind.OPTIONS_WITHOUT_REQUEST,
                            options.source(),
                            Declaration.AGENT_METHOD.with(method.getSimpleName()),
                            OptionsFault.NOT_A_STEP));
        }
        if (Annotations.has(method, RuntimeNames.PROMPT)) {
            prompts.add(PromptReader.prompt(method, problems));
        }
        if (Annotations.has(method, RuntimeNames.JOIN)) {
            joinMethods.add(method); // read after the steps
        }
        if (Annotations.has(method, RuntimeNames.GATE)) {
            gateReader.gate(method).ifPresentOrElse(gates::add, () -> unreadGates = true);
        }
        if (Annotations.has(method, RuntimeNames.TRIGGER)) {
            triggerReader.trigger(method).ifPresent(triggers::add);
        }
        if (Annotations.has(method, RuntimeNames.PREFETCH)) {
            prefetchReader.prefetch(method).ifPresent(prefetches::add);
        }
        if (Annotations.has(method, RuntimeNames.CONTEXT)) {
            contexts.add(ContextReader.context(method, problems));
        }
    }

    /** Returns the joins, which have not been read. */
    List<ExecutableElement> joinMethods() {
        return joinMethods;
    }

    /** Reads all joins, after all steps that they can continue have been read or added. */
    void readJoins() {
        joinMethods.forEach(this::readJoin);
    }

    /** Reads one join. */
    void readJoin(ExecutableElement method) {
        new JoinReader(context, types, steps, unreadToolkits ? Optional.empty() : Optional.of(unreadSteps))
                .join(method)
                .ifPresentOrElse(joins::add, () -> unreadJoins = true);
    }
}

package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.OptionsFault;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.ContextModel;
import dev.escapement.processor.model.GateModel;
import dev.escapement.processor.model.JoinModel;
import dev.escapement.processor.model.PrefetchModel;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.Setting;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.TriggerModel;
import dev.escapement.processor.model.UnreadMembers;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** A reader of the annotated methods of one agent, in declaration order. */
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

    AgentMemberReader(ReadContext context, TypeElement type, Problems problems) {
        this.context = context;
        this.type = type;
        this.problems = problems;
        this.types = new TypeTraversal(context, problems, type);
        this.transactions = new TransactionReader(context, problems);
        this.stepReader = new StepReader(context, types);
        this.gateReader = new GateReader(context, types);
        this.triggerReader = new TriggerReader(context, types);
        this.prefetchReader = new PrefetchReader(context, types);
    }

    AgentModel read() {
        var policy = PolicyReader.read(type, problems);
        AgentAnnotations.refuseOnClass(type, problems);
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (AgentReader.METHOD_ANNOTATIONS.stream().anyMatch(annotation -> Annotations.has(method, annotation))) {
                types.uses(method);
                AgentAnnotations.refuseOnMethod(method, problems);
                read(method);
            }
        }
        readJoins();
        checkCycle(policy.maxDepth());
        return new AgentModel(
                JavaTypes.of(type),
                name(),
                SourceRef.of(type),
                JavaTypes.isPublic(type),
                policy,
                OptionsReader.read(type),
                prompts,
                steps,
                joins,
                gates,
                triggers,
                prefetches,
                contexts,
                new UnreadMembers(unreadSteps, unreadJoins, unreadGates),
                types.model());
    }

    private Setting<String> name() {
        AnnotationMirror annotation = Annotations.find(type, RuntimeNames.AGENT).orElseThrow();
        return Annotations.setting(SourceRef.of(type), annotation, "name", ChildAgents.name(type));
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
            joinMethods.add(method); // read after the step, which may follow
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

    private void readJoins() {
        JoinReader reader = new JoinReader(context, types, steps, unreadSteps);
        joinMethods.forEach(method -> reader.join(method).ifPresentOrElse(joins::add, () -> unreadJoins = true));
    }

    /** Reports a cycle of agents in which this agent does not limit the depth. */
    private void checkCycle(Setting<Integer> maxDepth) {
        List<String> cycle = DelegationCycles.through(type).stream()
                .map(agent -> agent.getSimpleName().toString())
                .toList();
        if (!cycle.isEmpty() && maxDepth.value() == 0) {
            problems.add(ProblemKind.DELEGATION_CYCLE, SourceRef.of(type), type.getSimpleName(), cycle);
        }
    }
}

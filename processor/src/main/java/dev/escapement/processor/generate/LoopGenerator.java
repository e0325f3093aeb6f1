package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.ToolkitModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/** The generator of the class {@code <Name>Loop} for an agent. Methods that equal their defaults are omitted. */
final class LoopGenerator {

    private static final TypeName TOOLS = ParameterizedTypeName.get(
            ClassName.get(List.class),
            ParameterizedTypeName.get(RuntimeClasses.TOOL_SPEC, WildcardTypeName.subtypeOf(Object.class)));

    private final AgentModel agent;
    private final LoopContext loop;
    private final Optional<FieldSpec> policy;
    private final ContextCode context;
    private final GateCode gates;
    private final ReplyCode replies;
    private final UpcastCode upcasts;
    private final ResultCode results;
    private final DelegateCode delegates;
    private final StepCode steps;
    private final StepEnum stepEnum;
    private final TriggerCode triggers;
    private final EventCode events;
    private final ScheduleCode schedules;

    private LoopGenerator(AgentModel agent, Predicate<String> isType) {
        this.agent = agent;
        this.loop = new LoopContext(agent, isType);
        this.policy = PolicyCode.constant(agent.policy());
        this.context = new ContextCode(loop);
        this.gates = new GateCode(loop);
        this.replies = new ReplyCode(loop);
        this.upcasts = new UpcastCode(loop);
        this.results = new ResultCode(loop, upcasts);
        this.delegates = new DelegateCode(loop, upcasts);
        this.steps = new StepCode(loop, replies);
        this.stepEnum = new StepEnum(loop);
        this.triggers = new TriggerCode(loop);
        this.events = new EventCode(loop);
        this.schedules = new ScheduleCode(agent);
    }

    /**
     * Returns the source file of a loop.
     *
     * @param isType the predicate that tests whether a type with a given qualified name exists
     */
    static JavaFile generate(AgentModel agent, Predicate<String> isType) {
        return GeneratedFile.file(agent.generated(), agent.type(), new LoopGenerator(agent, isType).type());
    }

    private TypeSpec type() {
        ClassName agentClass = RuntimeClasses.of(agent.type());
        TypeSpec.Builder type = GeneratedFile.type(agent.generated(), agent)
                .addJavadoc("The control loop of the agent {@link $T}.\n", agentClass)
                .addSuperinterface(RuntimeClasses.AGENT_LOOP);
        List<MethodSpec> methods = methods(agentClass);
        methods.addAll(steps.selections());
        List<TypeSpec> codecs = replies.codecs(); // requests methods, which the next statement writes
        loop.methods().write().stream()
                .sorted(Comparator.comparing(method -> !method.name().startsWith("read")))
                .forEach(methods::add);
        if (!codecs.isEmpty()
                || methods.stream().anyMatch(method -> method.name().startsWith("read"))) {
            type.addAnnotation(RuntimeClasses.NULL_UNMARKED);
        }
        type.addFields(constants());
        loop.methods().constants().addTo(type);
        Map<ClassName, CodeBlock> enumChecks = loop.methods().enumChecks().statements();
        type.addField(agentClass, FieldNames.AGENT, Modifier.PRIVATE, Modifier.FINAL);
        for (ToolkitModel toolkit : agent.toolkits()) {
            ClassName field = RuntimeClasses.of(toolkit.type());
            type.addField(field, loop.field(toolkit.type()), Modifier.PRIVATE, Modifier.FINAL);
        }
        type.addMethods(methods);
        ShapeCode.addChecks(type, agent, enumChecks, toolsAssignment());
        type.addMethods(loop.methods().enumChecks().methods());
        return type.addTypes(codecs).addType(stepEnum.type()).build();
    }

    /** Returns the assignment of the tools, which follows the check that their generated classes exist. */
    private CodeBlock toolsAssignment() {
        CodeBlock specs = agent.steps().stream()
                .map(step -> CodeBlock.of("$T.INSTANCE", LoopContext.spec(step)))
                .collect(CodeBlock.joining(",\n"));
        return CodeBlock.of(
                agent.steps().size() == 1
                        ? "// Assigned after the check, which reports missing Spec classes.\n$1L = $2T.of($3L);\n"
                        : "// Assigned after the check, which reports missing Spec classes.\n$1L = $2T.of(\n$>$>$3L$<$<);\n",
                LoopContext.TOOLS,
                List.class,
                specs);
    }

    private List<FieldSpec> constants() {
        List<FieldSpec> constants = new ArrayList<>();
        constants.add(
                FieldSpec.builder(String.class, LoopContext.AGENT, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(StringLiteral.of(agent.name().value()))
                        .build());
        constants.add(FieldSpec.builder(TOOLS, LoopContext.TOOLS, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .build());
        policy.ifPresent(constants::add);
        if (!agent.prefetches().isEmpty()) {
            constants.add(context.constant());
        }
        if (schedules.isNeeded()) {
            constants.add(schedules.constant());
        }
        return constants;
    }

    /**
     * Returns the constructor, the methods that start a thread, the interface methods, and the methods for replies and
     * results.
     */
    private List<MethodSpec> methods(ClassName agentClass) {
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(constructor(agentClass));
        methods.addAll(triggers.methods());
        methods.addAll(delegates.starts());
        methods.add(returning("agent", TypeName.get(String.class), CodeBlock.of(LoopContext.AGENT)));
        policy.ifPresent(
                constant -> methods.add(returning("policy", RuntimeClasses.POLICY, CodeBlock.of("$N", constant))));
        CodeBlock prompt = CodeBlock.of("agent.$L()", agent.prompts().get(0).method());
        methods.add(returning("prompt", TypeName.get(String.class), prompt));
        agent.contexts().forEach(rendering -> methods.add(context.messages(rendering)));
        methods.add(returning("tools", TOOLS, CodeBlock.of(LoopContext.TOOLS)));
        methods.addAll(stepEnum.methods());
        methods.addAll(new OptionsCode(loop).methods());
        if (replies.isNeeded()) {
            methods.addAll(replies.replySchema());
        }
        methods.addAll(upcasts.method());
        if (results.isNeeded()) {
            methods.addAll(results.resultSchema());
        }
        methods.addAll(results.resultFingerprint());
        methods.addAll(delegates.methods());
        if (!agent.prefetches().isEmpty()) {
            methods.add(context.contextSources());
        }
        if (events.isNeeded()) {
            methods.addAll(events.methods());
        }
        if (schedules.isNeeded()) {
            methods.addAll(schedules.methods());
        }
        methods.add(returning("graph", TypeName.get(String.class), CodeBlock.of(LoopContext.GRAPH)));
        methods.add(LoopContext.overriding("next", RuntimeClasses.COMMAND)
                .addParameter(RuntimeClasses.AGENT_THREAD, "thread")
                .addStatement("return $T.next(this, thread)", RuntimeClasses.REDUCER)
                .build());
        if (!agent.prefetches().isEmpty()) {
            methods.add(context.fetch());
        }
        if (gates.isNeeded()) {
            methods.addAll(gates.review());
        }
        methods.addAll(steps.run());
        methods.addAll(delegates.join());
        if (replies.isNeeded()) {
            methods.addAll(replies.readReply());
            methods.addAll(replies.helpers());
        }
        if (results.isNeeded()) {
            methods.addAll(results.readResult());
        }
        methods.addAll(results.methods());
        return methods;
    }

    private MethodSpec constructor(ClassName agentClass) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(loop.visibility(true))
                .addJavadoc("Creates a loop for an agent.\n\n@param agent the agent whose methods the loop calls\n");
        addInstance(constructor, agentClass, FieldNames.AGENT);
        for (ToolkitModel toolkit : agent.toolkits()) {
            ClassName type = RuntimeClasses.of(toolkit.type());
            String field = loop.field(toolkit.type());
            constructor.addJavadoc("@param $L the toolkit {@link $T} of the agent\n", field, type);
            addInstance(constructor, type, field);
        }
        return constructor.build();
    }

    private static void addInstance(MethodSpec.Builder constructor, ClassName type, String field) {
        constructor
                .addParameter(type, field)
                .addStatement("this.$1L = $2T.requireNonNull($1L, $1S)", field, Objects.class);
    }

    private static MethodSpec returning(String method, TypeName type, CodeBlock value) {
        return LoopContext.overriding(method, type)
                .addStatement("return $L", value)
                .build();
    }
}

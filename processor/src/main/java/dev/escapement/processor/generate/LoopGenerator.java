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
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.StepModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Writes {@code <Name>Loop} for a class with {@code @Agent}. */
final class LoopGenerator {

    private static final TypeName TOOLS = ParameterizedTypeName.get(
            ClassName.get(List.class),
            ParameterizedTypeName.get(RuntimeClasses.TOOL_SPEC, WildcardTypeName.subtypeOf(Object.class)));

    private final AgentModel agent;
    private final JavaType name;
    private final Methods methods;
    private final WriteMethods writing;
    private final Map<StepModel, String> constants;

    private LoopGenerator(AgentModel agent) {
        this.agent = agent;
        this.name = agent.generated();
        this.methods = new Methods(agent.types(), null);
        this.writing = new WriteMethods(methods);
        this.constants = StepEnum.constants(agent.steps());
    }

    static JavaFile generate(AgentModel agent) {
        LoopGenerator generator = new LoopGenerator(agent);
        return GeneratedFile.file(generator.name, agent.type(), generator.type());
    }

    private TypeSpec type() {
        ClassName agentClass = RuntimeClasses.of(agent.type());
        TypeSpec.Builder type = GeneratedFile.type(name, agent)
                .addJavadoc("The control loop of {@link $T}: everything that the agent can do.\n", agentClass)
                .addSuperinterface(RuntimeClasses.AGENT_LOOP)
                .addField(FieldSpec.builder(TOOLS, "TOOLS", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("$T.of(\n$>$>$L$<$<)", List.class, specs())
                        .build())
                .addField(agentClass, "agent", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(agent.exported() ? new Modifier[] {Modifier.PUBLIC} : new Modifier[0])
                        .addJavadoc("A loop around an agent.\n\n@param agent whose steps are run\n")
                        .addParameter(agentClass, "agent")
                        .addStatement("this.agent = $T.requireNonNull(agent, $S)", Objects.class, "agent")
                        .build())
                .addMethod(overriding("agent", ClassName.get(String.class))
                        .addStatement("return $S", agent.type().simpleName())
                        .build())
                .addMethod(overriding("prompt", ClassName.get(String.class))
                        .addStatement(
                                "return agent.$L()", agent.prompts().get(0).method())
                        .build())
                .addMethod(
                        overriding("tools", TOOLS).addStatement("return TOOLS").build())
                .addMethod(overriding("effect", RuntimeClasses.EFFECT)
                        .addParameter(RuntimeClasses.CALL, "call")
                        .addCode(bySteps(step -> CodeBlock.of("$T.$L", RuntimeClasses.EFFECT, step.effect())))
                        .build())
                .addMethod(overriding("finishes", TypeName.BOOLEAN)
                        .addParameter(RuntimeClasses.CALL, "call")
                        .addCode(bySteps(step -> CodeBlock.of("$L", step.flow() instanceof StepModel.Flow.Finishes)))
                        .build())
                .addMethod(overriding("next", RuntimeClasses.COMMAND)
                        .addParameter(RuntimeClasses.AGENT_THREAD, "thread")
                        .addStatement("return $T.next(this, thread)", RuntimeClasses.REDUCER)
                        .build())
                .addMethod(overriding("run", RuntimeClasses.OUTCOME)
                        .addParameter(RuntimeClasses.CALL, "call")
                        .addParameter(RuntimeClasses.STEP_CONTEXT, "context")
                        .addException(Exception.class)
                        .addCode(dispatch())
                        .build());
        return type.addMethods(methods.write())
                .addType(StepEnum.type(constants))
                .build();
    }

    private CodeBlock specs() {
        return agent.steps().stream()
                .map(step -> CodeBlock.of("$T.INSTANCE", spec(step)))
                .collect(CodeBlock.joining(",\n"));
    }

    private static ClassName spec(StepModel step) {
        return RuntimeClasses.of(step.tool().generated());
    }

    private static MethodSpec.Builder overriding(String method, TypeName type) {
        return MethodSpec.methodBuilder(method)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(type);
    }

    /** A switch over the steps; steps with the same value share a case. */
    private CodeBlock bySteps(Function<StepModel, CodeBlock> value) {
        Map<CodeBlock, String> cases = new LinkedHashMap<>();
        constants.forEach((step, constant) -> cases.merge(value.apply(step), constant, (a, b) -> a + ", " + b));
        CodeBlock.Builder code = CodeBlock.builder().add("return switch (Step.of(call)) {\n$>");
        cases.forEach((result, labels) -> code.add("case $L -> $L;\n", labels, result));
        return code.add("$<};\n").build();
    }

    private CodeBlock dispatch() {
        CodeBlock.Builder code = CodeBlock.builder().add("return switch (Step.of(call)) {\n$>");
        constants.forEach((step, constant) -> code.add("case $L -> $L", constant, branch(step)));
        return code.add("$<};\n").build();
    }

    private CodeBlock branch(StepModel step) {
        CodeBlock outcome = outcome(step);
        boolean nothing = step.flow() instanceof StepModel.Flow.ReturnsNothing;
        if (step.declared().isEmpty() && !nothing) {
            return CodeBlock.of("$L;\n", outcome);
        }
        CodeBlock statements = nothing
                ? CodeBlock.of("$L;\nyield $T.returned();\n", call(step), RuntimeClasses.OUTCOME)
                : CodeBlock.of("yield $L;\n", outcome);
        if (step.declared().isEmpty()) {
            return CodeBlock.of("{\n$>$L$<}\n", statements);
        }
        CodeBlock exceptions = step.declared().stream()
                .map(type -> CodeBlock.of("$T", RuntimeClasses.of(type)))
                .collect(CodeBlock.joining(" | "));
        return CodeBlock.of(
                "{\n$>try {\n$>$L$<} catch ($L declared) {\n$>yield $T.failed(declared);\n$<}\n$<}\n",
                statements,
                exceptions,
                RuntimeClasses.OUTCOME);
    }

    private CodeBlock outcome(StepModel step) {
        if (step.flow() instanceof StepModel.Flow.Finishes finishes) {
            CodeBlock encoder = writing.encoder(finishes.result(), RuntimeClasses.of(name));
            return CodeBlock.of("$T.finished($L,$W$L)", RuntimeClasses.OUTCOME, encoder, call(step));
        } else if (step.flow() instanceof StepModel.Flow.Returns returns) {
            CodeBlock encoder = writing.encoder(returns.result(), RuntimeClasses.of(name));
            return CodeBlock.of("$T.returned($L,$W$L)", RuntimeClasses.OUTCOME, encoder, call(step));
        }
        return CodeBlock.of("");
    }

    private static CodeBlock call(StepModel step) {
        CodeBlock context = CodeBlock.of(step.takesContext() ? ", context" : "");
        return CodeBlock.of("agent.$L($T.INSTANCE.arguments(call)$L)", step.method(), spec(step), context);
    }
}

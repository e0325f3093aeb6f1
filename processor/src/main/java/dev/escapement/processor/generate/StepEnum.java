package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.StepModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * A generator of an agent's step enum. The enum is the table of the facts about each step, and enables javac to verify
 * that the switches of the loop are exhaustive.
 */
final class StepEnum {

    private static final int MAX_LINE = 120;
    private static final int INDENTATION = 4;
    private static final Pattern QUALIFIER = Pattern.compile("\\b([a-z]+\\.)+(?=[A-Z])");
    private static final String TOOL = "tool";
    private static final String BY_TOOL = "BY_TOOL";

    private final LoopContext loop;
    private final ClassName name;
    private final List<StepFact> facts;
    private final List<StepFact> required;

    /** Creates a generator for the steps of a loop. */
    StepEnum(LoopContext loop) {
        this.loop = loop;
        this.name = ClassName.get("", loop.stepEnum());
        this.facts = StepFact.of(loop.agent());
        this.required = facts.stream().filter(fact -> !fact.hasDefault()).toList();
    }

    /** Returns the constant for each step, named after its method or, if the method is overloaded, after its tool. */
    static Map<StepModel, String> constants(AgentModel agent) {
        Map<StepModel, String> constants = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(Set.of(BY_TOOL));
        List<String> names = agent.distinctNames();
        for (int step = 0; step < names.size(); step++) {
            String wanted = Naming.constant(names.get(step));
            String constant = wanted;
            for (int i = 2; !taken.add(constant); i++) {
                constant = wanted + "_" + i;
            }
            constants.put(agent.steps().get(step), constant);
        }
        return constants;
    }

    /** Returns the methods of the loop that return facts. A method is omitted if each step has its default. */
    List<MethodSpec> methods() {
        return facts.stream()
                .map(fact -> LoopContext.overriding(fact.name(), fact.type())
                        .addParameter(String.class, TOOL)
                        .addStatement("return $T.of(tool).$L", name, fact.name())
                        .build())
                .toList();
    }

    /** Returns the enum. */
    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.enumBuilder(name)
                .addJavadoc("The steps of the agent, with their tools and declared properties.\n")
                .addAnnotation(GeneratedFile.generated(loop.agent().type()).build())
                .addModifiers(Modifier.PRIVATE);
        loop.constants().forEach((step, constant) -> {
            List<StepFact> stated = stated(step);
            int length = MAX_LINE - INDENTATION - constant.length() - "(),".length();
            CodeBlock line = arguments(step, stated, " ");
            CodeBlock arguments =
                    QUALIFIER.matcher(line.toString()).replaceAll("").length() <= length
                            ? line
                            : arguments(step, stated, "$W");
            type.addEnumConstant(
                    constant, TypeSpec.anonymousClassBuilder(arguments).build());
        });
        TypeName byTool = ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), name);
        type.addField(byTool, BY_TOOL, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addStaticBlock(CodeBlock.builder()
                        .addStatement("$T byTool = new $T<>()", byTool, HashMap.class)
                        .beginControlFlow("for ($T step : values())", name)
                        .addStatement("byTool.put(step.tool, step)")
                        .endControlFlow()
                        .addStatement("$L = $T.copyOf(byTool)", BY_TOOL, Map.class)
                        .build())
                .addField(String.class, TOOL, Modifier.PRIVATE, Modifier.FINAL);
        facts.forEach(fact -> type.addField(fact.type(), fact.name(), Modifier.PRIVATE, Modifier.FINAL));
        boolean isShortened =
                loop.constants().keySet().stream().anyMatch(step -> stated(step).size() < facts.size());
        if (isShortened) {
            type.addMethod(shortConstructor());
        }
        return type.addMethod(constructor()).addMethod(of()).build();
    }

    /** Returns the facts that the constant of a step states: all, or only those without a default. */
    private List<StepFact> stated(StepModel step) {
        return facts.stream().allMatch(fact -> !fact.hasDefault() || fact.isDefault(step)) ? required : facts;
    }

    private static CodeBlock arguments(StepModel step, List<StepFact> stated, String separator) {
        CodeBlock.Builder arguments =
                CodeBlock.builder().add("$L", StringLiteral.of(step.tool().name()));
        stated.forEach(fact -> arguments.add("," + separator + "$L", fact.argument(fact.value(step))));
        return arguments.build();
    }

    /** Returns the constructor for steps whose optional facts have their defaults. */
    private MethodSpec shortConstructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addParameter(String.class, TOOL);
        CodeBlock.Builder arguments = CodeBlock.builder().add(TOOL);
        for (StepFact fact : facts) {
            CodeBlock value = fact.defaultValue().orElse(CodeBlock.of(fact.name()));
            if (!fact.hasDefault()) {
                constructor.addParameter(fact.type(), fact.name());
            }
            arguments.add(",$W$L", fact.argument(value));
        }
        return constructor.addStatement("this($L)", arguments.build()).build();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addParameter(String.class, TOOL).addStatement("this.tool = tool");
        facts.forEach(
                fact -> constructor.addParameter(fact.type(), fact.name()).addStatement("this.$1L = $1L", fact.name()));
        return constructor.build();
    }

    private MethodSpec of() {
        return MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.STATIC)
                .returns(name)
                .addParameter(String.class, TOOL)
                .addStatement("$T step = $L.get(tool)", name, BY_TOOL)
                .beginControlFlow("if (step == null)")
                .addStatement(
                        "throw new $T($S + tool)",
                        IllegalArgumentException.class,
                        "The agent does not have a step for the tool ")
                .endControlFlow()
                .addStatement("return step")
                .build();
    }
}

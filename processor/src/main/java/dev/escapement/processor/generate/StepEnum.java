package dev.escapement.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
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
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * A generator of an agent's step enum. The enum is the table of the steps with their effects, flows and traits, and
 * enables javac to verify that the switches of the loop are exhaustive.
 */
final class StepEnum {

    private static final int INDENTATION = 4;

    /** The maximum number of steps with traits. A row has up to 45 bytes in the initializer, which has 64 KiB. */
    private static final int MAX_STEPS_WITH_TRAITS = 1_000;

    private static final Pattern QUALIFIER = Pattern.compile("\\b([a-z]+\\.)+(?=[A-Z])");
    private static final String TOOL = "tool";
    private static final String BY_TOOL = "BY_TOOL";
    private static final String TRAIT = "Trait";

    private final LoopContext loop;
    private final ClassName name;
    private final List<StepFact> facts;
    private final List<StepFact> required;
    private final List<StepFact> traits;

    /** Creates a generator for the steps of a loop. */
    StepEnum(LoopContext loop) {
        this.loop = loop;
        this.name = ClassName.get("", loop.stepEnum());
        this.facts = StepFact.of(loop.agent());
        this.required = facts.stream().filter(fact -> !fact.hasDefault()).toList();
        this.traits = loop.constants().size() > MAX_STEPS_WITH_TRAITS
                ? List.of()
                : facts.stream().filter(fact -> fact.trait().isPresent()).toList();
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
        return facts.stream().flatMap(fact -> methods(fact).stream()).toList();
    }

    private List<MethodSpec> methods(StepFact fact) {
        MethodSpec signature = LoopContext.overriding(fact.name(), fact.type())
                .addParameter(String.class, TOOL)
                .build();
        if (required.contains(fact) || traits.contains(fact)) {
            return List.of(signature.toBuilder()
                    .addStatement("return $T.of(tool).$L", name, fact.name())
                    .build());
        }
        CodeBlock common = CodeBlock.of("$T.super.$L(tool);\n", RuntimeClasses.AGENT_LOOP, fact.name());
        return new StepSwitch(loop, signature, TOOL)
                .methods(step -> fact.isDefault(step) ? common : CodeBlock.of("$L;\n", fact.value(step)), common);
    }

    /** Returns the enum. */
    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.enumBuilder(name)
                .addJavadoc("The steps of the agent, with their tools and declared properties.\n")
                .addAnnotation(GeneratedFile.generated(loop.agent().type()).build())
                .addModifiers(Modifier.PRIVATE);
        loop.constants().forEach((step, constant) -> {
            int length = SourceFormatter.MAX_LENGTH - INDENTATION - constant.length() - "(),".length();
            CodeBlock line = arguments(step, " ");
            CodeBlock arguments =
                    QUALIFIER.matcher(line.toString()).replaceAll("").length() <= length ? line : arguments(step, "$W");
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
        Stream.of(required, traits)
                .flatMap(List::stream)
                .forEach(fact -> type.addField(fact.type(), fact.name(), Modifier.PRIVATE, Modifier.FINAL));
        type.addMethod(constructor()).addMethod(of());
        return traits.isEmpty() ? type.build() : type.addType(trait()).build();
    }

    private CodeBlock arguments(StepModel step, String separator) {
        CodeBlock.Builder arguments =
                CodeBlock.builder().add("$L", StringLiteral.of(step.tool().name()));
        required.forEach(fact -> arguments.add("," + separator + "$L", fact.value(step)));
        traits.stream()
                .filter(fact -> !fact.isDefault(step))
                .forEach(fact -> arguments.add(
                        "," + separator + "$L.$L",
                        TRAIT,
                        fact.trait().orElseThrow().name()));
        return arguments.build();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addParameter(String.class, TOOL);
        required.forEach(fact -> constructor.addParameter(fact.type(), fact.name()));
        TypeName trait = ClassName.get("", TRAIT);
        if (!traits.isEmpty()) {
            constructor.addParameter(ArrayTypeName.of(trait), "traits").varargs();
        }
        constructor.addStatement("this.tool = tool");
        required.forEach(fact -> constructor.addStatement("this.$1L = $1L", fact.name()));
        if (!traits.isEmpty()) {
            constructor.addStatement(
                    "$1T all = $2T.of(traits)",
                    ParameterizedTypeName.get(ClassName.get(List.class), trait),
                    List.class);
        }
        traits.forEach(fact -> constructor.addStatement(
                "this.$L = $Lall.contains($L.$L)",
                fact.name(),
                fact.trait().orElseThrow().value() ? "" : "!",
                TRAIT,
                fact.trait().orElseThrow().name()));
        return constructor.build();
    }

    private TypeSpec trait() {
        TypeSpec.Builder type = TypeSpec.enumBuilder(TRAIT)
                .addJavadoc("A property that only some of the steps have.\n")
                .addAnnotation(GeneratedFile.generated(loop.agent().type()).build())
                .addModifiers(Modifier.PRIVATE);
        traits.forEach(fact -> type.addEnumConstant(fact.trait().orElseThrow().name()));
        return type.build();
    }

    private MethodSpec of() {
        return MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.STATIC)
                .returns(name)
                .addParameter(String.class, TOOL)
                .addStatement("$T step = $L.get(tool)", name, BY_TOOL)
                .beginControlFlow("if (step == null)")
                .addStatement(
                        "throw new $T($S + $L$W+ $S + tool + $S)",
                        IllegalArgumentException.class,
                        "The agent ",
                        LoopContext.AGENT,
                        " does not have a step for the tool ",
                        ". Use one of tools().")
                .endControlFlow()
                .addStatement("return step")
                .build();
    }
}

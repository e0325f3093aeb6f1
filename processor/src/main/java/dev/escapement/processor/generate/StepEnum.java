package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.StepModel;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** A generator of an agent's step enum, which enables javac to verify that the switches of the loop are exhaustive. */
final class StepEnum {

    private StepEnum() {}

    /** Returns the constant for each step, named after its method or, if the method is overloaded, after its tool. */
    static Map<StepModel, String> constants(AgentModel agent) {
        Map<StepModel, String> constants = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (StepModel step : agent.steps()) {
            String wanted = Naming.constant(agent.distinctName(step));
            String constant = wanted;
            for (int i = 2; !taken.add(constant); i++) {
                constant = wanted + "_" + i;
            }
            constants.put(step, constant);
        }
        return constants;
    }

    static TypeSpec type(AgentModel agent, Map<StepModel, String> constants) {
        TypeSpec.Builder type = TypeSpec.enumBuilder("Step")
                .addAnnotation(GeneratedFile.generated(agent.type()).build())
                .addModifiers(Modifier.PRIVATE);
        CodeBlock.Builder choice = CodeBlock.builder().add("return switch (tool) {\n$>");
        constants.forEach((step, constant) -> {
            type.addEnumConstant(constant);
            choice.add("case $S -> $L;\n", step.tool().name(), constant);
        });
        choice.add(
                "default -> throw new $T($S + tool);\n$<};\n", IllegalArgumentException.class, "no step has the tool ");
        return type.addMethod(MethodSpec.methodBuilder("of")
                        .addModifiers(Modifier.STATIC)
                        .returns(ClassName.get("", "Step"))
                        .addParameter(String.class, "tool")
                        .addCode(choice.build())
                        .build())
                .build();
    }
}

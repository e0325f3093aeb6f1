package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.StepModel;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the enum of an agent's steps, so that the switches of the loop are checked for completeness by javac. */
final class StepEnum {

    private StepEnum() {}

    /** A constant for each step: the name of its method; overloaded methods have those of their tools. */
    static Map<StepModel, String> constants(List<StepModel> steps) {
        Map<StepModel, String> constants = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (StepModel step : steps) {
            boolean overloaded = steps.stream()
                            .filter(other -> other.method().equals(step.method()))
                            .count()
                    > 1;
            String wanted = Naming.constant(overloaded ? step.tool().type().simpleName() : step.method());
            String constant = wanted;
            for (int i = 2; !taken.add(constant); i++) {
                constant = wanted + "_" + i;
            }
            constants.put(step, constant);
        }
        return constants;
    }

    static TypeSpec type(Map<StepModel, String> constants) {
        TypeSpec.Builder type = TypeSpec.enumBuilder("Step").addModifiers(Modifier.PRIVATE);
        CodeBlock.Builder choice = CodeBlock.builder().add("return switch (call.tool()) {\n$>");
        constants.forEach((step, constant) -> {
            type.addEnumConstant(constant);
            choice.add("case $S -> $L;\n", step.tool().name(), constant);
        });
        choice.add(
                "default -> throw new $T($S + call.tool());\n$<};\n",
                IllegalArgumentException.class,
                "no step has the tool ");
        return type.addMethod(MethodSpec.methodBuilder("of")
                        .addModifiers(Modifier.STATIC)
                        .returns(ClassName.get("", "Step"))
                        .addParameter(RuntimeClasses.CALL, "call")
                        .addCode(choice.build())
                        .build())
                .build();
    }
}

package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.escapement.processor.model.OptionsModel;
import java.util.ArrayList;
import java.util.List;

/** A generator of the constants and methods for the options of requests. */
final class OptionsCode {

    private static final String METHOD = "options";

    private final LoopContext loop;

    OptionsCode(LoopContext loop) {
        this.loop = loop;
    }

    /** Returns the methods, empty if neither the agent nor a step has options. */
    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        loop.agent()
                .options()
                .ifPresent(options -> methods.add(LoopContext.overriding(METHOD, RuntimeClasses.REQUEST_OPTIONS)
                        .addStatement("return $L", constant("OPTIONS", options))
                        .build()));
        if (loop.agent().steps().stream().anyMatch(step -> step.options().isPresent())) {
            methods.addAll(ofSteps());
        }
        return methods;
    }

    private List<MethodSpec> ofSteps() {
        MethodSpec signature = LoopContext.overriding(METHOD, RuntimeClasses.REQUEST_OPTIONS)
                .addParameter(String.class, "tool")
                .build();
        CodeBlock common = CodeBlock.of("$T.super.options(tool);\n", RuntimeClasses.AGENT_LOOP);
        return new StepSwitch(loop, signature, "tool")
                .methods(
                        step -> step.options()
                                .map(options -> CodeBlock.of(
                                        "$L;\n", constant(loop.constants().get(step) + "_OPTIONS", options)))
                                .orElse(common),
                        common);
    }

    private CodeBlock constant(String name, OptionsModel options) {
        return loop.methods().constants().of(RuntimeClasses.REQUEST_OPTIONS, name, value(options));
    }

    private static CodeBlock value(OptionsModel options) {
        CodeBlock.Builder value = CodeBlock.builder().add("$T.NONE$>$>", RuntimeClasses.REQUEST_OPTIONS);
        options.model().value().ifPresent(model -> value.add("\n.withModel($L)", StringLiteral.of(model)));
        options.temperature().value().ifPresent(temperature -> value.add("\n.withTemperature($L)", temperature));
        options.effort().value().ifPresent(effort -> value.add("\n.withEffort($L)", StringLiteral.of(effort)));
        options.maxOutputTokens()
                .value()
                .ifPresent(tokens -> value.add("\n.withMaxOutputTokens($L)", NumberLiteral.of(tokens)));
        return value.add("$<$<").build();
    }
}

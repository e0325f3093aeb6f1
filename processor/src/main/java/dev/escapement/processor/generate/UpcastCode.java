package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.escapement.processor.model.JoinModel;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.ToolModel;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.UpcastModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A generator of the conversions of recorded texts from earlier forms. */
final class UpcastCode {

    /** The constant of a tool specification. */
    static final String CONSTANT = "UPCASTS";

    private static final CodeBlock NONE = CodeBlock.of("$T.NONE", RuntimeClasses.UPCASTS);

    private final LoopContext loop;

    UpcastCode(LoopContext loop) {
        this.loop = loop;
    }

    /**
     * Adds the conversions of the arguments of a tool to its specification.
     *
     * @param structure the fingerprint of the schema of the arguments
     */
    static void addTo(TypeSpec.Builder spec, ToolModel tool, String structure) {
        if (tool.upcasts().isEmpty()) {
            return;
        }
        spec.addField(FieldSpec.builder(RuntimeClasses.UPCASTS, CONSTANT)
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(chain(structure, tool.upcasts()))
                        .build())
                .addMethod(LoopContext.overriding("upcasts", RuntimeClasses.UPCASTS)
                        .addStatement("return $L", CONSTANT)
                        .build());
    }

    private static CodeBlock chain(String structure, List<UpcastModel> upcasts) {
        CodeBlock.Builder chain =
                CodeBlock.builder().add("$T.to($L)", RuntimeClasses.UPCASTS, StringLiteral.of(structure));
        for (UpcastModel upcast : upcasts) {
            chain.add(
                    "\n$>$>.from($L, $T::$L)$<$<",
                    StringLiteral.of(upcast.from()),
                    RuntimeClasses.of(upcast.owner()),
                    upcast.method());
        }
        return chain.build();
    }

    /** Returns the method of a loop that returns the conversions of replies and results; empty if there are none. */
    List<MethodSpec> method() {
        boolean joined =
                loop.agent().joins().stream().anyMatch(join -> !join.upcasts().isEmpty());
        if (!joined
                && loop.agent().steps().stream()
                        .allMatch(step -> step.flow().upcasts().isEmpty())) {
            return List.of();
        }
        MethodSpec signature = LoopContext.overriding("upcasts", RuntimeClasses.UPCASTS)
                .addParameter(String.class, "tool")
                .build();
        return new StepSwitch(loop, signature, "tool")
                .methods(step -> CodeBlock.of("$L;\n", upcasts(step)), CodeBlock.of("$L;\n", NONE));
    }

    /** Returns the expression for the conversions of the reply, the final result or the child's result of a step. */
    CodeBlock upcasts(StepModel step) {
        if (step.flow() instanceof StepModel.Flow.Pauses pauses
                && !pauses.upcasts().isEmpty()) {
            return constant(step, pauses.reply(), "reply", pauses.upcasts());
        } else if (step.flow() instanceof StepModel.Flow.Finishes finishes
                && !finishes.upcasts().isEmpty()) {
            return constant(step, finishes.result(), StepCode.resultName(step), finishes.upcasts());
        }
        return loop.agent()
                .joinAfter(step)
                .filter(join -> !join.upcasts().isEmpty())
                .map(join -> upcasts(step, join))
                .orElse(NONE);
    }

    /** Returns the expression for the conversions of the result of the child that a join receives. */
    CodeBlock upcasts(StepModel step, JoinModel join) {
        return constant(step, join.result(), join.method() + "Child", join.upcasts());
    }

    private CodeBlock constant(StepModel step, TypeShape shape, String base, List<UpcastModel> upcasts) {
        return loop.methods()
                .constants()
                .of(
                        RuntimeClasses.UPCASTS,
                        name(shape, base) + "_UPCASTS",
                        chain(loop.structureFingerprint(step, shape), upcasts));
    }

    private String name(TypeShape shape, String base) {
        return Naming.constant(loop.methods().names().of(shape, base));
    }
}

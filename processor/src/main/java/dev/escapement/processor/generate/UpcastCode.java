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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** A generator of the conversions of recorded texts from earlier forms. */
final class UpcastCode {

    /** The constant of a tool specification. */
    static final String CONSTANT = "UPCASTS";

    private static final CodeBlock NONE = CodeBlock.of("$T.NONE", RuntimeClasses.UPCASTS);

    private static final CodeBlock COMMENT = CodeBlock.of(
            "\n$>$>// Lambdas link the @Upcast methods late, so that requireShapes() can report a missing one.$<$<");

    private final LoopContext loop;

    /** The initializers of the constants, of which only the first has the comment. */
    private final Map<CodeBlock, CodeBlock> initializers = new HashMap<>();

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
                        .initializer(initializer(structure, COMMENT, calls(tool.upcasts())))
                        .build())
                .addMethod(LoopContext.overriding("upcasts", RuntimeClasses.UPCASTS)
                        .addStatement("return $L", CONSTANT)
                        .build());
    }

    private static CodeBlock initializer(String structure, CodeBlock comment, CodeBlock calls) {
        return CodeBlock.of("$T.to($L)$L$L", RuntimeClasses.UPCASTS, StringLiteral.of(structure), comment, calls);
    }

    private static CodeBlock calls(List<UpcastModel> upcasts) {
        CodeBlock.Builder calls = CodeBlock.builder();
        for (UpcastModel upcast : upcasts) {
            calls.add(
                    "\n$>$>.from($L,$Wold -> $T.$L(old))$<$<",
                    StringLiteral.of(upcast.from()),
                    RuntimeClasses.of(upcast.owner()),
                    upcast.method());
        }
        return calls.build();
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
        String structure = loop.structureFingerprint(step, shape);
        CodeBlock calls = calls(upcasts);
        CodeBlock comment = initializers.isEmpty() ? COMMENT : CodeBlock.of("");
        CodeBlock initializer = initializers.computeIfAbsent(
                CodeBlock.of("$L$L", structure, calls), key -> initializer(structure, comment, calls));
        return loop.methods().constants().of(RuntimeClasses.UPCASTS, name(shape, base) + "_UPCASTS", initializer);
    }

    private String name(TypeShape shape, String base) {
        return Naming.constant(loop.methods().names().of(shape, base));
    }
}

package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** A generator of the members that describe and read the results of threads, one for each step that finishes. */
final class ResultCode {

    private final LoopContext loop;
    private final UpcastCode upcasts;

    ResultCode(LoopContext loop, UpcastCode upcasts) {
        this.loop = loop;
        this.upcasts = upcasts;
    }

    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        for (StepModel step : loop.agent().steps()) {
            if (step.flow() instanceof StepModel.Flow.Finishes finishes) {
                methods.add(method(step, finishes));
            }
        }
        return methods;
    }

    /** Returns whether the agent has a step that finishes. */
    boolean isNeeded() {
        return loop.agent().steps().stream().anyMatch(step -> step.flow() instanceof StepModel.Flow.Finishes);
    }

    /** Returns the method that returns the schema of the result of each step that finishes. */
    List<MethodSpec> resultSchema() {
        MethodSpec signature = LoopContext.overriding("resultSchema", TypeName.get(String.class))
                .addParameter(String.class, "tool")
                .build();
        CodeBlock others = CodeBlock.of("$T.super.resultSchema(tool);\n", RuntimeClasses.AGENT_LOOP);
        return new StepSwitch(loop, signature, "tool")
                .methods(
                        step -> step.flow() instanceof StepModel.Flow.Finishes finishes
                                ? CodeBlock.of(
                                        "$L;\n", loop.resultSchema(step, finishes.result(), StepCode.resultName(step)))
                                : others,
                        others);
    }

    /** Returns the method that returns the fingerprint of the reply or the result of each step that has one. */
    List<MethodSpec> resultFingerprint() {
        if (loop.agent().steps().stream().allMatch(step -> result(step.flow()).isEmpty())) {
            return List.of();
        }
        MethodSpec signature = LoopContext.overriding("resultFingerprint", TypeName.get(String.class))
                .addParameter(String.class, "tool")
                .build();
        CodeBlock none = CodeBlock.of("\"\";\n");
        return new StepSwitch(loop, signature, "tool")
                .methods(
                        step -> result(step.flow())
                                .map(result -> StringLiteral.of(loop.structureFingerprint(step, result)))
                                .map(literal -> CodeBlock.of("$L;\n", literal))
                                .orElse(none),
                        none);
    }

    /** Returns the shape of the reply or the result whose schema a thread records. */
    private static Optional<TypeShape> result(StepModel.Flow flow) {
        if (flow instanceof StepModel.Flow.Pauses pauses) {
            return Optional.of(pauses.reply());
        }
        return flow instanceof StepModel.Flow.Finishes finishes ? Optional.of(finishes.result()) : Optional.empty();
    }

    /** Returns the method that decodes the result of each step that finishes. */
    List<MethodSpec> readResult() {
        MethodSpec signature = LoopContext.overriding("readResult", ReplyCode.DECODED)
                .addParameter(String.class, "tool")
                .addParameter(String.class, "json")
                .build();
        CodeBlock others = CodeBlock.of("$T.super.readResult(tool, json);\n", RuntimeClasses.AGENT_LOOP);
        return new StepSwitch(loop, signature, "tool")
                .methods(
                        step -> step.flow() instanceof StepModel.Flow.Finishes finishes
                                ? CodeBlock.of(
                                        "$T.read(json,$W$L);\n",
                                        RuntimeClasses.THREAD_RESULTS,
                                        loop.decoder(finishes.result(), StepCode.resultName(step)))
                                : others,
                        others);
    }

    private MethodSpec method(StepModel step, StepModel.Flow.Finishes finishes) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(loop.agent().resultMethod(step))
                .addJavadoc("""
                        Returns the result with which a call of {@code $L} finished a thread.

                        @param thread the thread
                        @return the result; empty if the thread has not ended, or ended in another way
                        @throws $T if the recorded result is not valid for the current type
                        """, step.tool().name(), IllegalStateException.class);
        if (!step.flow().upcasts().isEmpty()) {
            method.addJavadoc("@throws dev.escapement.json.UpcastException if an {@code @Upcast} method fails\n");
        }
        return method.addModifiers(loop.visibility(finishes.exported()))
                .addModifiers(Modifier.STATIC)
                .returns(ParameterizedTypeName.get(
                        ClassName.get(Optional.class), JavaTypeNames.boxed(finishes.result())))
                .addParameter(RuntimeClasses.AGENT_THREAD, "thread")
                .addStatement(
                        "return $T.of(thread, $L,$W$L)",
                        RuntimeClasses.THREAD_RESULTS,
                        source(step),
                        loop.decoder(finishes.result(), StepCode.resultName(step)))
                .build();
    }

    /** Returns the arguments that identify the tool and, if a release changed them, its earlier names and forms. */
    private CodeBlock source(StepModel step) {
        return step.tool().formerly().isEmpty() && step.flow().upcasts().isEmpty()
                ? StringLiteral.of(step.tool().name())
                : CodeBlock.of("$T.INSTANCE, $L", LoopContext.spec(step), upcasts.upcasts(step));
    }
}

package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.schema.ValueSchema;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A generator of the members that describe, read and send replies to the questions that steps ask. */
final class ReplyCode {

    private static final TypeName DECODED =
            ParameterizedTypeName.get(RuntimeClasses.DECODED, WildcardTypeName.subtypeOf(Object.class));

    private final LoopContext loop;

    ReplyCode(LoopContext loop) {
        this.loop = loop;
    }

    /** Returns whether the agent has a step that pauses. */
    boolean isNeeded() {
        return loop.agent().steps().stream().anyMatch(step -> step.flow() instanceof StepModel.Flow.Pauses);
    }

    /** Returns the expression for the schema of the replies to a step. */
    CodeBlock schema(StepModel step, StepModel.Flow.Pauses pauses) {
        CodeBlock text =
                TextBlock.of(ValueSchema.of(pauses.reply(), loop.agent().types(), step.source())
                        .lines());
        return loop.methods().constants().of(TypeName.get(String.class), name(pauses) + "_SCHEMA", text);
    }

    /** Returns the expression for the codec of the replies to a step. */
    private CodeBlock codec(StepModel.Flow.Pauses pauses) {
        TypeShape reply = pauses.reply();
        if (loop.hasCodec(reply)) {
            return loop.encoder(reply);
        }
        CodeBlock codec = CodeBlock.of(
                "\n$>$>$T.of($L,$W$L)$<$<",
                RuntimeClasses.JSON_CODEC,
                loop.decoder(reply, "reply"),
                loop.encoder(reply));
        TypeName type = ParameterizedTypeName.get(RuntimeClasses.JSON_CODEC, JavaTypeNames.boxed(reply));
        return loop.methods().constants().of(type, name(pauses), codec);
    }

    private String name(StepModel.Flow.Pauses pauses) {
        return Naming.constant(loop.methods().names().of(pauses.reply()));
    }

    MethodSpec replySchema() {
        CodeBlock none = CodeBlock.of("$T.super.replySchema(tool)", RuntimeClasses.AGENT_LOOP);
        return loop.byTool(
                "replySchema",
                TypeName.get(String.class),
                step -> step.flow() instanceof StepModel.Flow.Pauses pauses ? schema(step, pauses) : none);
    }

    MethodSpec readReply() {
        CodeBlock none = CodeBlock.of("$T.super.readReply(tool, json, options);\n", RuntimeClasses.AGENT_LOOP);
        return LoopContext.overriding("readReply", DECODED)
                .addParameter(String.class, "tool")
                .addParameter(String.class, "json")
                .addParameter(RuntimeClasses.READ_OPTIONS, "options")
                .addCode(loop.byStep(
                        "tool",
                        step -> step.flow() instanceof StepModel.Flow.Pauses pauses
                                ? CodeBlock.of("$L.decode(json, options);\n", codec(pauses))
                                : none))
                .build();
    }

    /** Returns the methods with which an application replies to steps that pause, one method per step. */
    List<MethodSpec> helpers() {
        List<MethodSpec> helpers = new ArrayList<>();
        for (StepModel step : loop.agent().steps()) {
            if (step.flow() instanceof StepModel.Flow.Pauses pauses) {
                helpers.add(helper(step, pauses));
            }
        }
        return helpers;
    }

    private MethodSpec helper(StepModel step, StepModel.Flow.Pauses pauses) {
        return MethodSpec.methodBuilder(loop.agent().replyMethod(step))
                .addJavadoc(
                        "A reply to the question of {@code $L}.\n\n@param reply the reply\n@return the reply as a runner"
                                + " takes it\n",
                        step.tool().name())
                .addModifiers(loop.visibility(pauses.exported()))
                .addModifiers(Modifier.STATIC)
                .returns(RuntimeClasses.REPLY)
                .addParameter(JavaTypeNames.of(pauses.reply()), "reply")
                .addStatement(
                        "return $T.of($S, $L, reply)",
                        RuntimeClasses.REPLY,
                        step.tool().name(),
                        codec(pauses))
                .build();
    }
}

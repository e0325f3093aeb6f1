package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.schema.ValueSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.lang.model.element.Modifier;

/** A generator of the members that describe, read and send replies to the questions that steps ask. */
final class ReplyCode {

    private static final TypeName DECODED =
            ParameterizedTypeName.get(RuntimeClasses.DECODED, WildcardTypeName.subtypeOf(Object.class));

    private final LoopContext loop;
    private final Map<TypeShape, TypeSpec> codecs = new LinkedHashMap<>();

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
        TypeSpec codec = codecs.computeIfAbsent(reply, this::nestedCodec);
        return CodeBlock.of("$L.INSTANCE", codec.name());
    }

    /** Returns a nested codec class. Its initialization is faster than that of method references. */
    private TypeSpec nestedCodec(TypeShape reply) {
        TypeName type = JavaTypeNames.boxed(reply);
        ClassName name =
                ClassName.get("", loop.nestedName(loop.methods().names().of(reply) + "Codec"));
        return TypeSpec.classBuilder(name)
                .addJavadoc("The JSON codec of $L.\n", link(type))
                .addAnnotation(GeneratedFile.generated(loop.agent().type()).build())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(RuntimeClasses.JSON_CODEC, type))
                .addField(FieldSpec.builder(name, "INSTANCE", Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $T()", name)
                        .build())
                .addMethod(LoopContext.overriding("read", type)
                        .addParameter(RuntimeClasses.JSON_READER, "in")
                        .addStatement("return $L", loop.read(reply, "reply"))
                        .build())
                .addMethod(LoopContext.overriding("write", TypeName.VOID)
                        .addParameter(RuntimeClasses.JSON_WRITER, "out")
                        .addParameter(type, "value")
                        .addCode(loop.write(reply, "reply"))
                        .build())
                .build();
    }

    private static CodeBlock link(TypeName type) {
        return CodeBlock.of(type instanceof ClassName ? "{@link $T}" : "{@code $T}", type);
    }

    /** Returns the nested codec classes that the generated methods use. */
    Collection<TypeSpec> codecs() {
        return codecs.values();
    }

    private String name(StepModel.Flow.Pauses pauses) {
        return Naming.constant(loop.methods().names().of(pauses.reply()));
    }

    List<MethodSpec> replySchema() {
        MethodSpec signature = LoopContext.overriding("replySchema", TypeName.get(String.class))
                .addParameter(String.class, "tool")
                .build();
        return methods(
                signature, this::schema, CodeBlock.of("$T.super.replySchema(tool);\n", RuntimeClasses.AGENT_LOOP));
    }

    List<MethodSpec> readReply() {
        MethodSpec signature = LoopContext.overriding("readReply", DECODED)
                .addParameter(String.class, "tool")
                .addParameter(String.class, "json")
                .addParameter(RuntimeClasses.READ_OPTIONS, "options")
                .build();
        return methods(
                signature,
                (step, pauses) -> CodeBlock.of("$L.decode(json, options)", codec(pauses)),
                CodeBlock.of("$T.super.readReply(tool, json, options);\n", RuntimeClasses.AGENT_LOOP));
    }

    private List<MethodSpec> methods(
            MethodSpec signature, BiFunction<StepModel, StepModel.Flow.Pauses, CodeBlock> value, CodeBlock others) {
        return new StepSwitch(loop, signature, "tool")
                .methods(
                        step -> step.flow() instanceof StepModel.Flow.Pauses pauses
                                ? CodeBlock.of("$L;\n", value.apply(step, pauses))
                                : others,
                        others);
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
                .addJavadoc("""
                        Returns a reply to the question with which {@code $L} paused a thread.

                        @param reply the content of the reply
                        @return the reply to pass to {@code Runner.reply}
                        """, step.tool().name())
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

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.lang.model.element.Modifier;

/** A generator of the members that describe, read and send replies to the questions that steps ask. */
final class ReplyCode {

    private static final String REPLY = "reply";

    static final TypeName DECODED =
            ParameterizedTypeName.get(RuntimeClasses.DECODED, WildcardTypeName.subtypeOf(Object.class));

    private final LoopContext loop;
    private final Map<TypeShape, ClassName> nestedCodecs = new LinkedHashMap<>();

    ReplyCode(LoopContext loop) {
        this.loop = loop;
        loop.agent().steps().forEach(step -> {
            if (step.flow() instanceof StepModel.Flow.Pauses pauses && !loop.hasCodec(pauses.reply())) {
                nest(pauses.reply());
            }
        });
    }

    /** Declares the nested codec of a type. Its initialization is faster than that of method references. */
    private void nest(TypeShape reply) {
        if (!nestedCodecs.containsKey(reply)) {
            ClassName name = ClassName.get("", loop.nestedName(nameOf(reply) + "Codec"));
            nestedCodecs.put(reply, name);
            if (reply instanceof TypeShape.Named named) {
                loop.methods().nest(named, name);
            }
        }
    }

    private String nameOf(TypeShape reply) {
        return loop.methods().names().of(reply, REPLY);
    }

    /** Returns whether the agent has a step that pauses. */
    boolean isNeeded() {
        return loop.agent().steps().stream().anyMatch(step -> step.flow() instanceof StepModel.Flow.Pauses);
    }

    /** Returns the expression for the schema of the replies to a step. */
    CodeBlock schema(StepModel step, StepModel.Flow.Pauses pauses) {
        return loop.schema(step, pauses.reply(), name(pauses) + "_REPLY_SCHEMA");
    }

    /** Returns the expression for the codec of the replies to a step. */
    CodeBlock codec(StepModel.Flow.Pauses pauses) {
        ClassName nested = nestedCodecs.get(pauses.reply());
        return nested == null ? loop.encoder(pauses.reply(), REPLY) : CodeBlock.of("$T.INSTANCE", nested);
    }

    /** Returns the nested codec classes. */
    List<TypeSpec> codecs() {
        return nestedCodecs.entrySet().stream()
                .map(codec -> nestedCodec(codec.getKey(), codec.getValue()))
                .toList();
    }

    private TypeSpec nestedCodec(TypeShape reply, ClassName name) {
        TypeName type = JavaTypeNames.boxed(reply);
        MethodSpec.Builder read = LoopContext.overriding("read", type)
                .addParameter(RuntimeClasses.JSON_READER, "in")
                .addCode(loop.readBody(reply, REPLY));
        if (ContainerCode.isUnchecked(reply)) {
            read.addAnnotation(GeneratedFile.suppressing(List.of("unchecked")));
        }
        return TypeSpec.classBuilder(name)
                .addJavadoc("The JSON codec of $L.\n", link(type))
                .addAnnotation(GeneratedFile.generated(loop.agent().type()).build())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(RuntimeClasses.JSON_CODEC, type))
                .addField(FieldSpec.builder(name, "INSTANCE", Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $T()", name)
                        .build())
                .addMethod(read.build())
                .addMethod(LoopContext.overriding("write", TypeName.VOID)
                        .addParameter(RuntimeClasses.JSON_WRITER, "out")
                        .addParameter(type, "value")
                        .addCode(loop.writeBody(reply, REPLY))
                        .build())
                .build();
    }

    private static CodeBlock link(TypeName type) {
        return CodeBlock.of(type instanceof ClassName ? "{@link $T}" : "{@code $T}", type);
    }

    private String name(StepModel.Flow.Pauses pauses) {
        return Naming.constant(nameOf(pauses.reply()));
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

package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.ToolModel;
import dev.escapement.processor.schema.ToolSchemas;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The generator of the class {@code <Name>Spec} for a record annotated with {@code @Tool}. */
final class SpecGenerator {

    /** The maximum length of the text in one line of a return statement. */
    private static final int MAX_RETURNED = 86;

    private SpecGenerator() {}

    static JavaFile generate(ToolModel tool, ToolSchemas schemas) {
        JavaType from = tool.type();
        JavaType name = tool.generated();
        TypeSpec.Builder type = GeneratedFile.type(name, tool.arguments())
                .addJavadoc(
                        "The tool {@code $L}: its schemas and the codec of {@link $T}.\n",
                        tool.name(),
                        RuntimeClasses.of(from))
                .addSuperinterface(CodecMembers.implementing(RuntimeClasses.TOOL_SPEC, tool.arguments()));
        CodecMembers.addInstance(type, name, tool.arguments());
        SchemaCode schema = new SchemaCode(tool, schemas);
        String structure = schemas.canonical().structureFingerprint();
        type.addMethod(constant("name", tool.name()))
                .addMethod(constant("description", tool.record().description()));
        type.addFields(schema.constants())
                .addMethod(schema.method())
                .addMethod(constant("fingerprint", schemas.canonical().fingerprint()))
                .addMethod(constant("structureFingerprint", structure));
        if (!tool.lenient().isEmpty()) {
            CodeBlock faults = tool.lenient().stream()
                    .map(fault -> CodeBlock.of("$T.$L", RuntimeClasses.LENIENCY, fault))
                    .collect(CodeBlock.joining(",$W"));
            type.addMethod(MethodSpec.methodBuilder("leniency")
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PUBLIC)
                    .returns(ParameterizedTypeName.get(ClassName.get(Set.class), RuntimeClasses.LENIENCY))
                    .addStatement("return $T.of($L)", Set.class, faults)
                    .build());
        }
        if (!tool.formerly().isEmpty()) {
            CodeBlock names = tool.formerNames().stream().map(StringLiteral::of).collect(CodeBlock.joining(",$W"));
            type.addMethod(LoopContext.overriding("formerly", ParameterizedTypeName.get(List.class, String.class))
                    .addStatement("return $T.of($L)", List.class, names)
                    .build());
        }
        UpcastCode.addTo(type, tool, structure);
        if (tool.arguments().ignoresUnknown()) {
            type.addMethod(MethodSpec.methodBuilder("ignoresUnknown")
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PUBLIC)
                    .returns(boolean.class)
                    .addStatement("return true")
                    .build());
        }
        CodecMembers.addTo(type, name, tool.arguments(), tool.upcasts());
        return GeneratedFile.file(name, from, type.build());
    }

    private static MethodSpec constant(String method, String value) {
        return overriding(method)
                .addStatement("return $L", StringLiteral.wrapped(value, MAX_RETURNED))
                .build();
    }

    static MethodSpec.Builder overriding(String method) {
        return MethodSpec.methodBuilder(method)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class);
    }
}

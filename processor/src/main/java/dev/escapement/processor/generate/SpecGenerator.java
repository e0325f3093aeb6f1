package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.ToolModel;
import dev.escapement.processor.schema.SchemaDialect;
import dev.escapement.processor.schema.SchemaPrinter;
import dev.escapement.processor.schema.SchemaText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes {@code <Name>Spec} for a type with {@code @Tool}. */
final class SpecGenerator {

    private SpecGenerator() {}

    static JavaFile generate(ToolModel tool) {
        JavaType from = tool.type();
        JavaType name = tool.generated();
        TypeSpec.Builder type = GeneratedFile.type(name, tool.arguments())
                .addJavadoc(
                        "The tool {@code $L}: its schemas, and the codec of {@link $T}.\n",
                        tool.name(),
                        RuntimeClasses.of(from))
                .addSuperinterface(CodecClass.implementing(RuntimeClasses.TOOL_SPEC, tool.arguments()));
        CodecClass.addInstance(type, name);
        type.addMethod(constant("name", tool.name()))
                .addMethod(constant("description", tool.record().description()));
        addSchemas(type, tool);
        CodecClass.addTo(type, tool.arguments());
        return GeneratedFile.file(name, from, type.build());
    }

    private static void addSchemas(TypeSpec.Builder type, ToolModel tool) {
        Map<SchemaText, List<SchemaDialect>> texts = new LinkedHashMap<>();
        for (SchemaDialect dialect : SchemaDialect.values()) {
            texts.computeIfAbsent(SchemaPrinter.print(tool.arguments(), dialect), text -> new ArrayList<>())
                    .add(dialect);
        }
        CodeBlock.Builder choice = CodeBlock.builder().add("return switch (dialect) {\n$>");
        texts.forEach((text, dialects) -> {
            String field = dialects.get(0).name();
            type.addField(FieldSpec.builder(String.class, field, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer(TextBlock.of(text.lines()))
                    .build());
            CodeBlock labels = dialects.stream()
                    .map(dialect -> CodeBlock.of("$L", dialect))
                    .collect(CodeBlock.joining(", "));
            choice.add("case $L -> $L;\n", labels, field);
        });
        String fingerprint =
                SchemaPrinter.print(tool.arguments(), SchemaDialect.JSON_SCHEMA).fingerprint();
        type.addMethod(overriding("schema")
                        .addParameter(RuntimeClasses.DIALECT, "dialect")
                        .addCode(choice.add("$<};\n").build())
                        .build())
                .addMethod(constant("fingerprint", fingerprint));
    }

    private static MethodSpec constant(String method, String value) {
        return overriding(method)
                .addStatement("return $L", StringLiteral.of(value))
                .build();
    }

    private static MethodSpec.Builder overriding(String method) {
        return MethodSpec.methodBuilder(method)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class);
    }
}

package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import dev.escapement.processor.model.ToolModel;
import dev.escapement.processor.schema.Inexpressible;
import dev.escapement.processor.schema.LoweredSchema;
import dev.escapement.processor.schema.SchemaDialect;
import dev.escapement.processor.schema.SchemaText;
import dev.escapement.processor.schema.ToolSchemas;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * A generator of the schema members of a tool specification. These are a constant for each distinct schema, and the
 * method that selects one by dialect.
 */
final class SchemaCode {

    private final ToolModel tool;
    private final ToolSchemas schemas;
    private final Map<SchemaText, Set<SchemaDialect>> texts;

    SchemaCode(ToolModel tool, ToolSchemas schemas) {
        this.tool = tool;
        this.schemas = schemas;
        this.texts = texts(schemas);
    }

    /** Returns a constant for each distinct schema. */
    List<FieldSpec> constants() {
        List<FieldSpec> fields = new ArrayList<>();
        texts.forEach((text, dialects) -> fields.add(FieldSpec.builder(String.class, SchemaNames.of(dialects))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(TextBlock.of(text.lines()))
                .build()));
        return fields;
    }

    /** Returns the generated method that selects a schema by dialect. */
    MethodSpec method() {
        CodeBlock.Builder choice = CodeBlock.builder().add("return switch (dialect) {\n$>");
        texts.forEach((text, dialects) -> choice.add("case $L -> $L;\n", names(dialects), SchemaNames.of(dialects)));
        reasons()
                .forEach((reasons, dialects) -> choice.add(
                        "case $L -> throw new $T(\n$>$>$[$L);\n$]$<$<",
                        names(dialects),
                        UnsupportedOperationException.class,
                        StringLiteral.wrapped("The tool " + tool.name() + " does not have a schema for the "
                                + (dialects.size() == 1 ? "dialect " : "dialects ") + inWords(dialects) + ": "
                                + reasons)));
        return SpecGenerator.overriding("schema")
                .addParameter(RuntimeClasses.DIALECT, "dialect")
                .addCode(choice.add("$<};\n").build())
                .build();
    }

    private static Map<SchemaText, Set<SchemaDialect>> texts(ToolSchemas schemas) {
        Map<SchemaText, Set<SchemaDialect>> texts = new LinkedHashMap<>();
        for (LoweredSchema schema : schemas.all()) {
            if (schema.isPossible()) {
                texts.computeIfAbsent(schemas.text(schema.dialect()), text -> EnumSet.noneOf(SchemaDialect.class))
                        .add(schema.dialect());
            }
        }
        return texts;
    }

    /** Returns the reasons why dialects cannot express the tool. */
    private Map<String, Set<SchemaDialect>> reasons() {
        Map<String, Set<SchemaDialect>> reasons = new LinkedHashMap<>();
        for (LoweredSchema schema : schemas.all()) {
            if (!schema.isPossible()) {
                String sentences = schema.inexpressible().stream()
                        .map(Inexpressible::sentence)
                        .collect(Collectors.joining(". ", "", "."));
                reasons.computeIfAbsent(sentences, key -> EnumSet.noneOf(SchemaDialect.class))
                        .add(schema.dialect());
            }
        }
        return reasons;
    }

    private static String inWords(Set<SchemaDialect> dialects) {
        return dialects.stream().map(SchemaDialect::name).collect(Collectors.joining(" and "));
    }

    private static String names(Set<SchemaDialect> dialects) {
        return dialects.stream().map(SchemaDialect::name).collect(Collectors.joining(", "));
    }
}

package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TypeShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;

/** Writes the methods that read JSON, and the constants that they need. */
final class ReadMethods {

    private final Methods methods;
    private final PropertySets propertySets = new PropertySets();

    ReadMethods(Methods methods) {
        this.methods = methods;
    }

    /** The constants that the methods written so far need. */
    List<FieldSpec> propertySets() {
        return propertySets.fields();
    }

    /** The body of the method that reads a named type. */
    CodeBlock body(TypeShape.Named named) {
        Definition definition = methods.types().definition(named);
        if (definition instanceof Definition.RecordShape record) {
            return record(record, methods.names().of(named), "");
        } else if (definition instanceof Definition.EnumShape constants) {
            return constants(constants);
        }
        return union(named, (Definition.UnionShape) definition);
    }

    private CodeBlock expression(TypeShape shape) {
        if (shape instanceof TypeShape.Scalar scalar) {
            return CodeBlock.of("in.read$L()", methods.names().of(scalar));
        } else if (shape instanceof TypeShape.ListOf list) {
            return call(shape, list(list));
        } else if (shape instanceof TypeShape.MapOf map) {
            return call(shape, map(map));
        } else if (shape instanceof TypeShape.OptionalOf optional) {
            CodeBlock value = expression(optional.value());
            String of = JavaTypeNames.of(optional.value()).isPrimitive() ? "of" : "ofNullable";
            return CodeBlock.of("in.readAbsent()$W? $1T.empty() : $1T.$2L($3L)", Optional.class, of, value);
        } else if (shape instanceof TypeShape.NullableOf nullable) {
            return CodeBlock.of("in.readNull() ? null : $L", expression(nullable.value()));
        }
        TypeShape.Named named = (TypeShape.Named) shape;
        return methods.instance(named)
                .map(instance -> CodeBlock.of("$L.read(in)", instance))
                .orElseGet(() -> call(named, () -> body(named)));
    }

    private CodeBlock call(TypeShape shape, Supplier<CodeBlock> body) {
        String name = "read" + methods.names().of(shape);
        methods.need(name, () -> method(name, JavaTypeNames.boxed(shape), body.get()));
        return CodeBlock.of("$L(in)", name);
    }

    private static MethodSpec method(String name, TypeName type, CodeBlock body) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(type)
                .addParameter(RuntimeClasses.JSON_READER, "in")
                .addCode(body)
                .build();
    }

    private Supplier<CodeBlock> list(TypeShape.ListOf list) {
        return () -> CodeBlock.builder()
                .beginControlFlow("if (!in.beginArray())")
                .addStatement("return null")
                .endControlFlow()
                .addStatement("$T list = new $T<>()", JavaTypeNames.of(list), ArrayList.class)
                .beginControlFlow("while (in.nextElement())")
                .addStatement("list.add($L)", expression(list.element()))
                .endControlFlow()
                .addStatement("return in.endArray() ? $T.unmodifiableList(list) : null", Collections.class)
                .build();
    }

    private Supplier<CodeBlock> map(TypeShape.MapOf map) {
        return () -> CodeBlock.builder()
                .beginControlFlow("if (!in.beginMap())")
                .addStatement("return null")
                .endControlFlow()
                .addStatement("$T map = new $T<>()", JavaTypeNames.of(map), LinkedHashMap.class)
                .beginControlFlow("while (in.nextEntry())")
                .addStatement("map.put(in.name(), $L)", expression(map.value()))
                .endControlFlow()
                .addStatement("return in.endMap() ? $T.unmodifiableMap(map) : null", Collections.class)
                .build();
    }

    private CodeBlock record(Definition.RecordShape record, String name, String discriminator) {
        NameAllocator locals = new NameAllocator();
        locals.newName("in");
        locals.newName("refusal");
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow("if (!in.beginObject($N))", propertySets.add(record, name, discriminator))
                .addStatement("return null")
                .endControlFlow();
        for (Definition.Property property : record.properties()) {
            String local = locals.newName(localName(property.component()), property.component());
            code.addStatement("$T $L = $L", JavaTypeNames.of(property.type()), local, initial(property.type()));
        }
        code.beginControlFlow("while (in.nextProperty())");
        if (record.properties().isEmpty()) {
            code.addStatement("in.skip()");
        } else {
            code.add("switch (in.name()) {\n$>");
            if (!discriminator.isEmpty()) {
                code.add("case $L -> in.skip(); // it led here\n", StringLiteral.of(discriminator));
            }
            for (Definition.Property property : record.properties()) {
                String local = locals.get(property.component());
                code.add(
                        "case $L -> $L = $L;\n", StringLiteral.of(property.name()), local, expression(property.type()));
            }
            code.add("$<}\n");
        }
        code.endControlFlow();
        CodeBlock arguments = record.properties().stream()
                .map(property -> CodeBlock.of("$L", locals.get(property.component())))
                .collect(CodeBlock.joining(",$W"));
        return code.beginControlFlow("if (!in.endObject())")
                .addStatement("return null")
                .endControlFlow()
                .beginControlFlow("try")
                .addStatement("return new $T($L)", RuntimeClasses.of(record.type()), arguments)
                .nextControlFlow("catch ($T refusal)", RuntimeException.class)
                .addStatement("in.refused(refusal)")
                .addStatement("return null")
                .endControlFlow()
                .build();
    }

    /** A variable with an initial capital could be taken for a type, or for a constant. */
    private static String localName(String component) {
        return Character.isUpperCase(component.charAt(0)) ? component + "_" : component;
    }

    private static CodeBlock initial(TypeShape shape) {
        if (shape instanceof TypeShape.OptionalOf) {
            return CodeBlock.of("$T.empty()", Optional.class);
        }
        if (shape instanceof TypeShape.Scalar scalar) {
            return switch (scalar) {
                case BOOLEAN -> CodeBlock.of("false");
                case INT, LONG, DOUBLE -> CodeBlock.of("0");
                case STRING, DECIMAL -> CodeBlock.of("null");
            };
        }
        return CodeBlock.of("null");
    }

    private static CodeBlock constants(Definition.EnumShape constants) {
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("String constant = in.readString()")
                .beginControlFlow("if (constant == null)")
                .addStatement("return null")
                .endControlFlow()
                .add("return switch (constant) {\n$>");
        for (Definition.Constant constant : constants.constants()) {
            code.add(
                    "case $L -> $T.$L;\n",
                    StringLiteral.of(constant.jsonName()),
                    RuntimeClasses.of(constants.type()),
                    constant.javaName());
        }
        CodeBlock names = constants.constants().stream()
                .map(constant -> StringLiteral.of(constant.jsonName()))
                .collect(CodeBlock.joining(",$W"));
        return code.add("default -> {\n$>in.notOneOf(constant,$W$L);\nyield null;\n$<}\n$<};\n", names)
                .build();
    }

    private CodeBlock union(TypeShape.Named named, Definition.UnionShape union) {
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("String type = in.readDiscriminator($L)", StringLiteral.of(union.discriminator()))
                .beginControlFlow("if (type == null)")
                .addStatement("return null")
                .endControlFlow()
                .add("return switch (type) {\n$>");
        for (Definition.Branch branch : union.branches()) {
            String suffix = methods.names().of(named, branch);
            Definition.RecordShape record = branch.record();
            methods.need(
                    "read" + suffix,
                    () -> method(
                            "read" + suffix,
                            RuntimeClasses.of(record.type()),
                            record(record, suffix, union.discriminator())));
            code.add("case $L -> read$L(in);\n", StringLiteral.of(branch.value()), suffix);
        }
        CodeBlock values = union.branches().stream()
                .map(branch -> StringLiteral.of(branch.value()))
                .collect(CodeBlock.joining(",$W"));
        return code.add(
                        "default -> {\n$>in.unknownType($L,$Wtype,$W$L);\nyield null;\n$<}\n$<};\n",
                        StringLiteral.of(union.discriminator()),
                        values)
                .build();
    }
}

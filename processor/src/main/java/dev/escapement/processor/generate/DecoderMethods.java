package dev.escapement.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TypeShape;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the methods that read JSON, and the constants that they need. */
final class DecoderMethods {

    /** Every name has been checked before. */
    static final String UNREACHABLE = "default -> throw new $T($L);\n$<};\n";

    private final GeneratedMethods methods;
    private final EncoderMethods writing;
    private final ClassName file;
    private final ConstraintCode constraints;
    private final MapDecoderCode maps;
    private final DefaultValueCode defaults;

    /**
     * Methods that read.
     *
     * @param writing those that write the same types, with which elements of sets are compared
     * @param file the class that all of them are in
     */
    DecoderMethods(GeneratedMethods methods, EncoderMethods writing, ClassName file) {
        this.methods = methods;
        this.writing = writing;
        this.file = file;
        this.constraints = new ConstraintCode(methods.constants());
        this.maps = new MapDecoderCode(methods, constraints);
        this.defaults = new DefaultValueCode(methods.types(), methods.constants());
    }

    /** The body of the method that reads a named type. */
    CodeBlock body(TypeShape.Named named) {
        Definition definition = methods.types().definition(named);
        if (definition instanceof Definition.RecordShape record) {
            return record(record, methods.names().of(named), "", false);
        } else if (definition instanceof Definition.EnumShape constants) {
            return EnumDecoderCode.body(methods, constants, methods.names().of(named), "readConstant");
        }
        return union(named, (Definition.UnionShape) definition);
    }

    /**
     * How a value inside another is read.
     *
     * @param variable what holds it while it is checked
     * @param name what constants for it are named after
     */
    private ValueDecoderCode value(TypeShape shape, String variable, String name) {
        if (shape instanceof TypeShape.Constrained constrained) {
            CodeBlock before = CodeBlock.builder()
                    .addStatement("$T $L = $L", JavaTypeNames.of(shape), variable, expression(shape.bare(), name))
                    .add(constraints.afterReading(constrained, variable, name))
                    .build();
            return new ValueDecoderCode(before, CodeBlock.of(variable));
        } else if (shape instanceof TypeShape.NullableOf nullable
                && nullable.value() instanceof TypeShape.Constrained constrained) {
            CodeBlock before = CodeBlock.builder()
                    .addStatement("$T $L = null", JavaTypeNames.of(shape), variable)
                    .beginControlFlow("if (!in.readNull())")
                    .addStatement("$L = $L", variable, expression(constrained.value(), name))
                    .add(constraints.afterReading(constrained, variable, name))
                    .endControlFlow()
                    .build();
            return new ValueDecoderCode(before, CodeBlock.of(variable));
        }
        return ValueDecoderCode.of(expression(shape, name));
    }

    private CodeBlock expression(TypeShape shape, String name) {
        if (shape instanceof TypeShape.Scalar scalar) {
            return CodeBlock.of("in.read$L()", methods.names().of(scalar));
        } else if (shape instanceof TypeShape.TextOf text) {
            return CodeBlock.of("$T.$L.read(in)", RuntimeClasses.TEXT_CODECS, text.form());
        } else if (shape instanceof TypeShape.ListOf list && ContainerCode.isPrimitive(list)) {
            return CodeBlock.of(
                    "$T.read$Ls(in)",
                    RuntimeClasses.PRIMITIVE_ARRAYS,
                    methods.names().of(list.element()));
        } else if (shape instanceof TypeShape.ListOf || shape instanceof TypeShape.MapOf) {
            return CodeBlock.of("$L(in)", need(shape, name));
        } else if (shape instanceof TypeShape.OptionalOf optional) {
            CodeBlock value = expression(optional.value(), name);
            if (optional.value() == TypeShape.Scalar.JSON) { // null is a value like any other
                return CodeBlock.of("$T.ofNullable($L)", Optional.class, value);
            }
            return CodeBlock.of(
                    "in.readAbsent()$W? $1T.empty() : $1T.$2L($3L)",
                    JavaTypeNames.optionalClass(optional),
                    JavaTypeNames.of(optional.value()).isPrimitive() ? "of" : "ofNullable",
                    value);
        } else if (shape instanceof TypeShape.NullableOf nullable) {
            return CodeBlock.of("in.readNull() ? null : $L", expression(nullable.value(), name));
        }
        TypeShape.Named named = (TypeShape.Named) shape;
        return methods.instance(named)
                .map(instance -> CodeBlock.of("$L.read(in)", instance))
                .orElseGet(() -> CodeBlock.of("$L(in)", need(named, name)));
    }

    /**
     * A decoder of a type, as an argument.
     *
     * @param name what constants for it are named after
     */
    CodeBlock decoder(TypeShape shape, String name) {
        if (shape instanceof TypeShape.Scalar scalar) {
            return CodeBlock.of(
                    "$T::read$L", RuntimeClasses.JSON_READER, methods.names().of(scalar));
        } else if (shape instanceof TypeShape.ListOf list && ContainerCode.isPrimitive(list)) {
            return CodeBlock.of(
                    "$T::read$Ls",
                    RuntimeClasses.PRIMITIVE_ARRAYS,
                    methods.names().of(list.element()));
        }
        return CodeBlock.of("$T::$L", file, need(shape, name));
    }

    private CodeBlock body(TypeShape shape, String name) {
        if (shape instanceof TypeShape.ListOf list) {
            return ContainerCode.readBody(list, value(list.element(), "element", name), comparing(list, name));
        } else if (shape instanceof TypeShape.MapOf map) {
            return maps.body(map, value(map.value(), "value", name), name);
        } else if (shape instanceof TypeShape.Named named) {
            return body(named);
        }
        ValueDecoderCode value = value(shape, "value", name);
        return CodeBlock.of("$Lreturn $L;\n", value.before(), value.value());
    }

    private CodeBlock comparing(TypeShape.ListOf list, String name) {
        return methods.types().mayRepeat(list) ? writing.encoder(list.element().bare(), file, name) : CodeBlock.of("");
    }

    /** Makes sure that there is a method that reads a type. */
    private String need(TypeShape shape, String name) {
        String reader = "read" + methods.names().of(shape);
        return methods.need(reader, () -> {
            MethodSpec.Builder method = methodBuilder(reader, JavaTypeNames.boxed(shape), body(shape, name));
            if (ContainerCode.isUnchecked(shape)) {
                method.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                        .addMember("value", "$S", "unchecked")
                        .build());
            }
            return method.build();
        });
    }

    static MethodSpec method(String name, TypeName type, CodeBlock body) {
        return methodBuilder(name, type, body).build();
    }

    private static MethodSpec.Builder methodBuilder(String name, TypeName type, CodeBlock body) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(type)
                .addParameter(RuntimeClasses.JSON_READER, "in")
                .addCode(body);
    }

    private CodeBlock record(Definition.RecordShape record, String name, String discriminator, boolean constant) {
        NameAllocator locals = new NameAllocator();
        locals.newName("in");
        locals.newName("refusal");
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow(
                        "if (!in.beginObject($N))", methods.constants().propertySet(record, name, discriminator))
                .addStatement("return null")
                .endControlFlow();
        for (Definition.Property property : record.properties()) {
            String local = locals.newName(localName(property.component()), property.component());
            code.addStatement("$T $L = $L", JavaTypeNames.of(property.type()), local, initial(property));
        }
        String value = locals.newName("value");
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
                code.add("case $L -> $L", StringLiteral.of(property.name()), property(property, local, value));
            }
            code.add("$<}\n");
        }
        code.endControlFlow();
        CodeBlock arguments = record.properties().stream()
                .map(property -> CodeBlock.of("$L", locals.get(property.component())))
                .collect(CodeBlock.joining(",$W"));
        if (constant) {
            return code.addStatement("return in.endObject() ? $L : null", arguments)
                    .build();
        }
        return code.beginControlFlow("if (!in.endObject())")
                .addStatement("return null")
                .endControlFlow()
                .beginControlFlow("try")
                .addStatement("return new $T($L)", JavaTypeNames.of(record), arguments)
                .nextControlFlow("catch ($T refusal)", RuntimeException.class)
                .addStatement("in.refused(refusal)")
                .addStatement("return null")
                .endControlFlow()
                .build();
    }

    /** What is done at a property: one statement if it has neither rules nor a default, else a block. */
    private CodeBlock property(Definition.Property property, String local, String variable) {
        TypeShape type = property.type();
        String name = property.component();
        CodeBlock.Builder block = CodeBlock.builder();
        if (type instanceof TypeShape.OptionalOf optional
                && optional.value() instanceof TypeShape.Constrained constrained) {
            block.beginControlFlow("if (!in.readAbsent())")
                    .add(value(constrained, variable, name).before())
                    .addStatement("$L = $L", local, optionalOf(optional, CodeBlock.of(variable)))
                    .endControlFlow();
        } else if (type instanceof TypeShape.NullableOf nullable
                && nullable.value() instanceof TypeShape.Constrained constrained) {
            block.beginControlFlow("if (!in.readNull())")
                    .addStatement("$L = $L", local, expression(constrained.value(), name))
                    .add(constraints.afterReading(constrained, local, name))
                    .endControlFlow();
        } else if (property.defaultJson() != null) {
            block.beginControlFlow("if (!in.readAbsent())")
                    .addStatement("$L = $L", local, expression(type.bare(), name))
                    .add(constraints.afterReading(type, local, name))
                    .endControlFlow();
        } else if (type instanceof TypeShape.Constrained constrained) {
            block.addStatement("$L = $L", local, expression(constrained.value(), name))
                    .add(constraints.afterReading(constrained, local, name));
        } else {
            return CodeBlock.of("$L = $L;\n", local, expression(type, name));
        }
        return CodeBlock.of("{\n$>$L$<}\n", block.build());
    }

    private static CodeBlock optionalOf(TypeShape.OptionalOf optional, CodeBlock value) {
        return CodeBlock.of(
                "$T.$L($L)",
                JavaTypeNames.optionalClass(optional),
                JavaTypeNames.of(optional.value()).isPrimitive() ? "of" : "ofNullable",
                value);
    }

    /** A variable with an initial capital could be taken for a type, or for a constant. */
    private static String localName(String component) {
        return Character.isUpperCase(component.charAt(0)) ? component + "_" : component;
    }

    private CodeBlock initial(Definition.Property property) {
        TypeShape shape = property.type().bare();
        String defaultJson = property.defaultJson();
        if (defaultJson != null) {
            return defaults.expression(shape, defaultJson, property.component());
        }
        if (shape instanceof TypeShape.OptionalOf optional) {
            return CodeBlock.of("$T.empty()", JavaTypeNames.optionalClass(optional));
        }
        if (shape == TypeShape.Scalar.BOOLEAN) {
            return CodeBlock.of("false");
        }
        return CodeBlock.of(JavaTypeNames.of(shape).isPrimitive() ? "0" : "null");
    }

    private CodeBlock union(TypeShape.Named named, Definition.UnionShape union) {
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement(
                        "$T type = in.readDiscriminator($L, $N)",
                        String.class,
                        StringLiteral.of(union.discriminator()),
                        methods.constants()
                                .constantSet(
                                        methods.names().of(named),
                                        union.branches().stream()
                                                .map(Definition.Branch::value)
                                                .toList()))
                .beginControlFlow("if (type == null)")
                .addStatement("return null")
                .endControlFlow()
                .add("return switch (type) {\n$>");
        for (Definition.Branch branch : union.branches()) {
            String suffix = methods.names().of(union, branch);
            Definition.RecordShape record = branch.record();
            methods.need(
                    "read" + suffix,
                    () -> method(
                            "read" + suffix,
                            RuntimeClasses.of(record.type()),
                            record(record, suffix, union.discriminator(), branch.constant())));
            code.add("case $L -> read$L(in);\n", StringLiteral.of(branch.value()), suffix);
        }
        return code.add(UNREACHABLE, IllegalStateException.class, "type").build();
    }
}

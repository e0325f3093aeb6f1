package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.UnknownPolicy;

/** A generator of the code that reads records. */
final class RecordDecoderCode {

    private static final String SKIP_DISCRIMINATOR = "in.skip(); // already read\n";

    private final GeneratedMethods methods;
    private final DecoderMethods decoders;
    private final ConstraintCode constraints;
    private final DefaultValueCode defaults;

    RecordDecoderCode(GeneratedMethods methods, DecoderMethods decoders, ConstraintCode constraints) {
        this.methods = methods;
        this.decoders = decoders;
        this.constraints = constraints;
        this.defaults = new DefaultValueCode(methods);
    }

    /**
     * Returns the body of a method that reads a record.
     *
     * @param name the base name of its constant
     * @param discriminator the property that precedes those of the record; empty if it has none
     * @param constant whether the record represents an enum constant, which is the value of its only property
     * @param unknown the policy for unknown properties
     */
    CodeBlock body(
            Definition.RecordShape record, String name, String discriminator, boolean constant, UnknownPolicy unknown) {
        NameAllocator locals = new NameAllocator();
        locals.newName("in");
        locals.newName("failure");
        boolean open = unknown.ignores(methods.ignoresUnknown());
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow(
                        "if (!in.beginObject($N))", methods.constants().propertySet(record, name, discriminator, open))
                .addStatement("return null")
                .endControlFlow();
        for (Definition.Property property : record.properties()) {
            String local = locals.newName(localName(property.component()), property.component());
            code.addStatement("$T $L = $L", JavaTypeNames.of(property.type()), local, initial(property));
        }
        String value = locals.newName("value");
        code.beginControlFlow("while (in.nextProperty())");
        if (record.properties().isEmpty()) {
            code.add(
                    "$L\n",
                    discriminator.isEmpty()
                            ? "// nextProperty() " + (open ? "ignores" : "reports") + " unknown properties."
                            : "in.skip(); // " + discriminator + ", already read");
        } else {
            code.add("switch (in.name()) {\n$>");
            if (!discriminator.isEmpty()) {
                code.add("case $L -> " + SKIP_DISCRIMINATOR, StringLiteral.of(discriminator));
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
                .nextControlFlow("catch ($T failure)", RuntimeException.class)
                .addStatement("in.reportRefusal(failure)")
                .addStatement("return null")
                .endControlFlow()
                .build();
    }

    /**
     * Returns the code that reads a property. It is one statement if the property has neither constraints nor a
     * default, otherwise a block.
     */
    private CodeBlock property(Definition.Property property, String local, String variable) {
        TypeShape type = property.type();
        String name = property.component();
        if (property.defaultJson() != null) {
            return block(CodeBlock.builder()
                    .beginControlFlow("if (!in.readNullAsAbsent())")
                    .add(checked(type, local, name))
                    .endControlFlow());
        }
        return switch (type.kind()) {
            case OPTIONAL -> optional((TypeShape.OptionalOf) type, local, variable, name);
            case NULLABLE -> nullable((TypeShape.NullableOf) type, local, name);
            case CONSTRAINED -> block(CodeBlock.builder().add(checked(type, local, name)));
            case SCALAR, TEXT, LIST, MAP, NAMED -> assignment(type, local, name);
        };
    }

    private CodeBlock optional(TypeShape.OptionalOf optional, String local, String variable, String name) {
        TypeShape value = optional.value();
        if (value == TypeShape.Scalar.JSON) { // null is an ordinary value
            return assignment(optional, local, name);
        }
        ValueDecoderCode code = decoders.value(value, variable, name);
        return block(CodeBlock.builder()
                .beginControlFlow("if (!in.readNullAsAbsent())")
                .add(code.before())
                .addStatement(
                        "$L = $T.$L($L)",
                        local,
                        JavaTypeNames.optionalClass(optional),
                        ContainerCode.optionalFactory(optional),
                        code.value())
                .endControlFlow());
    }

    private CodeBlock nullable(TypeShape.NullableOf nullable, String local, String name) {
        return block(CodeBlock.builder()
                .beginControlFlow("if (!in.readNull())")
                .add(checked(nullable.value(), local, name))
                .endControlFlow());
    }

    private CodeBlock checked(TypeShape shape, String local, String name) {
        return CodeBlock.builder()
                .addStatement("$L = $L", local, decoders.expression(shape.bare(), name))
                .add(constraints.afterReading(shape, local, name))
                .build();
    }

    private CodeBlock assignment(TypeShape shape, String local, String name) {
        return CodeBlock.of("$L = $L;\n", local, decoders.expression(shape, name));
    }

    private static CodeBlock block(CodeBlock.Builder statements) {
        return CodeBlock.of("{\n$>$L$<}\n", statements.build());
    }

    /**
     * Returns a variable name for a component. It does not begin with a capital letter, which would resemble a type or
     * a constant.
     */
    static String localName(String component) {
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
}

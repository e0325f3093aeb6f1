package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TypeShape;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** A generator of the methods that write JSON. */
final class EncoderMethods {

    private final GeneratedMethods methods;
    private final ConstraintCode constraints;
    private final EnumEncoderCode choice;
    private final UnionEncoderCode unions;

    EncoderMethods(GeneratedMethods methods) {
        this.methods = methods;
        this.constraints = new ConstraintCode(methods.constants());
        this.choice = new EnumEncoderCode(methods);
        this.unions = new UnionEncoderCode(methods, this);
    }

    /** Returns the body of the method that writes a named type. */
    CodeBlock body(TypeShape.Named named) {
        return methods.types().definition(named).accept(new Definition.Visitor<>() {
            @Override
            public CodeBlock record(Definition.RecordShape record) {
                return EncoderMethods.this.record(record, CodeBlock.of(""), false);
            }

            @Override
            public CodeBlock enumeration(Definition.EnumShape enumeration) {
                return constants(enumeration, methods.names().of(named));
            }

            @Override
            public CodeBlock union(Definition.UnionShape union) {
                return unions.body(union);
            }
        });
    }

    /**
     * Returns an expression for the encoder of a type, for use as an argument.
     *
     * @param file the class that contains the method, if one is needed
     * @param name the base name of its constants
     */
    CodeBlock encoder(TypeShape shape, ClassName file, String name) {
        return switch (shape.kind()) {
            case SCALAR ->
                CodeBlock.of(
                        "$T::write$L",
                        RuntimeClasses.JSON_WRITER,
                        methods.names().of(shape));
            case TEXT -> CodeBlock.of("$T.$L", RuntimeClasses.TEXT_CODECS, ((TypeShape.TextOf) shape).form());
            case NAMED -> methods.instance((TypeShape.Named) shape).orElseGet(() -> reference(shape, file, name));
            case LIST, MAP, OPTIONAL, CONSTRAINED, NULLABLE -> reference(shape, file, name);
        };
    }

    private CodeBlock reference(TypeShape shape, ClassName file, String name) {
        return CodeBlock.of("$T::$L", file, need(shape, name));
    }

    /**
     * Returns the statements that write a value.
     *
     * @param name the base name of its constants
     */
    CodeBlock statements(TypeShape shape, CodeBlock value, String name) {
        return shape.accept(new Statements(value, name));
    }

    /** A visitor that returns the statements that write a value of the visited shape. */
    private final class Statements implements TypeShape.Visitor<CodeBlock> {

        private final CodeBlock value;
        private final String name;

        private Statements(CodeBlock value, String name) {
            this.value = value;
            this.name = name;
        }

        @Override
        public CodeBlock scalar(TypeShape.Scalar scalar) {
            return statement("out.write$L($L)", methods.names().of(scalar), value);
        }

        @Override
        public CodeBlock text(TypeShape.TextOf text) {
            return statement("$T.$L.write(out, $L)", RuntimeClasses.TEXT_CODECS, text.form(), value);
        }

        @Override
        public CodeBlock list(TypeShape.ListOf list) {
            if (!ContainerCode.isPrimitive(list)) {
                return call(list);
            }
            String element = methods.names().of(list.element());
            return statement("$T.write$Ls(out, $L)", RuntimeClasses.PRIMITIVE_ARRAYS, element, value);
        }

        @Override
        public CodeBlock map(TypeShape.MapOf map) {
            return call(map);
        }

        @Override
        public CodeBlock optional(TypeShape.OptionalOf optional) {
            return call(optional);
        }

        @Override
        public CodeBlock constrained(TypeShape.Constrained constrained) {
            return CodeBlock.builder()
                    .add(constrained.value().accept(this))
                    .add(constraints.afterWriting(constrained, value, name))
                    .build();
        }

        @Override
        public CodeBlock nullable(TypeShape.NullableOf nullable) {
            return CodeBlock.builder()
                    .beginControlFlow("if ($L == null)", value)
                    .addStatement("out.writeNull()")
                    .nextControlFlow("else")
                    .add(nullable.value().accept(this))
                    .endControlFlow()
                    .build();
        }

        @Override
        public CodeBlock named(TypeShape.Named named) {
            return methods.instance(named)
                    .map(instance -> statement("out.write($L, $L)", instance, value))
                    .orElseGet(() -> call(named));
        }

        private CodeBlock call(TypeShape shape) {
            return statement("$L(out, $L)", need(shape, name), value);
        }
    }

    private static CodeBlock statement(String format, Object... arguments) {
        return CodeBlock.builder().addStatement(format, arguments).build();
    }

    private String need(TypeShape shape, String name) {
        String method = "write" + methods.names().of(shape, name);
        return methods.need(method, () -> method(method, JavaTypeNames.boxed(shape), body(shape, name)));
    }

    /** Returns the method that writes a value of a type. */
    MethodSpec method(String name, TypeName type, CodeBlock body) {
        HiddenTypes hidden = methods.hidden();
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(RuntimeClasses.JSON_WRITER, "out")
                .addParameter(hidden.declared(type), hidden.parameter(type, "value"))
                .addCode(hidden.variable(type, "value"))
                .addCode(body)
                .build();
    }

    /**
     * Returns the body of a method that writes the parameter {@code value}.
     *
     * @param name the base name of its constants
     */
    CodeBlock body(TypeShape shape, String name) {
        return switch (shape.kind()) {
            case LIST -> array((TypeShape.ListOf) shape, name);
            case MAP -> map((TypeShape.MapOf) shape, name);
            case OPTIONAL -> optional((TypeShape.OptionalOf) shape, name);
            case NAMED -> body((TypeShape.Named) shape);
            case SCALAR, TEXT, CONSTRAINED, NULLABLE -> statements(shape, CodeBlock.of("value"), name);
        };
    }

    private CodeBlock array(TypeShape.ListOf list, String name) {
        if (ContainerCode.isPrimitive(list)) {
            return statements(list, CodeBlock.of("value"), name);
        }
        String kind = methods.types().mayRepeat(list) ? "Set" : "Array";
        TypeShape element = list.element();
        CodeBlock value = CodeBlock.of(isCheckedFirst(element.bare()) ? "out.requireValue(element)" : "element");
        return CodeBlock.builder()
                .addStatement("out.begin$L()", kind)
                .beginControlFlow("for ($T element : value)", JavaTypeNames.boxed(element))
                .add(statements(element.bare(), value, name))
                .add(constraints.afterWriting(element, CodeBlock.of("element"), name))
                .endControlFlow()
                .addStatement("out.end$L()", kind)
                .build();
    }

    /** Returns whether null must be rejected before the statements that write an element, which convert it first. */
    private boolean isCheckedFirst(TypeShape element) {
        return switch (element.kind()) {
            case SCALAR -> element != TypeShape.Scalar.STRING;
            case NAMED -> !(methods.types().definition((TypeShape.Named) element) instanceof Definition.RecordShape);
            case TEXT, LIST, MAP, OPTIONAL, CONSTRAINED, NULLABLE -> false;
        };
    }

    private CodeBlock map(TypeShape.MapOf map, String name) {
        TypeName keyType = JavaTypeNames.boxed(map.key());
        TypeName type = JavaTypeNames.boxed(map.value());
        return CodeBlock.builder()
                .addStatement("out.beginObject()")
                .beginControlFlow("for ($T.Entry<$T, $T> entry : value.entrySet())", Map.class, keyType, type)
                .add(name(map.key().bare()))
                .add(constraints.afterWritingKey(map.key(), CodeBlock.of("entry.getKey()"), name))
                .add(statements(map.value(), CodeBlock.of("entry.getValue()"), name))
                .endControlFlow()
                .addStatement("out.endObject()")
                .build();
    }

    /** Returns the statements that write an optional step result. An absent result is null in JSON. */
    private CodeBlock optional(TypeShape.OptionalOf optional, String name) {
        return CodeBlock.builder()
                .beginControlFlow("if (value.isEmpty())")
                .addStatement("out.writeNull()")
                .nextControlFlow("else")
                .add(statements(optional.value(), get(optional, CodeBlock.of("value")), name))
                .endControlFlow()
                .build();
    }

    /** Returns the expression that unwraps a present optional. */
    private CodeBlock get(TypeShape.OptionalOf optional, CodeBlock value) {
        return optional.primitive()
                ? CodeBlock.of(
                        "$L.getAs$L()",
                        value,
                        methods.names().of(optional.value().bare()))
                : CodeBlock.of("$L.get()", value);
    }

    /** Returns the statement that writes the key of a map entry. A null string is rejected by the writer. */
    private CodeBlock name(TypeShape shape) {
        CodeBlock key = CodeBlock.of("entry.getKey()");
        CodeBlock checked = CodeBlock.of("out.requireKey($L)", key);
        return switch (shape.kind()) {
            case SCALAR ->
                shape == TypeShape.Scalar.STRING
                        ? statement("out.name($L)", key)
                        : statement("out.name($L.toString())", checked);
            case TEXT ->
                statement(
                        "$T.$L.writeName(out, $L)", RuntimeClasses.TEXT_CODECS, ((TypeShape.TextOf) shape).form(), key);
            case NAMED -> statement("out.name($L)", enumKey((TypeShape.Named) shape, checked));
            case LIST, MAP, OPTIONAL, CONSTRAINED, NULLABLE ->
                throw new IllegalStateException("a key has a bare scalar, text or enum shape, not " + shape);
        };
    }

    private CodeBlock enumKey(TypeShape.Named shape, CodeBlock value) {
        Definition.EnumShape constants = (Definition.EnumShape) methods.types().definition(shape);
        methods.enumChecks().checkFirst(constants, methods.names().of(shape));
        if (keepsNames(constants)) {
            return keptName(constants, methods.names().of(shape), value);
        }
        String name = methods.names().keyMethod(shape);
        HiddenTypes hidden = methods.hidden();
        TypeName type = JavaTypeNames.of(shape);
        methods.need(
                name,
                () -> MethodSpec.methodBuilder(name)
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .returns(String.class)
                        .addParameter(hidden.declared(type), hidden.parameter(type, "value"))
                        .addCode(hidden.variable(type, "value"))
                        .addCode(
                                "return $L;\n",
                                choice.of(constants, methods.names().of(shape)))
                        .build());
        return CodeBlock.of("$L($L)", name, value);
    }

    /**
     * Returns the statements that write a record.
     *
     * @param discriminator the statements that write the discriminator; empty if it has none
     * @param constant whether the record represents an enum constant, which is the value of its only property
     */
    CodeBlock record(Definition.RecordShape record, CodeBlock discriminator, boolean constant) {
        NameAllocator locals = new NameAllocator();
        locals.newName("out");
        locals.newName("value");
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement(constant ? "out.beginObject()" : "out.beginObject(value)")
                .add(discriminator);
        for (Definition.Property property : record.properties()) {
            CodeBlock value = constant ? CodeBlock.of("value") : CodeBlock.of("value.$L()", property.component());
            CodeBlock name = statement("out.name($L)", StringLiteral.of(property.name()));
            if (property.type() instanceof TypeShape.OptionalOf optional) {
                CodeBlock local = local(locals, property);
                code.addStatement(
                                "$T $L = out.requireNonNull($L,$W$L)",
                                JavaTypeNames.of(optional),
                                local,
                                StringLiteral.of(property.name()),
                                value)
                        .beginControlFlow("if ($L.isPresent())", local)
                        .add(name)
                        .add(statements(optional.value(), get(optional, local), property.component()))
                        .endControlFlow();
            } else if (!constant && isUsedAgain(property.type())) {
                CodeBlock local = local(locals, property);
                code.add(name)
                        .addStatement("$T $L = $L", JavaTypeNames.of(property.type()), local, value)
                        .add(statements(property.type(), local, property.component()));
            } else {
                code.add(name).add(statements(property.type(), value, property.component()));
            }
        }
        return code.addStatement("out.endObject()").build();
    }

    private static CodeBlock local(NameAllocator locals, Definition.Property property) {
        return CodeBlock.of("$L", locals.newName(RecordDecoderCode.localName(property.component())));
    }

    /** Returns whether the statements that write a value refer to the value more than once. */
    private static boolean isUsedAgain(TypeShape shape) {
        return shape.kind() == TypeShape.Kind.NULLABLE || ConstraintCode.refersToWritten(shape);
    }

    private CodeBlock constants(Definition.EnumShape constants, String name) {
        methods.enumChecks().checkFirst(constants, name);
        return keepsNames(constants)
                ? statement("out.writeString($L)", keptName(constants, name, CodeBlock.of("value")))
                : CodeBlock.of("out.writeString($L);\n", choice.of(constants, name));
    }

    /** Returns the expression for the name of a constant that the schema contains. */
    private CodeBlock keptName(Definition.EnumShape constants, String name, CodeBlock value) {
        return CodeBlock.of("$N.nameOf($L)", methods.constants().enumNames(name, constants.jsonNames()), value);
    }

    private static boolean keepsNames(Definition.EnumShape constants) {
        return constants.constants().stream()
                .allMatch(constant -> constant.javaName().equals(constant.jsonName()));
    }
}

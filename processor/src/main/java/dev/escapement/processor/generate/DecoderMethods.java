package dev.escapement.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.UnknownPolicy;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** A generator of the methods that read JSON, and of the constants that these methods use. */
final class DecoderMethods {

    private final GeneratedMethods methods;
    private final EncoderMethods encoders;
    private final ClassName file;
    private final ConstraintCode constraints;
    private final MapDecoderCode maps;
    private final RecordDecoderCode records;
    private final UnionDecoderCode unions;

    /**
     * Creates a generator for one generated file.
     *
     * @param encoders the methods that write the same types, for the comparison of set elements
     * @param file the class that contains the methods
     */
    DecoderMethods(GeneratedMethods methods, EncoderMethods encoders, ClassName file) {
        this.methods = methods;
        this.encoders = encoders;
        this.file = file;
        this.constraints = new ConstraintCode(methods.constants());
        this.maps = new MapDecoderCode(methods, constraints);
        this.records = new RecordDecoderCode(methods, this, constraints);
        this.unions = new UnionDecoderCode(methods, records);
    }

    /** Returns the body of the method that reads a named type. */
    CodeBlock body(TypeShape.Named named) {
        return methods.types().definition(named).accept(new Definition.Visitor<>() {
            @Override
            public CodeBlock record(Definition.RecordShape record) {
                return records.body(record, methods.names().of(named), "", false, UnknownPolicy.OF_FILE);
            }

            @Override
            public CodeBlock enumeration(Definition.EnumShape enumeration) {
                return EnumDecoderCode.body(
                        methods, enumeration, methods.names().of(named), "readConstant");
            }

            @Override
            public CodeBlock union(Definition.UnionShape union) {
                return unions.body(named, union);
            }
        });
    }

    /**
     * Returns the code that reads a value nested in another value.
     *
     * @param variable the variable that holds it while it is checked
     * @param name the base name of its constants
     */
    ValueDecoderCode value(TypeShape shape, String variable, String name) {
        return switch (shape.kind()) {
            case CONSTRAINED -> checked((TypeShape.Constrained) shape, variable, name);
            case NULLABLE -> nullable((TypeShape.NullableOf) shape, variable, name);
            case SCALAR, TEXT, LIST, MAP, OPTIONAL, NAMED -> ValueDecoderCode.of(expression(shape, name));
        };
    }

    private ValueDecoderCode checked(TypeShape.Constrained constrained, String variable, String name) {
        CodeBlock before = CodeBlock.builder()
                .addStatement(
                        "$T $L = $L", JavaTypeNames.of(constrained), variable, expression(constrained.value(), name))
                .add(constraints.afterReading(constrained, variable, name))
                .build();
        return new ValueDecoderCode(before, CodeBlock.of(variable));
    }

    private ValueDecoderCode nullable(TypeShape.NullableOf nullable, String variable, String name) {
        TypeShape value = nullable.value();
        if (value.constraints().isEmpty()) {
            return ValueDecoderCode.of(expression(nullable, name));
        }
        CodeBlock before = CodeBlock.builder()
                .addStatement("$T $L = null", JavaTypeNames.of(nullable), variable)
                .beginControlFlow("if (!in.readNull())")
                .addStatement("$L = $L", variable, expression(value.bare(), name))
                .add(constraints.afterReading(value, variable, name))
                .endControlFlow()
                .build();
        return new ValueDecoderCode(before, CodeBlock.of(variable));
    }

    /**
     * Returns an expression that reads a value without checking the constraints on that value.
     *
     * @param name the base name of its constants
     */
    CodeBlock expression(TypeShape shape, String name) {
        return shape.accept(new DecodingExpression(name));
    }

    /** A visitor that returns the expression that reads a value of the visited shape. */
    private final class DecodingExpression implements TypeShape.Visitor<CodeBlock> {

        private final String name;

        private DecodingExpression(String name) {
            this.name = name;
        }

        @Override
        public CodeBlock scalar(TypeShape.Scalar scalar) {
            return CodeBlock.of("in.read$L()", methods.names().of(scalar));
        }

        @Override
        public CodeBlock text(TypeShape.TextOf text) {
            return CodeBlock.of("$T.$L.read(in)", RuntimeClasses.TEXT_CODECS, text.form());
        }

        @Override
        public CodeBlock list(TypeShape.ListOf list) {
            return ContainerCode.isPrimitive(list)
                    ? CodeBlock.of(
                            "$T.read$Ls(in)",
                            RuntimeClasses.PRIMITIVE_ARRAYS,
                            methods.names().of(list.element()))
                    : call(list);
        }

        @Override
        public CodeBlock map(TypeShape.MapOf map) {
            return call(map);
        }

        @Override
        public CodeBlock optional(TypeShape.OptionalOf optional) {
            CodeBlock value = optional.value().accept(this);
            if (optional.value() == TypeShape.Scalar.JSON) { // null is an ordinary value
                return CodeBlock.of("$T.ofNullable($L)", Optional.class, value);
            }
            return CodeBlock.of(
                    "in.readNullAsAbsent()$W? $1T.empty() : $1T.$2L($3L)",
                    JavaTypeNames.optionalClass(optional),
                    ContainerCode.optionalFactory(optional),
                    value);
        }

        @Override
        public CodeBlock constrained(TypeShape.Constrained constrained) {
            throw new IllegalStateException("statements check constraints, an expression cannot: " + constrained);
        }

        @Override
        public CodeBlock nullable(TypeShape.NullableOf nullable) {
            CodeBlock value = nullable.value().accept(this);
            return CodeBlock.of("in.readNull() ? null : $L", value);
        }

        @Override
        public CodeBlock named(TypeShape.Named named) {
            return methods.instance(named)
                    .map(instance -> CodeBlock.of("in.read($L)", instance))
                    .orElseGet(() -> call(named));
        }

        private CodeBlock call(TypeShape shape) {
            return returned(shape, CodeBlock.of("$L(in)", need(shape, name)));
        }
    }

    private CodeBlock returned(TypeShape shape, CodeBlock call) {
        return methods.hidden().returned(JavaTypeNames.boxed(shape), call);
    }

    /**
     * Returns an expression for the decoder of a type, for use as an argument.
     *
     * @param name the base name of its constants
     */
    CodeBlock decoder(TypeShape shape, String name) {
        return switch (shape.kind()) {
            case SCALAR ->
                CodeBlock.of(
                        "$T::read$L",
                        RuntimeClasses.JSON_READER,
                        methods.names().of(shape));
            case LIST -> arrayDecoder((TypeShape.ListOf) shape, name);
            case TEXT, MAP, OPTIONAL, CONSTRAINED, NULLABLE, NAMED -> reference(shape, name);
        };
    }

    private CodeBlock arrayDecoder(TypeShape.ListOf list, String name) {
        return ContainerCode.isPrimitive(list)
                ? CodeBlock.of(
                        "$T::read$Ls",
                        RuntimeClasses.PRIMITIVE_ARRAYS,
                        methods.names().of(list.element()))
                : reference(list, name);
    }

    private CodeBlock reference(TypeShape shape, String name) {
        String method = need(shape, name);
        TypeName type = JavaTypeNames.boxed(shape);
        return methods.hidden().contain(type)
                ? CodeBlock.of("in -> ($T) $L(in)", type, method)
                : CodeBlock.of("$T::$L", file, method);
    }

    /**
     * Returns the body of a method that reads and checks a value.
     *
     * @param name the base name of its constants
     */
    CodeBlock body(TypeShape shape, String name) {
        return switch (shape.kind()) {
            case LIST -> body((TypeShape.ListOf) shape, name);
            case MAP -> body((TypeShape.MapOf) shape, name);
            case NAMED -> body((TypeShape.Named) shape);
            case SCALAR, TEXT, OPTIONAL, CONSTRAINED, NULLABLE -> {
                ValueDecoderCode value = value(shape, "value", name);
                yield CodeBlock.of("$Lreturn $L;\n", value.before(), value.value());
            }
        };
    }

    private CodeBlock body(TypeShape.ListOf list, String name) {
        if (ContainerCode.isPrimitive(list)) {
            return CodeBlock.of("return $L;\n", expression(list, name));
        }
        return ContainerCode.readBody(list, value(list.element(), "element", name), comparing(list, name));
    }

    private CodeBlock body(TypeShape.MapOf map, String name) {
        return maps.body(map, value(map.value(), "value", name), name);
    }

    private CodeBlock comparing(TypeShape.ListOf list, String name) {
        return methods.types().mayRepeat(list) ? encoders.encoder(list.element().bare(), file, name) : CodeBlock.of("");
    }

    /** Requests the method that reads a type, and returns the name of the method. */
    private String need(TypeShape shape, String name) {
        String reader = "read" + methods.names().of(shape, name);
        return methods.need(reader, () -> {
            MethodSpec.Builder method =
                    methodBuilder(reader, methods.hidden().declared(JavaTypeNames.boxed(shape)), body(shape, name));
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
}

package dev.escapement.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.TextForm;
import dev.escapement.processor.model.TypeShape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** A visitor that returns the Java type of the visited shape. */
final class JavaTypeNames implements TypeShape.Visitor<TypeName> {

    private static final JavaTypeNames INSTANCE = new JavaTypeNames();

    private JavaTypeNames() {}

    /** Returns the Java type of a shape, primitive if possible. */
    static TypeName of(TypeShape shape) {
        return shape.accept(INSTANCE);
    }

    /** Returns the Java type of a shape for use as a type argument, never primitive. */
    static TypeName boxed(TypeShape shape) {
        return of(shape).box();
    }

    /** Returns the Java type of a record, with its type arguments. */
    static TypeName of(Definition.RecordShape record) {
        return generic(record.type(), record.arguments());
    }

    /** Returns the optional class for a property that can be omitted. */
    static ClassName optionalClass(TypeShape.OptionalOf optional) {
        if (!optional.primitive()) {
            return ClassName.get(Optional.class);
        }
        return switch ((TypeShape.Scalar) optional.value().bare()) {
            case INT -> ClassName.get(OptionalInt.class);
            case LONG -> ClassName.get(OptionalLong.class);
            case DOUBLE -> ClassName.get(OptionalDouble.class);
            case STRING, CHAR, BOOLEAN, BYTE, SHORT, BIG_INTEGER, FLOAT, DECIMAL, JSON ->
                throw new IllegalStateException("no primitive optional for " + optional.value());
        };
    }

    private static TypeName generic(JavaType type, List<TypeShape> arguments) {
        ClassName raw = RuntimeClasses.of(type);
        return arguments.isEmpty()
                ? raw
                : ParameterizedTypeName.get(
                        raw, arguments.stream().map(JavaTypeNames::boxed).toArray(TypeName[]::new));
    }

    @Override
    public TypeName scalar(TypeShape.Scalar scalar) {
        return switch (scalar) {
            case STRING -> ClassName.get(String.class);
            case CHAR -> TypeName.CHAR;
            case BOOLEAN -> TypeName.BOOLEAN;
            case BYTE -> TypeName.BYTE;
            case SHORT -> TypeName.SHORT;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case BIG_INTEGER -> ClassName.get(BigInteger.class);
            case FLOAT -> TypeName.FLOAT;
            case DOUBLE -> TypeName.DOUBLE;
            case DECIMAL -> ClassName.get(BigDecimal.class);
            case JSON -> RuntimeClasses.JSON_TEXT;
        };
    }

    @Override
    public TypeName text(TypeShape.TextOf text) {
        return text.form() == TextForm.BYTES
                ? ArrayTypeName.of(TypeName.BYTE)
                : ClassName.bestGuess(text.form().javaName());
    }

    @Override
    public TypeName list(TypeShape.ListOf list) {
        return switch (list.container()) {
            case LIST -> ParameterizedTypeName.get(ClassName.get(List.class), boxed(list.element()));
            case SET -> ParameterizedTypeName.get(ClassName.get(Set.class), boxed(list.element()));
            case COLLECTION -> ParameterizedTypeName.get(ClassName.get(Collection.class), boxed(list.element()));
            case ITERABLE -> ParameterizedTypeName.get(ClassName.get(Iterable.class), boxed(list.element()));
            case ARRAY -> ArrayTypeName.of(of(list.element()));
            case BOXED_ARRAY -> ArrayTypeName.of(boxed(list.element()));
        };
    }

    @Override
    public TypeName map(TypeShape.MapOf map) {
        return ParameterizedTypeName.get(ClassName.get(Map.class), boxed(map.key()), boxed(map.value()));
    }

    @Override
    public TypeName optional(TypeShape.OptionalOf optional) {
        return optional.primitive()
                ? optionalClass(optional)
                : ParameterizedTypeName.get(optionalClass(optional), boxed(optional.value()));
    }

    @Override
    public TypeName constrained(TypeShape.Constrained constrained) {
        return of(constrained.value());
    }

    @Override
    public TypeName nullable(TypeShape.NullableOf nullable) {
        return boxed(nullable.value());
    }

    @Override
    public TypeName named(TypeShape.Named named) {
        return generic(named.type(), named.arguments());
    }
}

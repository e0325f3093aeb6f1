package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.escapement.processor.model.TypeShape;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Java types of shapes. */
final class JavaTypeNames {

    private JavaTypeNames() {}

    /** The type as it is declared: primitive where it can be. */
    static TypeName of(TypeShape shape) {
        if (shape instanceof TypeShape.Scalar scalar) {
            return switch (scalar) {
                case STRING -> ClassName.get(String.class);
                case BOOLEAN -> TypeName.BOOLEAN;
                case INT -> TypeName.INT;
                case LONG -> TypeName.LONG;
                case DOUBLE -> TypeName.DOUBLE;
                case DECIMAL -> ClassName.get(BigDecimal.class);
            };
        } else if (shape instanceof TypeShape.ListOf list) {
            return ParameterizedTypeName.get(ClassName.get(List.class), boxed(list.element()));
        } else if (shape instanceof TypeShape.MapOf map) {
            return ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), boxed(map.value()));
        } else if (shape instanceof TypeShape.OptionalOf optional) {
            return ParameterizedTypeName.get(ClassName.get(Optional.class), boxed(optional.value()));
        } else if (shape instanceof TypeShape.NullableOf nullable) {
            return boxed(nullable.value());
        }
        return RuntimeClasses.of(((TypeShape.Named) shape).type());
    }

    /** The type as an argument of another. */
    static TypeName boxed(TypeShape shape) {
        return of(shape).box();
    }
}

package dev.escapement.processor.read;

import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Types as messages show them: simple names, no annotations, the same from every compiler. */
final class TypeText {

    private TypeText() {}

    static String of(TypeMirror type) {
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            String arguments = declared.getTypeArguments().isEmpty()
                    ? ""
                    : declared.getTypeArguments().stream()
                            .map(TypeText::of)
                            .collect(Collectors.joining(", ", "<", ">"));
            return element.getSimpleName() + arguments;
        }
        if (type instanceof ArrayType array) {
            return of(array.getComponentType()) + "[]";
        }
        return type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT) : type.toString();
    }
}

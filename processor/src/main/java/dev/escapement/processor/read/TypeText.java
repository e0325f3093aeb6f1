package dev.escapement.processor.read;

import dev.escapement.processor.model.RuntimeNames;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Types as messages show them: simple names, no annotations, the same from every compiler. */
final class TypeText {

    private TypeText() {}

    /** What a type is declared as: "a class", "an enum". */
    static String kind(TypeElement type) {
        return switch (type.getKind()) {
            case INTERFACE ->
                AnnotationTargets.isUnion(type) ? "a sealed interface" : "an interface that is not sealed";
            case ENUM -> "an enum";
            case ANNOTATION_TYPE -> "an annotation";
            case RECORD -> "a record";
            default -> "a class";
        };
    }

    /** Where something stands: "the component id of Order". */
    static String place(Element element) {
        String name = element.getSimpleName().toString();
        String owner = " of " + JavaTypes.enclosing(element).getSimpleName();
        return switch (element.getKind()) {
            case RECORD_COMPONENT -> "the component " + name + owner;
            case ENUM_CONSTANT -> "the constant " + name + owner;
            case CONSTRUCTOR -> "a constructor" + owner;
            case PARAMETER -> "the parameter " + name + owner;
            case METHOD -> method(element, name, owner);
            default -> name;
        };
    }

    private static String method(Element method, String name, String owner) {
        if (Annotations.has(method, RuntimeNames.STEP)) {
            return "the result of the step " + name;
        }
        return Annotations.has(method, RuntimeNames.PREFETCH)
                ? "the result of the prefetch " + name
                : "the method " + name + owner;
    }

    /** A text as the beginning of a sentence. */
    static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** A package as messages show it. */
    static String packageName(String name) {
        return name.isEmpty() ? "the unnamed package" : "the package " + name;
    }

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
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() != null
                    ? "? extends " + of(wildcard.getExtendsBound())
                    : wildcard.getSuperBound() != null ? "? super " + of(wildcard.getSuperBound()) : "?";
        }
        return type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT) : type.toString();
    }
}

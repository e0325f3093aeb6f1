package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.TypeFault;
import dev.escapement.processor.model.RuntimeNames;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * The names that denote types and declarations in messages. They are simple names without annotations, identical for
 * every compiler.
 */
final class TypeText {

    private TypeText() {}

    /** Returns the phrase for the kind of a type, such as "is a record". */
    static TypeFault kind(TypeElement type) {
        return switch (type.getKind()) {
            case INTERFACE -> AnnotationTargets.isUnion(type) ? TypeFault.SEALED_INTERFACE : TypeFault.OPEN_INTERFACE;
            case ENUM -> TypeFault.ENUM;
            case ANNOTATION_TYPE -> TypeFault.ANNOTATION;
            case RECORD -> TypeFault.RECORD;
            default -> TypeFault.CLASS;
        };
    }

    /** Returns the phrase that denotes an element and its enclosing element. */
    static Clause place(Element element) {
        Name name = element.getSimpleName();
        Name owner = JavaTypes.enclosing(element).getSimpleName();
        return switch (element.getKind()) {
            case RECORD_COMPONENT -> Declaration.COMPONENT.with(name, owner);
            case ENUM_CONSTANT -> Declaration.CONSTANT.with(name, owner);
            case FIELD -> Declaration.FIELD.with(name, owner);
            case CONSTRUCTOR -> Declaration.CONSTRUCTOR.with(owner);
            case PARAMETER -> parameter(element, name);
            case METHOD -> method(element, name, owner);
            case TYPE_PARAMETER -> Declaration.TYPE_PARAMETER.with(name, owner);
            default -> Declaration.NAMED.with(name);
        };
    }

    private static Clause method(Element method, Name name, Name owner) {
        if (Annotations.has(method, RuntimeNames.STEP)) {
            return Declaration.STEP_RESULT.with(name);
        }
        if (Annotations.has(method, RuntimeNames.JOIN)) {
            return Declaration.JOIN_RESULT.with(name);
        }
        return Annotations.has(method, RuntimeNames.PREFETCH)
                ? Declaration.PREFETCH_RESULT.with(name)
                : Declaration.METHOD.with(name, owner);
    }

    /** Returns the phrase that denotes a method of an agent. */
    static Clause agentMethod(Element method) {
        Name name = method.getSimpleName();
        if (Annotations.has(method, RuntimeNames.STEP)) {
            return Declaration.STEP.with(name);
        } else if (Annotations.has(method, RuntimeNames.PREFETCH)) {
            return Declaration.PREFETCH.with(name);
        } else if (Annotations.has(method, RuntimeNames.JOIN)) {
            return Declaration.JOIN.with(name);
        }
        return Annotations.has(method, RuntimeNames.GATE)
                ? Declaration.GATE.with(name)
                : Declaration.METHOD.with(name, JavaTypes.enclosing(method).getSimpleName());
    }

    private static Clause parameter(Element parameter, Name name) {
        Element method = JavaTypes.enclosing(parameter);
        return method.getKind() == ElementKind.CONSTRUCTOR
                ? Declaration.CONSTRUCTOR_PARAMETER.with(
                        name, JavaTypes.enclosing(method).getSimpleName())
                : Declaration.PARAMETER.with(name, method.getSimpleName());
    }

    /** Returns the phrase that denotes a package. */
    static Clause packageName(String name) {
        return name.isEmpty() ? Declaration.UNNAMED_PACKAGE : Declaration.PACKAGE.with(name);
    }

    /**
     * Returns the name of a class, qualified unless the class is in {@code java.lang} or in the package of a given
     * element.
     */
    static String qualified(DeclaredType type, Element from) {
        if (!(type.asElement() instanceof TypeElement element)) {
            return of(type);
        }
        String packageName = JavaTypes.of(element).packageName();
        boolean simple = packageName.equals("java.lang") || packageName.equals(JavaTypes.packageName(from));
        String name = element.getSimpleName().toString();
        return simple ? of(type) : element.getQualifiedName() + of(type).substring(name.length());
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

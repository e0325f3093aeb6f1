package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.TypeFault;
import dev.escapement.processor.model.JavaType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The names and visibility of classes. */
final class JavaTypes {

    private JavaTypes() {}

    static JavaType of(TypeElement type) {
        Deque<String> names = new ArrayDeque<>();
        Element e = type;
        while (!(e instanceof PackageElement)) {
            names.addFirst(e.getSimpleName().toString());
            e = enclosing(e);
        }
        return new JavaType(((PackageElement) e).getQualifiedName().toString(), List.copyOf(names));
    }

    /** Returns the name of the package that contains an element. */
    static String packageName(Element element) {
        Element e = element;
        while (!(e instanceof PackageElement)) {
            e = enclosing(e);
        }
        return ((PackageElement) e).getQualifiedName().toString();
    }

    /** Returns the top-level class that contains a class, or the class itself. */
    static TypeElement outermost(TypeElement type) {
        Element e = type;
        while (!(enclosing(e) instanceof PackageElement)) {
            e = enclosing(e);
        }
        return (TypeElement) e;
    }

    /** Returns the element that encloses the given element, which must not be a package or a module. */
    static Element enclosing(Element element) {
        return Objects.requireNonNull(element.getEnclosingElement());
    }

    /** Returns the name of a declared type, without arguments and annotations. */
    static String qualifiedName(TypeMirror type) {
        return element(type).map(found -> found.getQualifiedName().toString()).orElse("");
    }

    /** Returns the element of a declared type, empty for any other type. */
    static Optional<TypeElement> element(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? Optional.of(element)
                : Optional.empty();
    }

    /** Returns a class and its superclasses, the nearest first. */
    static Stream<TypeElement> superclasses(TypeElement type) {
        return Stream.iterate(
                        Optional.of(type),
                        Optional::isPresent,
                        each -> each.flatMap(found -> element(found.getSuperclass())))
                .flatMap(Optional::stream);
    }

    /** Returns the class of a declared type and its superclasses, the nearest first; empty for any other type. */
    static Stream<TypeElement> superclasses(TypeMirror type) {
        return element(type).stream().flatMap(JavaTypes::superclasses);
    }

    /** Throws an exception if a type or a part of it cannot be resolved. */
    static void requireResolved(TypeMirror type, Element where) {
        if (type.getKind() == TypeKind.ERROR) {
            throw new UnresolvedTypeException(type.toString(), where);
        }
        TypeUse.parts(type).forEach(part -> requireResolved(part, where));
    }

    /** Returns the reason why code in a package cannot access a class, empty if it can. */
    static Optional<Clause> obstacle(TypeElement type, String fromPackage) {
        boolean samePackage = of(type).packageName().equals(fromPackage);
        for (Element e = type; e instanceof TypeElement enclosing; e = e.getEnclosingElement()) {
            Optional<TypeFault> obstacle = obstacle(enclosing, samePackage);
            if (obstacle.isPresent()) {
                return obstacle.map(fault ->
                        enclosing.equals(type) ? fault : TypeFault.NESTED.with(enclosing.getSimpleName(), fault));
            }
        }
        return Optional.empty();
    }

    private static Optional<TypeFault> obstacle(TypeElement type, boolean samePackage) {
        Set<Modifier> modifiers = type.getModifiers();
        Element around = enclosing(type);
        if (!(around instanceof TypeElement) && !(around instanceof PackageElement)) {
            return Optional.of(TypeFault.LOCAL);
        }
        if (around.getKind().isInterface()) {
            return Optional.empty(); // implicitly public and static
        }
        if (modifiers.contains(Modifier.PRIVATE)) {
            return Optional.of(TypeFault.PRIVATE);
        }
        if (!samePackage && !modifiers.contains(Modifier.PUBLIC)) {
            return Optional.of(TypeFault.NOT_PUBLIC);
        }
        boolean inner = around instanceof TypeElement
                && type.getKind() == ElementKind.CLASS
                && !modifiers.contains(Modifier.STATIC);
        return inner ? Optional.of(TypeFault.NOT_STATIC) : Optional.empty();
    }

    /** Returns whether a type refers only to public classes. */
    static boolean isPublic(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isPublic(array.getComponentType());
        }
        return !(type instanceof DeclaredType declared)
                || (isPublic((TypeElement) declared.asElement())
                        && declared.getTypeArguments().stream().allMatch(JavaTypes::isPublic));
    }

    /** Returns whether a class and all of its enclosing classes are public. */
    static boolean isPublic(TypeElement type) {
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (!e.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }
}

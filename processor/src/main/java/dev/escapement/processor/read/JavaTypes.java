package dev.escapement.processor.read;

import dev.escapement.processor.model.JavaType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Names and visibility of classes. */
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

    /** What an element stands in; everything but a package or module stands in something. */
    static Element enclosing(Element element) {
        return Objects.requireNonNull(element.getEnclosingElement());
    }

    /** The name of a declared type, without arguments and annotations. */
    static String qualifiedName(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? element.getQualifiedName().toString()
                : "";
    }

    /** Stops here if a type does not exist yet. */
    static void requireResolved(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            throw new UnresolvedTypeException(type.toString());
        }
    }

    /** Whether code of a package can use a class by its name. */
    static boolean isReachable(TypeElement type, String fromPackage) {
        boolean samePackage = of(type).packageName().equals(fromPackage);
        for (Element e = type; e instanceof TypeElement enclosing; e = e.getEnclosingElement()) {
            boolean visible = enclosing.getModifiers().contains(Modifier.PUBLIC)
                    || (samePackage && !enclosing.getModifiers().contains(Modifier.PRIVATE));
            Element around = enclosing(enclosing);
            boolean memberOfInterface = around.getKind().isInterface();
            boolean inner = around instanceof TypeElement
                    && enclosing.getKind() == ElementKind.CLASS
                    && !enclosing.getModifiers().contains(Modifier.STATIC)
                    && !memberOfInterface;
            boolean local = !(around instanceof TypeElement) && !(around instanceof PackageElement);
            if (!(visible || memberOfInterface) || inner || local) {
                return false;
            }
        }
        return true;
    }

    /** Whether a class and all around it are public. */
    static boolean isPublic(TypeElement type) {
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (!e.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }
}

package dev.escapement.processor.read;

import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * The order of the types that a sealed interface permits, which is the order of the branches in a schema.
 *
 * <p>Without a {@code permits} clause, javac lists the types of the source file as declared, and ecj sorts nested types
 * by their names. A class file written by ecj does not contain the order of declaration, and does not state whether
 * there is a clause. The order of the clause therefore applies only if a permitted type is certainly in another source
 * file, because the clause is then required. All other types are in the order of their names.
 */
final class PermittedOrder {

    private PermittedOrder() {}

    /**
     * Returns the types that a sealed interface permits, in the same order with each compiler and from each class file.
     */
    static List<TypeElement> of(TypeElement sealed) {
        List<TypeElement> permitted = sealed.getPermittedSubclasses().stream()
                .map(type -> resolved(type, sealed))
                .toList();
        return permitted.stream().anyMatch(type -> isInOtherFile(type, sealed))
                ? permitted
                : permitted.stream()
                        .sorted(Comparator.comparing(
                                type -> type.getQualifiedName().toString()))
                        .toList();
    }

    private static TypeElement resolved(TypeMirror type, TypeElement sealed) {
        JavaTypes.requireResolved(type, sealed);
        return JavaTypes.element(type).orElseThrow();
    }

    /** Returns whether two types are certainly in different source files. A file has at most one public class. */
    private static boolean isInOtherFile(TypeElement permitted, TypeElement sealed) {
        TypeElement outermost = JavaTypes.outermost(permitted);
        return !outermost.equals(JavaTypes.outermost(sealed))
                && (outermost.getModifiers().contains(Modifier.PUBLIC)
                        || !JavaTypes.packageName(permitted).equals(JavaTypes.packageName(sealed)));
    }
}

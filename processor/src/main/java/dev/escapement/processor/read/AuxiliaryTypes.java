package dev.escapement.processor.read;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;

/**
 * The classes that javac calls auxiliary: top-level classes that are not public, in a source file with another name.
 *
 * <p>{@code Elements} provides the file from Java 18 on. On Java 17 the tree API does, unless a build tool wraps the
 * processing environment, as Gradle does; all classes then count as not auxiliary. The file affects only
 * suppressions, the declared types of private methods and a warning. On Java 17 under Gradle none of them is generated.
 */
final class AuxiliaryTypes {

    private final Elements elements;
    private final TreesFactory trees;

    AuxiliaryTypes(Elements elements, TreesFactory trees) {
        this.elements = elements;
        this.trees = trees;
    }

    /** A factory of the tree API for a processing environment. */
    interface TreesFactory {

        /**
         * Returns the instance of the tree API.
         *
         * @param type the class {@code com.sun.source.util.Trees}
         */
        Object create(Class<?> type) throws ReflectiveOperationException;
    }

    /** Returns whether a top-level class is auxiliary. */
    boolean isAuxiliary(TypeElement type) {
        return !type.getModifiers().contains(Modifier.PUBLIC)
                && !type.getClass().getName().startsWith("org.eclipse.") // the Eclipse compiler has no such warning
                && file(type)
                        .filter(file -> file.getKind() == JavaFileObject.Kind.SOURCE)
                        .filter(file ->
                                !file.isNameCompatible(type.getSimpleName().toString(), JavaFileObject.Kind.SOURCE))
                        .isPresent();
    }

    private Optional<JavaFileObject> file(TypeElement type) {
        try {
            return Runtime.version().feature() < 18 ? fileOfTree(type) : fileOfElement(type);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unavailable) {
            return Optional.empty();
        }
    }

    private Optional<JavaFileObject> fileOfElement(TypeElement type) throws ReflectiveOperationException {
        Object file = Elements.class.getMethod("getFileObjectOf", Element.class).invoke(elements, type);
        return Optional.ofNullable((JavaFileObject) file);
    }

    private Optional<JavaFileObject> fileOfTree(TypeElement type) throws ReflectiveOperationException {
        Class<?> api = Class.forName("com.sun.source.util.Trees");
        Object path = api.getMethod("getPath", Element.class).invoke(trees.create(api), type);
        if (path == null) {
            return Optional.empty(); // from a class file
        }
        Object unit = Class.forName("com.sun.source.util.TreePath")
                .getMethod("getCompilationUnit")
                .invoke(path);
        Object file = Class.forName("com.sun.source.tree.CompilationUnitTree")
                .getMethod("getSourceFile")
                .invoke(unit);
        return Optional.ofNullable((JavaFileObject) file);
    }
}

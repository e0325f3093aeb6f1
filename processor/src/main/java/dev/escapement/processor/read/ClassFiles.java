package dev.escapement.processor.read;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;

/**
 * A finder of the files from which the compiler read a type. It uses the compiler's file manager through the
 * filer, because {@code Elements.getFileObjectOf} does not exist on Java 17. Gradle permits an isolating processor to
 * read resources.
 */
final class ClassFiles {

    private final Elements elements;
    private final Filer filer;

    ClassFiles(Elements elements, Filer filer) {
        this.elements = elements;
        this.filer = filer;
    }

    /** Returns the class file of a type, empty if it is not found or if the compiler prefers a newer source file. */
    Optional<FileObject> find(TypeElement type) {
        Optional<FileObject> source = source(type);
        return classFile(type)
                .filter(file -> source.isEmpty() || source.get().getLastModified() <= file.getLastModified());
    }

    /** Returns whether the compiler finds a source file for a type. */
    boolean hasSource(TypeElement type) {
        return source(type).isPresent();
    }

    private Optional<FileObject> classFile(TypeElement type) {
        String packageName = JavaTypes.packageName(type);
        String binaryName = elements.getBinaryName(type).toString();
        String file = binaryName.substring(packageName.isEmpty() ? 0 : packageName.length() + 1) + ".class";
        return find(
                type,
                packageName,
                file,
                List.of(StandardLocation.CLASS_PATH, StandardLocation.PLATFORM_CLASS_PATH),
                List.of(
                        StandardLocation.MODULE_PATH,
                        StandardLocation.CLASS_OUTPUT,
                        StandardLocation.UPGRADE_MODULE_PATH,
                        StandardLocation.SYSTEM_MODULES));
    }

    private Optional<FileObject> source(TypeElement type) {
        return find(
                type,
                JavaTypes.packageName(type),
                JavaTypes.outermost(type).getSimpleName() + ".java",
                List.of(StandardLocation.SOURCE_PATH, StandardLocation.CLASS_PATH),
                List.of(StandardLocation.MODULE_SOURCE_PATH, StandardLocation.SOURCE_PATH));
    }

    /**
     * Returns the first file that exists.
     *
     * @param unnamed the locations of types in the unnamed module; those of a named module may also be there
     * @param named the locations of types in a named module
     */
    private Optional<FileObject> find(
            TypeElement type,
            String packageName,
            String file,
            List<StandardLocation> unnamed,
            List<StandardLocation> named) {
        ModuleElement module = elements.getModuleOf(type);
        if (module != null && !module.isUnnamed()) {
            String inModule = module.getQualifiedName() + "/" + packageName;
            for (StandardLocation location : named) {
                // javac requires the name of the module, ecj does not accept it.
                Optional<FileObject> found =
                        existing(location, inModule, file).or(() -> existing(location, packageName, file));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return unnamed.stream()
                .flatMap(location -> existing(location, packageName, file).stream())
                .findFirst();
    }

    private Optional<FileObject> existing(JavaFileManager.Location location, String moduleAndPackage, String file) {
        try {
            FileObject found = filer.getResource(location, moduleAndPackage, file);
            found.openInputStream().close(); // javac returns a file that does not exist
            return Optional.of(found);
        } catch (IOException | RuntimeException absent) { // compilers differ in what they throw
            return Optional.empty();
        }
    }
}

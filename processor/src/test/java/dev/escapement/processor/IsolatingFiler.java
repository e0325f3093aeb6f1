package dev.escapement.processor;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * A filer with the rules of Gradle for an isolating processor: each file has exactly one originating top-level type, and
 * resources are in one of three output locations. Gradle permits reads, but compiles again only for changes in what is
 * reachable from the annotated type; therefore a read of anything but a class file or a source file of a given type
 * fails, too.
 */
final class IsolatingFiler implements Filer {

    private static final Set<JavaFileManager.Location> OUTPUTS = Set.of(
            StandardLocation.CLASS_OUTPUT, StandardLocation.SOURCE_OUTPUT, StandardLocation.NATIVE_HEADER_OUTPUT);

    private final Filer filer;
    private final Set<String> readable;
    private final Set<String> read;
    private final Set<String> written;

    /**
     * Creates a filer.
     *
     * @param readable the reachable types, as {@code package/Type}
     * @param read receives the files that are read
     * @param written receives the files that are written
     */
    IsolatingFiler(Filer filer, Set<String> readable, Set<String> read, Set<String> written) {
        this.filer = filer;
        this.readable = readable;
        this.read = read;
        this.written = written;
    }

    @Override
    public JavaFileObject createSourceFile(CharSequence name, Element... originating) throws IOException {
        requireOneOrigin(name, originating);
        return filer.createSourceFile(name, originating);
    }

    @Override
    public JavaFileObject createClassFile(CharSequence name, Element... originating) throws IOException {
        requireOneOrigin(name, originating);
        return filer.createClassFile(name, originating);
    }

    @Override
    public FileObject createResource(
            JavaFileManager.Location location, CharSequence pkg, CharSequence name, Element... originating)
            throws IOException {
        if (!OUTPUTS.contains(location)) {
            throw new IllegalArgumentException("a resource in " + location);
        }
        requireOneOrigin(pkg + "/" + name, originating);
        return filer.createResource(location, pkg, name, originating);
    }

    @Override
    public FileObject getResource(JavaFileManager.Location location, CharSequence pkg, CharSequence name)
            throws IOException {
        String file = pkg + "/" + name;
        read.add(file);
        if (!readable.contains(file.replaceFirst("(\\$\\w+)*\\.(class|java)$", ""))) {
            throw new IllegalArgumentException("a read of " + file + " in " + location);
        }
        return filer.getResource(location, pkg, name);
    }

    private void requireOneOrigin(CharSequence file, Element... originating) {
        written.add(file.toString());
        Set<String> types = Arrays.stream(originating)
                .map(IsolatingFiler::topLevel)
                .map(Element::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        if (originating.length != 1 || types.size() != 1) {
            throw new IllegalArgumentException(file + " originates from " + types);
        }
    }

    private static Element topLevel(Element element) {
        Element type = element;
        while (!(type.getEnclosingElement() instanceof PackageElement)) {
            type = type.getEnclosingElement();
        }
        return type;
    }
}

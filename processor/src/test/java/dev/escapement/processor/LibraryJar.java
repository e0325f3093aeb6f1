package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A jar that is compiled separately from the classes that use it. */
final class LibraryJar {

    private LibraryJar() {}

    /** Compiles sources in a folder without other files, and returns the jar. */
    static Path compile(CompilerHarness compiler, Path folder, String... sources) throws IOException {
        CompilerHarness.Compiled compiled = compiler.compile(SourceFiles.write(folder, sources), folder);
        assertTrue(compiled.succeeded(), () -> compiled.messages().toString());
        Path classes = folder.resolve("classes");
        Path jar = folder.resolve("library.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                entries.write(Files.readAllBytes(file));
            }
        }
        return jar;
    }

    /** Returns a loader of classes in jars and folders. */
    static URLClassLoader loader(Path... paths) throws IOException {
        URL[] urls = new URL[paths.length];
        for (int i = 0; i < paths.length; i++) {
            urls[i] = paths[i].toUri().toURL();
        }
        return new URLClassLoader(urls, LibraryJar.class.getClassLoader());
    }
}

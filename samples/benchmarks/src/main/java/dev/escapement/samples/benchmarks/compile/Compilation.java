package dev.escapement.samples.benchmarks.compile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A compilation that runs in this JVM and writes to a temporary directory. */
final class Compilation {

    private static final String PROCESSOR = "dev.escapement.processor.EscapementProcessor";

    private Compilation() {}

    /** Compiles tools with the processor and returns the duration in nanoseconds. */
    static long withProcessor(JavaFileObject tools) throws IOException {
        return inFolder(folder -> run(List.of(tools), List.of(), options(folder, "-processor", PROCESSOR)));
    }

    /** Compiles tools and the sources that were generated for them, and returns the duration in nanoseconds. */
    static long withoutProcessor(JavaFileObject tools, List<Path> generated) throws IOException {
        return inFolder(folder -> run(List.of(tools), generated, options(folder, "-proc:none")));
    }

    /** Generates the sources for tools into a directory and returns the paths of the sources. */
    static List<Path> generate(JavaFileObject tools, Path folder) throws IOException {
        run(List.of(tools), List.of(), options(folder, "-proc:only", "-processor", PROCESSOR));
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** An action that uses a directory. */
    @FunctionalInterface
    private interface Action {

        long in(Path folder) throws IOException;
    }

    private static long inFolder(Action action) throws IOException {
        Path folder = Files.createTempDirectory("compile-cost");
        try {
            return action.in(folder);
        } finally {
            delete(folder);
        }
    }

    /** Deletes a directory and everything in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<String> options(Path folder, String... more) {
        String path = System.getProperty("java.class.path");
        List<String> options =
                new ArrayList<>(List.of("-classpath", path, "-processorpath", path, "-d", folder.toString()));
        options.addAll(List.of(more));
        return options;
    }

    private static long run(List<JavaFileObject> sources, List<Path> paths, List<String> options) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                javac.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<JavaFileObject> all = new ArrayList<>(sources);
            files.getJavaFileObjectsFromPaths(paths).forEach(all::add);
            long start = System.nanoTime();
            if (!javac.getTask(null, files, messages, options, null, all).call()) {
                throw new IllegalStateException("the tools do not compile: " + messages.getDiagnostics());
            }
            return System.nanoTime() - start;
        }
    }
}

package dev.escapement.samples.benchmarks.compile;

import dev.escapement.samples.benchmarks.ClassPath;
import dev.escapement.samples.benchmarks.Directories;
import dev.escapement.samples.benchmarks.InterleavedRounds;
import dev.escapement.samples.benchmarks.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A compilation that runs in this JVM, with the processor and the classes of one library. It writes to a temporary
 * directory.
 */
final class Compilation {

    /** The name of the measurement with the processor. */
    static final String PROCESSOR = "with the processor";

    /** The name of the measurement without the processor. */
    static final String NONE = "-proc:none with the generated sources";

    /** The compilation with the processor of Escapement. */
    static final Compilation ESCAPEMENT = new Compilation(
            ClassPath.ESCAPEMENT_RUNTIME + "|/processor/target/|/escapement-processor/|/javapoet/",
            "dev.escapement.processor.EscapementProcessor");

    private static final double NANOS_PER_MILLI = 1_000_000;

    private final List<String> common;

    /**
     * Creates a compilation.
     *
     * @param entries the pattern of the class path entries that contain the library and its processors
     * @param processors the class names of the processors, separated by commas. They are named because javac's search
     *     for processors includes the class path of this JVM
     */
    Compilation(String entries, String processors) {
        String path = ClassPath.select(Pattern.compile(entries));
        this.common = List.of("-classpath", path, "-processorpath", path, "-processor", processors);
    }

    /**
     * Returns measurements of the milliseconds that a compilation takes: with the processor, and without it but with
     * the sources that it generates. A processor that generates classes leaves only the given sources to the second.
     *
     * @param sources the sources to compile
     * @param types the number of types for each of which the processor generates a file or more
     * @param folder the directory that receives the generated files
     */
    Map<String, InterleavedRounds.Task> tasks(List<JavaFileObject> sources, int types, Path folder) throws IOException {
        run(sources, List.of(), folder, "-proc:only");
        List<Path> generated = files(folder, ".java");
        int count = generated.size() + files(folder, ".class").size();
        if (count < types) {
            throw new IllegalStateException(count + " files were generated for " + types + " types");
        }
        Map<String, InterleavedRounds.Task> tasks = new LinkedHashMap<>();
        tasks.put(PROCESSOR, () -> measure(sources, List.of()));
        tasks.put(NONE, () -> measure(sources, generated, "-proc:none"));
        return tasks;
    }

    private Sample measure(List<JavaFileObject> sources, List<Path> generated, String... options) throws IOException {
        Path folder = Files.createTempDirectory("compile-cost");
        try {
            return new Sample(run(sources, generated, folder, options) / NANOS_PER_MILLI);
        } finally {
            Directories.delete(folder);
        }
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }

    /** Compiles sources and returns the duration in nanoseconds. */
    private long run(List<JavaFileObject> sources, List<Path> paths, Path folder, String... more) throws IOException {
        List<String> options = new ArrayList<>(common);
        options.addAll(List.of("-d", folder.toString()));
        options.addAll(List.of(more));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                javac.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<JavaFileObject> all = new ArrayList<>(sources);
            files.getJavaFileObjectsFromPaths(paths).forEach(all::add);
            long start = System.nanoTime();
            if (!javac.getTask(null, files, messages, options, null, all).call()) {
                throw new IllegalStateException("the sources do not compile: " + messages.getDiagnostics());
            }
            return System.nanoTime() - start;
        }
    }
}

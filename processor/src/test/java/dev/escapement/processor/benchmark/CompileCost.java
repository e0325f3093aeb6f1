package dev.escapement.processor.benchmark;

import dev.escapement.processor.EscapementProcessor;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A benchmark of the compile time per tool and of its growth with the number of tools. Compiles one source file with
 * 300 and one with 3,000 small tools, and prints the cost per tool in each and the ratio. The README of the module
 * describes how to run it. It is not a test, because its result is a duration.
 */
public final class CompileCost {

    private static final int FEW = 300;
    private static final int MANY = 3_000;

    private CompileCost() {}

    /** Runs the benchmark, which takes one to two minutes. */
    public static void main(String[] args) throws IOException {
        System.out.println("Warming up with " + FEW + " tools ...");
        millisecondsPerTool(FEW);
        double few = millisecondsPerTool(FEW);
        double many = millisecondsPerTool(MANY);
        System.out.printf(
                Locale.ROOT,
                "%d tools: %.2f ms each; %d tools: %.2f ms each; ratio %.2f%n",
                FEW,
                few,
                MANY,
                many,
                many / few);
    }

    private static double millisecondsPerTool(int tools) throws IOException {
        Path folder = Files.createTempDirectory("compile-cost");
        try {
            JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
            DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
            try (StandardJavaFileManager files =
                    javac.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
                List<String> options =
                        List.of("-classpath", System.getProperty("java.class.path"), "-d", folder.toString());
                JavaCompiler.CompilationTask task =
                        javac.getTask(null, files, messages, options, null, List.of(source(tools)));
                task.setProcessors(List.of(new EscapementProcessor()));
                long start = System.nanoTime();
                if (!task.call()) {
                    throw new IllegalStateException("the tools do not compile: " + messages.getDiagnostics());
                }
                double milliseconds = (System.nanoTime() - start) / 1e6;
                System.out.printf(Locale.ROOT, "%d tools compiled in %.0f ms%n", tools, milliseconds);
                return milliseconds / tools;
            }
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static JavaFileObject source(int tools) {
        StringBuilder text = new StringBuilder("import dev.escapement.*;\nimport java.util.*;\nclass Tools {\n");
        for (int i = 0; i < tools; i++) {
            text.append("  /** Tool. */ @Tool record Tool")
                    .append(i)
                    .append("(@Describe(\"a\") String text, @Describe(\"b\") int count,")
                    .append(" @Describe(\"c\") Optional<List<String>> names) {}\n");
        }
        String source = text.append("}\n").toString();
        return new SimpleJavaFileObject(URI.create("string:///Tools.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }
}

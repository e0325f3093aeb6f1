package dev.escapement.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.jspecify.annotations.Nullable;

/**
 * The compilers that the processor supports. They compile real files, because the Eclipse compiler reads no other kind.
 */
enum CompilerHarness {
    JAVAC,
    ECLIPSE;

    /**
     * The files of javac, whose options contain all paths that a compilation can change. Other managers of files would open
     * and index each jar of the class path again, which takes longer than most compilations.
     */
    private static final StandardJavaFileManager JAVAC_FILES = JAVAC.files(null);

    /** The options with paths that remain in a manager of files. */
    private static final Set<String> LASTING = Set.of("--module-path", "--processor-path", "-processorpath");

    /** A message of a compiler. Without a position, the file is empty and the line is 0. */
    record Message(String file, long line, Diagnostic.Kind kind, String text) {

        boolean isOurs() {
            return text.startsWith("[ESC");
        }
    }

    /** The result of a compilation, with the generated sources by the qualified names of their classes. */
    record Compiled(boolean succeeded, List<Message> messages, SortedMap<String, String> generated) {

        /** Returns the messages of our processor. */
        List<String> ours() {
            return messages.stream().filter(Message::isOurs).map(Message::text).toList();
        }

        /** Returns the messages that fail a build with {@code -Werror} or that Eclipse underlines. */
        List<Message> complaints() {
            return messages.stream()
                    .filter(message -> EnumSet.of(
                                    Diagnostic.Kind.ERROR, Diagnostic.Kind.WARNING, Diagnostic.Kind.MANDATORY_WARNING)
                            .contains(message.kind()))
                    .toList();
        }
    }

    /** Compiles with our processor. */
    Compiled compile(List<Path> sources, Path into, String... options) throws IOException {
        return compile(sources, into, List.of(options), new EscapementProcessor());
    }

    /** Compiles into the {@code classes} and {@code sources} folders below a folder. */
    Compiled compile(List<Path> sources, Path into, List<String> options, Processor... processors) throws IOException {
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        Path generated = Files.createDirectories(into.resolve("sources"));
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "17",
                "-encoding",
                "UTF-8",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                Files.createDirectories(into.resolve("classes")).toString(),
                "-s",
                generated.toString()));
        arguments.addAll(options);
        boolean succeeded;
        if (this == JAVAC && Collections.disjoint(options, LASTING)) {
            synchronized (JAVAC_FILES) {
                succeeded = call(JAVAC_FILES, collector, arguments, sources, processors);
            }
        } else {
            try (StandardJavaFileManager files = files(collector)) {
                succeeded = call(files, collector, arguments, sources, processors);
            }
        }
        List<Message> messages = collector.getDiagnostics().stream()
                .map(CompilerHarness::message)
                .toList();
        return new Compiled(succeeded, messages, texts(generated));
    }

    private boolean call(
            StandardJavaFileManager files,
            DiagnosticCollector<JavaFileObject> collector,
            List<String> arguments,
            List<Path> sources,
            Processor... processors) {
        JavaCompiler.CompilationTask task = compiler()
                .getTask(
                        new StringWriter(),
                        files,
                        collector,
                        arguments,
                        null,
                        files.getJavaFileObjectsFromPaths(sources));
        if (processors.length > 0) { // otherwise the processors that the compiler discovers
            task.setProcessors(List.of(processors));
        }
        return task.call();
    }

    private JavaCompiler compiler() {
        return this == JAVAC ? ToolProvider.getSystemJavaCompiler() : new EclipseCompiler();
    }

    private StandardJavaFileManager files(@Nullable DiagnosticListener<JavaFileObject> listener) {
        return compiler().getStandardFileManager(listener, Locale.ROOT, StandardCharsets.UTF_8);
    }

    private static Message message(Diagnostic<? extends JavaFileObject> diagnostic) {
        String text = diagnostic.getMessage(Locale.ROOT);
        if (diagnostic.getSource() == null || diagnostic.getLineNumber() < 1) {
            return new Message("", 0, diagnostic.getKind(), text);
        }
        String file = Path.of(diagnostic.getSource().toUri()).getFileName().toString();
        return new Message(file, diagnostic.getLineNumber(), diagnostic.getKind(), text);
    }

    private static SortedMap<String, String> texts(Path folder) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                String name = folder.relativize(file).toString().replaceAll("[/\\\\]", ".");
                texts.put(name.replaceFirst("\\.java$", ""), read(file));
            });
        }
        return texts;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

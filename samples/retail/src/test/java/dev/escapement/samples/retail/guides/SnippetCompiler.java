package dev.escapement.samples.retail.guides;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A compiler of a document's program, which returns the differences between the document and the diagnostics. */
final class SnippetCompiler {

    /**
     * All warnings are errors, except two: javac warns about annotations that no processor claims, and about types that
     * share a file, which blocks of documentation do for brevity.
     */
    private static final List<String> OPTIONS = List.of("-Xlint:all,-processing,-auxiliaryclass", "-Werror");

    /** The error by which -Werror ends a compilation; the warnings are listed before it. */
    private static final String WARNINGS_FOUND = "compiler.err.warnings.and.werror";

    private static final Pattern ID = Pattern.compile("^\\[(ESC\\d{3})\\]");

    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    private final Path directory;

    /**
     * Creates a compiler.
     *
     * @param directory an empty directory for its output
     */
    SnippetCompiler(Path directory) {
        this.directory = directory;
    }

    /** Returns the faults of a document, one message each. */
    List<String> faults(SnippetProgram program) {
        List<String> faults = new ArrayList<>();
        Path path = program.document().path();
        if (!program.sources().isEmpty()) {
            compile(program.sources()).forEach(diagnostic -> faults.add(message(path, diagnostic)));
        }
        program.fileExcerpts().stream()
                .filter(excerpt -> !isExcerpt(file(path, excerpt.path()), excerpt.block()))
                .forEach(excerpt ->
                        faults.add(path + ":" + excerpt.block().line() + ": not an excerpt of " + excerpt.path()));
        if (faults.isEmpty()) {
            program.excerpts().stream()
                    .filter(excerpt -> !isExcerpt(generated(excerpt.type()), excerpt.block()))
                    .forEach(excerpt -> faults.add(path + ":" + excerpt.block().line() + ": not an excerpt of "
                            + excerpt.type() + ", which is\n" + generated(excerpt.type())));
            program.refusals().forEach(refusal -> check(path, refusal, faults));
        }
        return faults;
    }

    private void check(Path path, SnippetProgram.Refusal refusal, List<String> faults) {
        List<Diagnostic<? extends JavaFileObject>> diagnostics = compile(List.of(refusal.source()));
        TreeSet<String> ids =
                diagnostics.stream().map(SnippetCompiler::id).collect(Collectors.toCollection(TreeSet::new));
        if (!ids.equals(refusal.ids())) {
            faults.add(path + ":" + refusal.source().block().line() + ": expected " + refusal.ids() + ", found " + ids
                    + diagnostics.stream()
                            .map(diagnostic -> "\n  " + message(path, diagnostic))
                            .collect(Collectors.joining()));
        }
    }

    /** Returns the id of a problem of the processor; of another diagnostic, the compiler's code. */
    private static String id(Diagnostic<?> diagnostic) {
        Matcher id = ID.matcher(diagnostic.getMessage(Locale.ROOT));
        return id.find() ? id.group(1) : diagnostic.getCode();
    }

    private List<Diagnostic<? extends JavaFileObject>> compile(List<SnippetSource> sources) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                JAVAC.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = new ArrayList<>(OPTIONS);
            options.addAll(List.of(
                    "-d", output("classes").toString(), "-s", output("sources").toString()));
            options.addAll(
                    List.of("-cp", System.getProperty("java.class.path") + File.pathSeparator + output("classes")));
            JavaCompiler.CompilationTask task = JAVAC.getTask(
                    null,
                    files,
                    diagnostics,
                    options,
                    null,
                    sources.stream().map(SnippetFile::new).toList());
            task.setProcessors(List.of(processor()));
            task.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .filter(diagnostic -> !diagnostic.getCode().equals(WARNINGS_FOUND))
                .toList();
    }

    /** Returns the processor of this build, found in the same way as by javac. */
    private static Processor processor() {
        return ServiceLoader.load(Processor.class).stream()
                .filter(provider -> provider.type().getName().startsWith("dev.escapement."))
                .map(ServiceLoader.Provider::get)
                .findFirst()
                .orElseThrow();
    }

    private Path output(String name) throws IOException {
        return Files.createDirectories(directory.resolve(name));
    }

    private static String message(Path path, Diagnostic<? extends JavaFileObject> diagnostic) {
        String line = diagnostic.getSource() instanceof SnippetFile file
                ? ":" + file.source.documentLine(diagnostic.getLineNumber())
                : "";
        return path + line + ": " + diagnostic.getMessage(Locale.ROOT);
    }

    /** Returns whether each part between ellipses occurs in a text, in this order; white space does not count. */
    private static boolean isExcerpt(String text, FencedBlock block) {
        String file = text.replaceAll("\\s", "");
        int from = 0;
        for (String part : block.text().split("(?m)^\\s*…$")) {
            String wanted = part.replaceAll("\\s", "");
            int at = file.indexOf(wanted, from);
            if (at < 0) {
                return false;
            }
            from = at + wanted.length();
        }
        return true;
    }

    /** Returns the text of a file of the module to which a document belongs; empty if it does not exist. */
    private static String file(Path document, String path) {
        for (Path folder = MarkdownFiles.ROOT.resolve(document).getParent();
                folder != null && folder.startsWith(MarkdownFiles.ROOT);
                folder = folder.getParent()) {
            Path file = folder.resolve(path);
            if (Files.isRegularFile(file)) {
                try {
                    return Files.readString(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return "";
    }

    private String generated(String type) {
        try (var files = Files.walk(output("sources"))) {
            Map<String, Path> byName = files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), Function.identity()));
            Path file = byName.get(type + ".java");
            return file == null ? "(not generated; generated are " + byName.keySet() + ")" : Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A unit in memory that may declare public types of any name. */
    private static final class SnippetFile extends SimpleJavaFileObject {

        private final SnippetSource source;

        SnippetFile(SnippetSource source) {
            super(uri(source), Kind.SOURCE);
            this.source = source;
        }

        private static URI uri(SnippetSource source) {
            String folder = source.packageName().replace('.', '/');
            return URI.create("snippet:///" + folder + "/Line" + source.block().line() + ".java");
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return kind == Kind.SOURCE && !simpleName.endsWith("-info");
        }

        @Override
        public String getCharContent(boolean ignoreEncodingErrors) {
            return source.text();
        }
    }
}

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

/**
 * A compiler of the programs of documents, which returns the differences between a document and the diagnostics. Its
 * programs share the index of the class path, which is more work than the compilation of a program. Must be closed.
 */
final class SnippetCompiler implements AutoCloseable {

    /**
     * All warnings are errors, except two: javac warns about annotations that no processor claims, and about types that
     * share a file, which blocks of documentation do for brevity.
     */
    private static final List<String> OPTIONS =
            List.of("-Xlint:all,-processing,-auxiliaryclass", "-Werror", "-Xmaxerrs", "1000", "-Xmaxwarns", "1000");

    /** The error by which -Werror ends a compilation; the warnings are listed before it. */
    private static final String WARNINGS_FOUND = "compiler.err.warnings.and.werror";

    private static final Pattern ID = Pattern.compile("^\\[(ESC\\d{3})\\]");

    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    private final StandardJavaFileManager files =
            JAVAC.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    /**
     * Returns the faults of a document, one message each.
     *
     * @param directory an empty directory for the output
     */
    List<String> faults(SnippetProgram program, Path directory) {
        Path path = program.document().path();
        List<String> faults = new ArrayList<>();
        if (!program.sources().isEmpty()) {
            compile(files(program), directory).forEach(diagnostic -> faults.add(message(path, diagnostic)));
        }
        program.fileExcerpts().stream()
                .filter(excerpt -> !isExcerpt(file(path, excerpt.path()), excerpt.block()))
                .forEach(excerpt ->
                        faults.add(path + ":" + excerpt.block().line() + ": not an excerpt of " + excerpt.path()));
        if (faults.isEmpty()) {
            program.excerpts().stream()
                    .filter(excerpt -> !isExcerpt(generated(directory, excerpt.type()), excerpt.block()))
                    .forEach(excerpt -> faults.add(path + ":" + excerpt.block().line() + ": not an excerpt of "
                            + excerpt.type() + ", which is\n" + generated(directory, excerpt.type())));
            program.refusals().forEach(refusal -> check(path, refusal, directory, faults));
        }
        return faults;
    }

    /**
     * Returns the faults of documents whose programs are compiled together. The programs have different packages, and no
     * excerpts and rejected blocks.
     *
     * @param directory an empty directory for the output
     * @return the messages by document; a document without faults is absent
     */
    Map<Path, List<String>> faultsTogether(List<SnippetProgram> programs, Path directory) {
        List<SnippetFile> units =
                programs.stream().flatMap(program -> files(program).stream()).toList();
        return compile(units, directory).stream()
                .collect(Collectors.groupingBy(
                        SnippetCompiler::document,
                        Collectors.mapping(
                                diagnostic -> message(document(diagnostic), diagnostic), Collectors.toList())));
    }

    /** Returns the document of a diagnostic; an empty path if it has no place. */
    private static Path document(Diagnostic<? extends JavaFileObject> diagnostic) {
        return diagnostic.getSource() instanceof SnippetFile file ? file.document : Path.of("");
    }

    private static List<SnippetFile> files(SnippetProgram program) {
        return program.sources().stream()
                .map(source -> new SnippetFile(program.document().path(), source))
                .toList();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    private void check(Path path, SnippetProgram.Refusal refusal, Path directory, List<String> faults) {
        List<Diagnostic<? extends JavaFileObject>> diagnostics =
                compile(List.of(new SnippetFile(path, refusal.source())), directory);
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

    private List<Diagnostic<? extends JavaFileObject>> compile(List<SnippetFile> units, Path directory) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try {
            Path classes = output(directory, "classes");
            List<String> options = new ArrayList<>(OPTIONS);
            options.addAll(List.of(
                    "-d", classes.toString(), "-s", output(directory, "sources").toString()));
            options.addAll(List.of("-cp", System.getProperty("java.class.path") + File.pathSeparator + classes));
            JavaCompiler.CompilationTask task = JAVAC.getTask(null, files, diagnostics, options, null, units);
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

    private static Path output(Path directory, String name) throws IOException {
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

    private static String generated(Path directory, String type) {
        try (var sources = Files.walk(output(directory, "sources"))) {
            Map<String, Path> byName = sources.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), Function.identity()));
            Path file = byName.get(type + ".java");
            return file == null ? "(not generated; generated are " + byName.keySet() + ")" : Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A unit in memory that may declare public types of any name. */
    private static final class SnippetFile extends SimpleJavaFileObject {

        private final Path document;
        private final SnippetSource source;

        SnippetFile(Path document, SnippetSource source) {
            super(uri(source), Kind.SOURCE);
            this.document = document;
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

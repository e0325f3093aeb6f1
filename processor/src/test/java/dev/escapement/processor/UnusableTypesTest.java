package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.escapement.processor.diagnostic.AnnotationRemedy;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.TypeFault;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that a type that generated code cannot use is reported at the component, not inside a generated file. */
class UnusableTypesTest {

    private static final String MOVE = """
            package shop;

            /** Moves. */
            @SuppressWarnings("ESC040")
            @dev.escapement.Tool
            public record Move(
                wares.Address to) {}
            """;

    private static final String ADDRESS = "package wares;\n%s public record Address(%s String street) {}\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void codecThatIsMissingIsReported(CompilerHarness compiler) throws IOException {
        library(compiler, ADDRESS.formatted("@dev.escapement.Codec", ""));

        assertEquals(
                List.of(at(
                        compiler, ProblemKind.MISSING_CODEC.message(List.of("wares.Address", "wares.AddressCodec")))),
                compile(compiler, new EscapementProcessor()));
    }

    /** Since Java 22, javac does not depend on class files. */
    @ParameterizedTest
    @EnumSource
    void annotationsThatCannotBeReadAreReported(CompilerHarness compiler) throws IOException {
        library(compiler, ADDRESS.formatted("", ""));
        Processor unreadable = FilerSpyProcessor.around(UnusableTypesTest::unreadable);
        boolean complete =
                compiler == CompilerHarness.JAVAC && Runtime.version().feature() >= 22;

        assertEquals(
                complete
                        ? List.of()
                        : List.of(at(compiler, ProblemKind.HIDDEN_ANNOTATIONS.message(List.of("wares.Address")))),
                compile(compiler, unreadable));
    }

    @ParameterizedTest
    @EnumSource
    void nullableThatClassFilesDoNotKeepIsReported(CompilerHarness compiler) throws IOException {
        String nullable = """
                package shop;

                import java.lang.annotation.*;

                @Target(ElementType.TYPE_USE)
                @Retention(RetentionPolicy.SOURCE)
                @interface Nullable {}
                """;
        String tool = MOVE.replace("wares.Address to", "java.util.List<@Nullable String> to");

        assertEquals(
                List.of(at(
                        compiler,
                        ProblemKind.UNSUPPORTED_ANNOTATION.message(List.of(
                                "Nullable",
                                Declaration.COMPONENT.with("to", "Move"),
                                AnnotationRemedy.KEPT_ANNOTATION)))),
                compile(compiler, new EscapementProcessor(), tool, nullable));
    }

    @Test
    void typeOfAnUnexportedPackageIsReported() throws IOException {
        Path library = folder.resolve("library");
        CompilerHarness.JAVAC.compile(
                List.of(
                        write(library, "module-info", "module wares { exports wares; }"),
                        write(library, "Part", "package hidden; public record Part(String text) {}"),
                        write(library, "Address", "package wares; public record Address(hidden.Part part) {}")),
                library,
                List.of("-proc:none"));
        List<Path> sources = new ArrayList<>(SourceFiles.write(folder, MOVE));
        sources.add(write(folder, "module-info", "module shop { requires wares; requires dev.escapement; }"));

        CompilerHarness.Compiled compiled = CompilerHarness.JAVAC.compile(
                sources,
                folder,
                "--module-path",
                library.resolve("classes") + File.pathSeparator + System.getProperty("java.class.path"));

        assertEquals(
                List.of("Move.java:7 "
                        + ProblemKind.NOT_VISIBLE.message(
                                List.of("hidden.Part", TypeFault.OF_OTHER_MODULE.with("shop")))),
                messages(compiled));
    }

    @Test
    void typeInACompactSourceFileIsReported() throws IOException {
        assumeTrue(Runtime.version().feature() >= 25, "compact source files");
        Path source = write(folder, "Main", """
                /** Moves. */
                @SuppressWarnings("ESC040")
                @dev.escapement.Tool
                record Move(String to) {}

                void main() {}
                """);

        CompilerHarness.Compiled compiled = CompilerHarness.JAVAC.compile(
                List.of(source),
                folder,
                "--release",
                String.valueOf(Runtime.version().feature()));

        assertEquals(
                List.of(ProblemKind.NOT_VISIBLE.message(List.of("Main.Move", TypeFault.COMPACT))), compiled.ours());
    }

    private static Filer unreadable(Filer filer) {
        return (Filer) Proxy.newProxyInstance(
                Filer.class.getClassLoader(), new Class<?>[] {Filer.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getResource")) {
                        throw new FileNotFoundException(arguments[2].toString());
                    }
                    try {
                        return method.invoke(filer, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** ecj has no positions of records and components. */
    private static String at(CompilerHarness compiler, String message) {
        return (compiler == CompilerHarness.JAVAC ? "Move.java:7 " : ":0 ") + message;
    }

    private void library(CompilerHarness compiler, String source) throws IOException {
        Path library = folder.resolve("library");
        compiler.compile(SourceFiles.write(library, source), library, List.of("-proc:none"));
    }

    private List<String> compile(CompilerHarness compiler, Processor processor) throws IOException {
        return compile(compiler, processor, MOVE);
    }

    private List<String> compile(CompilerHarness compiler, Processor processor, String... sources) throws IOException {
        String classPath =
                folder.resolve("library/classes") + File.pathSeparator + System.getProperty("java.class.path");
        return messages(compiler.compile(
                SourceFiles.write(folder, sources), folder, List.of("-classpath", classPath), processor));
    }

    private static List<String> messages(CompilerHarness.Compiled compiled) {
        return compiled.messages().stream()
                .filter(CompilerHarness.Message::isOurs)
                .map(message -> message.file() + ":" + message.line() + " " + message.text())
                .toList();
    }

    private static Path write(Path folder, String name, String source) throws IOException {
        return Files.writeString(Files.createDirectories(folder).resolve(name + ".java"), source);
    }
}

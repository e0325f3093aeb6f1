package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that the processor keeps Gradle's rules for isolating processors: a filer that rejects everything else does not
 * change what is generated.
 */
class IsolatingProcessorTest {

    private static final String LIBRARY = """
            package wares;

            public record Address(@org.jspecify.annotations.Nullable String street, Kind kind) {
              public enum Kind { HOME, WORK }

              public record Part(@org.jspecify.annotations.Nullable String text) {}
            }
            """;

    private static final List<String> SOURCES = List.of("Move", """
            package shop;

            import dev.escapement.Tool;

            /** Moves. */
            @SuppressWarnings("ESC040")
            @Tool
            public record Move(wares.Address to, wares.Address.Part part, Parcel parcel) {}
            """, "Parcel", """
            package shop;

            @dev.escapement.Codec
            public record Parcel(long grams) {}
            """, "Desk", """
            package shop;

            import dev.escapement.Agent;
            import dev.escapement.OnText;
            import dev.escapement.Prompt;
            import dev.escapement.Step;
            import dev.escapement.Tool;

            @Agent(onText = OnText.FINISH)
            public class Desk {
              /** Weighs. */
              @SuppressWarnings("ESC040")
              @Tool
              public record Weigh(Parcel parcel) {}

              @Prompt
              String prompt() {
                return "";
              }

              @Step
              Parcel move(Move call) {
                return call.parcel();
              }

              @Step
              long weigh(Weigh call) {
                return call.parcel().grams();
              }
            }
            """);

    private final Set<String> read = new TreeSet<>();
    private final Set<String> written = new TreeSet<>();

    @TempDir
    private Path folder;

    static Stream<JavaCompiler> compilers() {
        return Stream.of(ToolProvider.getSystemJavaCompiler(), new EclipseCompiler());
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void isolatingFilerAcceptsAllReadsAndWrites(JavaCompiler compiler) throws IOException {
        assertEquals("", compile(compiler));
        assertEquals(
                Set.of(
                        "shop.DeskLoop",
                        "shop.Desk_WeighSpec",
                        "shop.MoveSpec",
                        "shop.ParcelCodec",
                        "shop/DeskLoop.mmd",
                        "shop/Desk_Weigh.schema.json",
                        "shop/Move.schema.json"),
                written);
        assertTrue(
                read.stream().allMatch(file -> file.startsWith("wares/Address")),
                () -> "only files of a component's type are read: " + read);
        String schema = Files.readString(folder.resolve("shop/shop/Move.schema.json"));
        assertTrue(schema.contains("\"street\":{\"type\":[\"string\",\"null\"]}"), schema);
        assertTrue(schema.contains("\"text\":{\"type\":[\"string\",\"null\"]}"), schema);
    }

    @Test
    void isolatingFilerRejectsEverythingElse() {
        Filer filer = new IsolatingFiler(
                (Filer) Proxy.newProxyInstance(
                        Filer.class.getClassLoader(), new Class<?>[] {Filer.class}, (proxy, method, arguments) -> null),
                Set.of("wares/Address"),
                read,
                written);

        assertThrows(IllegalArgumentException.class, () -> filer.createSourceFile("shop.MoveSpec"));
        assertThrows(
                IllegalArgumentException.class,
                () -> filer.createResource(StandardLocation.CLASS_PATH, "shop", "lock.json"));
        assertThrows(
                IllegalArgumentException.class,
                () -> filer.getResource(StandardLocation.CLASS_OUTPUT, "shop", "lock.json"));
        assertThrows(
                IllegalArgumentException.class,
                () -> filer.getResource(StandardLocation.CLASS_PATH, "wares", "Other.class"));
    }

    /** Compiles the library, then the other sources with it on the class path, and returns the errors of both. */
    private String compile(JavaCompiler compiler) throws IOException {
        Path library = folder.resolve("wares");
        String errors = compile(compiler, library, List.of("-proc:none"), List.of("Address", LIBRARY));
        return errors.isEmpty()
                ? compile(
                        compiler,
                        folder.resolve("shop"),
                        List.of("-classpath", library + File.pathSeparator + System.getProperty("java.class.path")),
                        SOURCES)
                : errors;
    }

    private String compile(JavaCompiler compiler, Path into, List<String> options, List<String> namesAndSources)
            throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < namesAndSources.size(); i += 2) {
            Path file = Files.createDirectories(into).resolve(namesAndSources.get(i) + ".java");
            files.add(Files.writeString(file, namesAndSources.get(i + 1)));
        }
        List<String> arguments = new ArrayList<>(MatrixCompiler.TARGET);
        arguments.addAll(List.of("-d", into.toString(), "-s", into.toString()));
        arguments.addAll(options);
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    messages, manager, null, arguments, null, manager.getJavaFileObjectsFromPaths(files));
            if (!options.contains("-proc:none")) {
                task.setProcessors(List.of(isolated()));
            }
            return task.call() ? "" : messages.toString();
        }
    }

    private Processor isolated() {
        return FilerSpyProcessor.around(filer -> new IsolatingFiler(filer, Set.of("wares/Address"), read, written));
    }
}

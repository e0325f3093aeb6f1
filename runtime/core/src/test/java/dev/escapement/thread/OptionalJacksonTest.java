package dev.escapement.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonParser;

/** Tests that applications can use threads and events without databind, and as Java modules with databind. */
class OptionalJacksonTest {

    private static final String USER = """
            import dev.escapement.thread.AgentThread;
            import dev.escapement.thread.Event;
            import java.util.List;

            class User {
                List<Event.Stopped> stopped = List.of();

                String text(AgentThread thread) {
                    StringBuilder text = new StringBuilder(thread.toJson());
                    for (Event event : thread.events()) {
                        text.append(event.kind()).append(Event.CODEC.encode(event));
                        if (event instanceof Event.OfCall about) {
                            text.append(about.callId());
                        }
                    }
                    return text.toString();
                }
            }
            """;

    /** An application that writes and reads a thread and an event with one version of databind. */
    private static final String MAIN = """
            package app;

            import dev.escapement.thread.AgentThread;
            import dev.escapement.thread.Event;
            import java.time.Instant;
            import java.util.List;
            import java.util.concurrent.Callable;

            public record Main() implements Callable<Object> {
                @Override
                public Object call() throws Exception {
                    Event start = new Event.Started(Instant.EPOCH, "Desk", "hello");
                    AgentThread thread = new AgentThread("t1", List.of(start));
                    MAPPER mapper = new MAPPER();
                    String json = mapper.writeValueAsString(thread);
                    AgentThread read = mapper.readValue(json, AgentThread.class);
                    Event event = mapper.readValue(mapper.writeValueAsString(start), Event.Started.class);
                    return json.equals(thread.toJson()) && read.equals(thread) && event.equals(start);
                }
            }
            """;

    @TempDir
    Path directory;

    static Stream<JavaCompiler> compilers() {
        return Stream.of(ToolProvider.getSystemJavaCompiler(), new EclipseCompiler());
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void userOfCoreCompilesWithoutDatabind(JavaCompiler compiler) throws Exception {
        List<String> options = compiler instanceof EclipseCompiler ? List.of() : List.of("-Xlint:all", "-Werror");

        assertEquals(List.of(), compile(compiler, options, "-classpath", core(), source("User.java", USER)));
    }

    /** A control: javac reports an annotation with elements that is not on the class path. */
    @Test
    void directAnnotationIsReported() throws Exception {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        Path annotated = source("Annotated.java", """
                @com.fasterxml.jackson.databind.annotation.JsonDeserialize(as = Annotated.class)
                public class Annotated {}
                """);
        Path user = source("Other.java", "class Other { Annotated annotated = new Annotated(); }");
        List<Path> databind = Stream.of(JsonDeserialize.class, JsonProperty.class)
                .map(OptionalJacksonTest::location)
                .toList();

        assertEquals(List.of(), compile(javac, List.of("-Xlint:-classfile"), "-classpath", databind, annotated));
        assertEquals(
                List.of("compiler.warn.annotation.method.not.found.reason"),
                compile(javac, List.of("-Xlint:all"), "-classpath", List.of(directory), user));
    }

    static Stream<Arguments> versions() {
        return Stream.of(
                Arguments.of(ObjectMapper.class, "com.fasterxml.jackson.databind"),
                Arguments.of(tools.jackson.databind.ObjectMapper.class, "tools.jackson.databind"));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void applicationOnTheModulePathUsesDatabind(Class<?> mapper, String module) throws Exception {
        String descriptor = "module app { requires dev.escapement; requires " + module + "; exports app; }";
        List<Path> modules = Stream.concat(
                        core().stream(),
                        Stream.of(mapper, JsonProperty.class, com.fasterxml.jackson.core.JsonParser.class)
                                .map(OptionalJacksonTest::location))
                .toList();

        assertEquals(
                List.of(),
                compile(
                        ToolProvider.getSystemJavaCompiler(),
                        List.of("-Xlint:all", "-Werror"),
                        "--module-path",
                        modules,
                        source("module-info.java", descriptor),
                        source("app/Main.java", MAIN.replace("MAPPER", mapper.getName()))));
        assertEquals(true, run(modules));
    }

    /** Runs the application in a module layer of its own. */
    private Object run(List<Path> modules) throws Exception {
        Path[] path = Stream.concat(Stream.of(directory), modules.stream()).toArray(Path[]::new);
        Configuration configuration =
                ModuleLayer.boot().configuration().resolve(ModuleFinder.of(path), ModuleFinder.of(), Set.of("app"));
        ModuleLayer layer =
                ModuleLayer.boot().defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
        Object main =
                layer.findLoader("app").loadClass("app.Main").getConstructor().newInstance();
        return ((Callable<?>) main).call();
    }

    /** Compiles sources and returns the codes of the errors and warnings. */
    private List<String> compile(
            JavaCompiler compiler, List<String> options, String pathOption, List<Path> path, Path... sources)
            throws Exception {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        String paths = path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> arguments = Stream.concat(
                        options.stream(),
                        Stream.of("--release", "17", "-proc:none", "-d", directory.toString(), pathOption, paths))
                .toList();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            boolean succeeded = compiler.getTask(
                            null, files, diagnostics, arguments, null, files.getJavaFileObjects(sources))
                    .call();
            List<String> codes = diagnostics.getDiagnostics().stream()
                    .filter(found -> found.getKind() != Diagnostic.Kind.NOTE)
                    .map(Diagnostic::getCode)
                    .toList();
            assertEquals(succeeded, diagnostics.getDiagnostics().stream().noneMatch(OptionalJacksonTest::isError));
            return codes;
        }
    }

    private static boolean isError(Diagnostic<?> diagnostic) {
        return diagnostic.getKind() == Diagnostic.Kind.ERROR;
    }

    /** Returns the class files of core and of its run-time dependencies. */
    private static List<Path> core() {
        return Stream.of(AgentThread.class, NullMarked.class, JsonParser.class)
                .map(OptionalJacksonTest::location)
                .toList();
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Path source(String name, String text) throws Exception {
        Path file = directory.resolve("sources").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}

package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.StepContext;
import dev.escapement.engine.AgentLoop;
import dev.escapement.json.Decoded;
import dev.escapement.json.StaleCodeError;
import dev.escapement.tool.Call;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of the matrix, compiled in several steps into one folder, and the outcome of a tool. */
final class MatrixProject {

    /** The texts that a tool decodes, and that it encodes again if they are accepted. */
    static final List<String> TEXTS = List.of(
            "{\"line\":{\"text\":\"x\",\"names\":[\"a\",null],\"codes\":{}},\"page\":{\"all\":[]},"
                    + "\"money\":{\"amount\":1,\"currency\":\"EUR\"},\"status\":\"OPEN\",\"event\":{\"type\":\"sent\",\"to\":\"y\"},"
                    + "\"node\":{\"peers\":[]}}",
            "{\"line\":{\"text\":\"x\",\"note\":null,\"names\":[\"abcd\"],\"codes\":{\"k\":[null]}},"
                    + "\"page\":{\"first\":null,\"all\":[null]},\"money\":{\"amount\":0,\"currency\":\"EUR\"},"
                    + "\"status\":\"CLOSED\",\"event\":{\"type\":\"lost\"},\"node\":{\"peers\":[]}}");

    private final MatrixCompiler compiler;
    private final Path folder;
    private final Map<String, String> sources = new TreeMap<>();
    private String classPath = System.getProperty("java.class.path");

    MatrixProject(MatrixCompiler compiler, Path folder, Map<String, String> sources) {
        this.compiler = compiler;
        this.folder = folder;
        this.sources.putAll(sources);
    }

    Path classes() {
        return folder.resolve("classes");
    }

    /** Replaces a part of a source. */
    void change(String type, String from, String to) {
        String source = sources.get(type);
        assertEquals(2, source.split(Pattern.quote(from), -1).length, from);
        sources.put(type, source.replace(from, to));
    }

    void addToClassPath(Path path) {
        classPath = path + File.pathSeparator + classPath;
    }

    /** Compiles all types. */
    String compileAll() throws IOException {
        return compile(sources.keySet().toArray(String[]::new));
    }

    /** Compiles some types with the classes of earlier compilations on the class path, and returns the errors. */
    String compile(String... types) throws IOException {
        for (String type : types) {
            for (String suffix : List.of("Spec", "Codec", "Loop")) { // as build tools do, and ecj requires
                Files.deleteIfExists(classes().resolve("shop/" + type + suffix + ".class"));
            }
        }
        Path generated = Files.createDirectories(folder.resolve("generated"));
        return compile(List.of(types), "-s", generated.toString());
    }

    /** Compiles a type without the processor, so that its generated class remains, and returns the errors. */
    String compileWithoutProcessor(String type) throws IOException {
        return compile(List.of(type), "-proc:none");
    }

    private String compile(List<String> types, String... options) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String type : types) {
            Path file = folder.resolve("src-" + type).resolve("shop/" + type + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, "package shop;\n" + sources.get(type)));
        }
        Files.createDirectories(classes());
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-d", classes().toString(), "-classpath", classes() + File.pathSeparator + classPath));
        return compiler.compile(files, all);
    }

    /** Copies the classes of another project. */
    void copy(MatrixProject from) throws IOException {
        try (Stream<Path> files = Files.walk(from.classes())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = classes().resolve(from.classes().relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /** Packs the classes into a jar. */
    Path jar() throws IOException {
        Path jar = folder.resolve("library.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes().relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    /** Returns all that a user observes of a generated tool, or the error that reports stale code. */
    String outcome(String spec, Path... libraries) throws IOException {
        try (URLClassLoader loader = loader(libraries)) {
            StringBuilder outcome = new StringBuilder();
            try {
                ToolSpec<?> tool = (ToolSpec<?>)
                        loader.loadClass("shop." + spec).getField("INSTANCE").get(null);
                outcome.append(tool.fingerprint()).append('\n');
                Arrays.stream(Dialect.values()).forEach(dialect -> outcome.append(schema(tool, dialect)));
                TEXTS.forEach(text -> outcome.append(decoded(tool, text)));
            } catch (StaleCodeError stale) {
                return stale.toString();
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
            return outcome.toString();
        }
    }

    /** Returns the outcome of each step of an agent, or the errors that report stale code. */
    String outcomeOfAgent(String agent) throws IOException {
        try (URLClassLoader loader = loader()) {
            StringBuilder outcome = new StringBuilder();
            try {
                Class<?> type = loader.loadClass("shop." + agent);
                AgentLoop loop = (AgentLoop) Class.forName("shop." + agent + "Loop", true, loader)
                        .getConstructor(type)
                        .newInstance(type.getConstructor().newInstance());
                for (ToolSpec<?> tool : loop.tools()) {
                    outcome.append(ran(loop, tool.name())).append('\n');
                }
            } catch (StaleCodeError stale) {
                return stale.toString();
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
            return outcome.toString();
        }
    }

    private static String ran(AgentLoop loop, String tool) {
        String arguments = tool.equals("ship") ? "{\"to\":\"x\"}" : "{}";
        try {
            return loop.run(new Call("c", tool, arguments), new StepContext("t", "c", "t/1/c"))
                    .toString();
        } catch (StaleCodeError stale) {
            return stale.toString();
        } catch (Exception e) {
            throw new AssertionError(tool, e);
        }
    }

    URLClassLoader loader(Path... libraries) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path path :
                Stream.concat(Stream.of(classes()), Stream.of(libraries)).toList()) {
            urls.add(path.toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), MatrixProject.class.getClassLoader());
    }

    private static String schema(ToolSpec<?> tool, Dialect dialect) {
        try {
            return tool.schema(dialect) + "\n";
        } catch (UnsupportedOperationException e) {
            return e.getMessage() + "\n";
        }
    }

    private static <T> String decoded(ToolSpec<T> tool, String text) {
        Decoded<T> decoded = tool.decode(text);
        return decoded + "\n" + decoded.<String>fold(accepted -> tool.encode(accepted.value()) + "\n", rejected -> "");
    }
}

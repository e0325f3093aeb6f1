package dev.escapement.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * A compiler of the matrix: javac of the current JDK, ecj, and javac of each other JDK that is installed next to the
 * current one.
 */
interface MatrixCompiler {

    /** The release for which all compilers compile, so that the current JDK can load the classes. */
    List<String> TARGET = List.of("--release", "17", "-encoding", "UTF-8", "-nowarn");

    /** The first release of which a JDK is the newer one of a build. */
    int NEWER_JDK = 25;

    /**
     * Compiles sources with the processor, if it is on the path, and returns the messages if the compilation fails.
     *
     * @param options the options; they include the class path and the output folders
     */
    String compile(List<Path> sources, List<String> options) throws IOException;

    /**
     * Returns all compilers that are available. The newer JDK of a build has only its own: the older one runs the others,
     * including javac of the newer one.
     */
    static List<MatrixCompiler> all() {
        List<MatrixCompiler> all = new ArrayList<>();
        all.add(new InProcess("javac " + Runtime.version().feature(), ToolProvider.getSystemJavaCompiler()));
        if (Runtime.version().feature() < NEWER_JDK) {
            all.add(new InProcess("ecj", new EclipseCompiler()));
            otherJdks().forEach(home -> all.add(new Forked("javac " + release(home), home)));
        }
        return all;
    }

    /** Returns the homes of the JDKs from Java 17 on that are siblings of the current one, one for each release. */
    static List<Path> otherJdks() {
        List<Path> homes = new ArrayList<>();
        List<Integer> releases = new ArrayList<>(List.of(Runtime.version().feature()));
        try {
            Path current = Path.of(System.getProperty("java.home")).toRealPath();
            try (Stream<Path> siblings = Files.list(current.getParent())) {
                for (Path home : siblings.sorted().toList()) {
                    int release = Files.isExecutable(home.resolve("bin/javac")) ? release(home) : 0;
                    if (release >= 17 && !releases.contains(release)) {
                        releases.add(release);
                        homes.add(home);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return homes;
    }

    private static int release(Path home) {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("release"))) {
            properties.load(in);
        } catch (IOException e) {
            return 0;
        }
        String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Integer.parseInt(version.split("[.+-]", 2)[0]);
    }

    /** A compiler in the JVM of the test. */
    record InProcess(String name, JavaCompiler compiler) implements MatrixCompiler {

        @Override
        public String compile(List<Path> sources, List<String> options) throws IOException {
            StringWriter messages = new StringWriter();
            List<String> arguments = new ArrayList<>(TARGET);
            arguments.addAll(options);
            try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
                JavaCompiler.CompilationTask task = compiler.getTask(
                        messages, files, null, arguments, null, files.getJavaFileObjectsFromPaths(sources));
                if (!options.contains("-proc:none")) {
                    task.setProcessors(List.of(new EscapementProcessor()));
                }
                return task.call() ? "" : messages.toString();
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The compiler of another JDK, in a process of its own. */
    record Forked(String name, Path home) implements MatrixCompiler {

        /** Without the optimizations that only a process of many seconds repays. */
        private static final List<String> SHORT_PROCESS =
                List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-J-Xshare:auto");

        @Override
        public String compile(List<Path> sources, List<String> options) throws IOException {
            List<String> command =
                    new ArrayList<>(List.of(home.resolve("bin/javac").toString()));
            command.addAll(SHORT_PROCESS);
            command.addAll(TARGET);
            command.addAll(options);
            if (!options.contains("-proc:none")) {
                command.addAll(List.of(
                        "-processorpath",
                        System.getProperty("java.class.path"),
                        "-processor",
                        EscapementProcessor.class.getName()));
            }
            sources.forEach(source -> command.add(source.toString()));
            Path output = Files.createTempFile("javac", ".txt");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(2, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    throw new IOException("javac does not end");
                }
                return process.exitValue() == 0 ? "" : Files.readString(output);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            } finally {
                Files.delete(output);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }
}

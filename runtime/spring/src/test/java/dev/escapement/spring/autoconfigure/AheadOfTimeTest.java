package dev.escapement.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.FileSystemGeneratedFiles;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

/** Tests that Spring processes the beans ahead of time: compiles the generated classes and starts the application. */
class AheadOfTimeTest {

    /** The class path of the tests. */
    static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @TempDir
    Path directory;

    @BeforeEach
    void nameDatabase() {
        System.setProperty(
                AheadOfTimeApplication.DATABASE, directory.resolve("app.db").toString());
    }

    @AfterEach
    void clear() {
        System.clearProperty(AheadOfTimeApplication.DATABASE);
    }

    @Test
    void generatedContextRunsAgents() throws Exception {
        String initializer = generate();
        compile();

        assertThat(run(initializer))
                .contains("ClerkRunner=FINISHED")
                .contains("waterDeskRunner=FINISHED")
                .contains("stored=2", "meters=1", "endpoints=1", "telemetry=1")
                .contains("escapementWorker");
    }

    /** Writes the generated files, and returns the name of the initializer. */
    private String generate() {
        DefaultGenerationContext generation = new DefaultGenerationContext(
                new ClassNameGenerator(ClassName.get(AheadOfTimeApplication.class)),
                new FileSystemGeneratedFiles(kind -> directory.resolve(kind.name())));
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            AheadOfTimeApplication.configure(context);
            context.register(AheadOfTimeApplication.class);
            ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
            generation.writeGeneratedContent();
            return initializer.canonicalName();
        }
    }

    private Path classes() {
        return directory.resolve("CLASS");
    }

    private void compile() throws IOException {
        Files.createDirectories(classes());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-nowarn",
                    "-classpath",
                    CLASS_PATH,
                    "-d",
                    classes().toString());
            assertThat(compiler.getTask(
                                    null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources()))
                            .call())
                    .isTrue();
        }
    }

    private List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("SOURCE"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** Runs the application in a class loader with its own classes, because generated classes access their packages. */
    private String run(String initializer) throws Exception {
        URL[] path = Stream.concat(
                        Stream.of(classes()),
                        Stream.of(CLASS_PATH.split(File.pathSeparator)).map(Path::of))
                .map(AheadOfTimeTest::url)
                .toArray(URL[]::new);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            return (String) loader.loadClass(AheadOfTimeApplication.class.getName())
                    .getMethod("run", String.class)
                    .invoke(null, initializer);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}

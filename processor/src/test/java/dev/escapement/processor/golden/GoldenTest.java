package dev.escapement.processor.golden;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.escapement.processor.EscapementProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests of the exact text of generated files. The system property {@code golden.update} rewrites the files, so that a
 * review shows the changes to generated code.
 */
class GoldenTest {

    private static final int MAX_COLUMNS = 100;

    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Path GOLDENS = MODULE.resolve("src/test/resources/goldens");
    private static final String HOW_TO_UPDATE = """

            If that is meant: mvn test -pl processor -am -Dtest=GoldenTest \
            -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true""";

    /** The files of samples that need modules that are built after the processor. */
    private static final Set<String> PROGRAMS = Set.of("Main.java", "RestateInbox.java", "WebInbox.java");

    /** The compiled sources. The goldens are in {@code <name>/generated}. */
    enum Case {
        /** The sample of the README. */
        QUICKSTART(MODULE.resolve("../samples/quickstart/src/main/java").normalize()),
        /** The sample with approvals. */
        DEPLOYBOT(MODULE.resolve("../samples/deploybot/src/main/java").normalize()),
        /** A sealed interface, recursion, a map, optional and nullable values, names in snake_case. */
        SHAPES(GOLDENS.resolve("shapes/sources")),
        /** An agent with steps of every flow. */
        FLOWS(GOLDENS.resolve("flows/sources")),
        /** Agents that delegate to others, with joins and triggers. */
        DELEGATES(GOLDENS.resolve("delegates/sources")),
        /** An agent with gates, triggers, context, questions and limits. */
        DEPLOY(GOLDENS.resolve("deploy/sources")),
        /** Tools, a reply and a result with earlier names and forms. */
        VERSIONS(GOLDENS.resolve("versions/sources")),
        /** Enums that convert their constants to text and back. */
        ENUMS(GOLDENS.resolve("enums/sources")),
        /** Constraints and defaults. */
        CONSTRAINTS(GOLDENS.resolve("constraints/sources")),
        /**
         * Sets, arrays and lists, also as defaults, types that contain each other, lenient arguments and unknown
         * properties.
         */
        CONTAINERS(GOLDENS.resolve("containers/sources")),
        /** An agent with two toolkits, whose methods have the same names, and gates on effects. */
        TOOLKITS(GOLDENS.resolve("toolkits/sources"));

        private final Path sources;

        Case(Path sources) {
            this.sources = sources;
        }

        Path goldens() {
            return GOLDENS.resolve(name().toLowerCase(Locale.ROOT)).resolve("generated");
        }
    }

    /** The generated files of each case, which are the subject of several tests. */
    private static final Map<Case, Map<String, String>> GENERATED = new EnumMap<>(Case.class);

    @BeforeAll
    static void updateIfAsked() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            for (Case golden : Case.values()) {
                update(golden.goldens(), generated(golden));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void generatedCodeIsAsItWas(Case golden) {
        Map<String, String> generated = generated(golden);
        Map<String, String> expected = read(golden.goldens());
        assertEquals(
                String.join("\n", expected.keySet()),
                String.join("\n", generated.keySet()),
                () -> "The files in " + golden.goldens() + " are not those that are generated." + HOW_TO_UPDATE);
        expected.forEach((name, text) -> assertSame(golden.goldens().resolve(name), text, generated.get(name)));
    }

    @ParameterizedTest
    @EnumSource
    void linesFitOnAScreen(Case golden) {
        generated(golden)
                .forEach((name, text) -> text.lines()
                        .filter(line -> line.length() > MAX_COLUMNS)
                        .forEach(line -> fail(name + ": " + line)));
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfTheSourcesChangesNothing(Case golden) {
        List<JavaFileObject> sources = sources(golden.sources);
        Collections.reverse(sources);
        assertEquals(generated(golden), generate(sources, "-proc:only"));
    }

    /** Generated code meets the same warnings as handwritten code. */
    @ParameterizedTest
    @EnumSource
    void generatedCodeCompilesWithoutAWarning(Case golden) {
        List<JavaFileObject> all = sources(golden.sources);
        all.addAll(sources(golden.goldens()));
        Compilation compilation = Compiler.javac()
                .withOptions("-Xlint:all", "-Werror", "-proc:none", "--release", "17")
                .compile(all);
        assertThat(compilation).succeededWithoutWarnings();
    }

    private static void assertSame(Path golden, String expected, String actual) {
        if (expected.equals(actual)) {
            return;
        }
        List<String> before = expected.lines().toList();
        List<String> after = actual.lines().toList();
        int line = 0;
        while (line < before.size() && line < after.size() && before.get(line).equals(after.get(line))) {
            line++;
        }
        fail(golden + ":" + (line + 1) + "\n  golden:    " + line(before, line) + "\n  generated: " + line(after, line)
                + HOW_TO_UPDATE);
    }

    private static String line(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line) : "(end of file)";
    }

    private static Map<String, String> generated(Case golden) {
        return GENERATED.computeIfAbsent(golden, each -> generate(sources(each.sources)));
    }

    private static Map<String, String> generate(List<JavaFileObject> sources, String... options) {
        Compilation compilation = Compiler.javac()
                .withProcessors(new EscapementProcessor())
                .withOptions(Stream.concat(Stream.of("-Xlint:all,-processing", "-Werror"), Stream.of(options))
                        .toArray())
                .compile(sources);
        assertThat(compilation).succeededWithoutWarnings();
        Map<String, String> texts = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            boolean isGolden = file.getKind() == JavaFileObject.Kind.SOURCE || isDiagram(file.getName());
            if (!isGolden) {
                continue;
            }
            try {
                texts.put(
                        file.getName().replaceFirst("^/(SOURCE|CLASS)_OUTPUT/", ""),
                        file.getCharContent(false).toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    private static boolean isDiagram(String name) {
        return name.endsWith(".mmd");
    }

    private static boolean isProgram(String name) {
        return PROGRAMS.contains(name.substring(name.lastIndexOf('/') + 1));
    }

    private static List<JavaFileObject> sources(Path root) {
        List<JavaFileObject> sources = new ArrayList<>();
        read(root).forEach((name, text) -> {
            if (!isDiagram(name) && !isProgram(name)) {
                sources.add(JavaFileObjects.forSourceString(
                        name.replaceFirst("\\.java$", "").replace('/', '.'), text));
            }
        });
        return sources;
    }

    /** Returns all files of a folder, by their relative paths. */
    private static Map<String, String> read(Path root) {
        if (!Files.isDirectory(root)) {
            return fail("There is no folder " + root + HOW_TO_UPDATE);
        }
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static void update(Path root, Map<String, String> texts) throws IOException {
        Files.createDirectories(root);
        for (String name : read(root).keySet()) {
            Files.delete(root.resolve(name));
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = root.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue());
        }
    }
}

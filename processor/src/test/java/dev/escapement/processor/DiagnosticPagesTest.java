package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.processor.diagnostic.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that {@code processor/diagnostics} has the current page of each problem, and that the corrected sources compile.
 * {@link DiagnosticsTest} verifies the wrong sources. The system property {@code golden.update} rewrites the pages.
 */
class DiagnosticPagesTest {

    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Path PAGES = MODULE.resolve("diagnostics");
    private static final Path WORDS = MODULE.resolve("src/test/resources/diagnostics/pages.txt");
    private static final String HOW_TO_UPDATE = """
            The pages differ from the diagnostics. If that is intended: \
            mvn test -pl processor -am -Dtest=DiagnosticPagesTest -Dsurefire.failIfNoSpecifiedTests=false \
            -Dgolden.update=true""";

    @TempDir
    private Path folder;

    @Test
    void everyKindHasWords() {
        Set<String> ids =
                Arrays.stream(ProblemKind.values()).map(ProblemKind::id).collect(Collectors.toSet());

        assertEquals(ids, words().keySet());
    }

    @Test
    void pagesAreCurrent() throws IOException {
        SortedMap<String, String> pages = DiagnosticPages.all(words());
        if (Boolean.getBoolean("golden.update")) {
            for (String stale : files().keySet()) {
                Files.delete(PAGES.resolve(stale));
            }
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(PAGES.resolve(page.getKey()), page.getValue());
            }
        }
        SortedMap<String, String> files = files();

        assertEquals(pages.keySet(), files.keySet(), HOW_TO_UPDATE);
        pages.forEach((name, text) -> assertEquals(text, files.get(name), () -> name + ": " + HOW_TO_UPDATE));
    }

    @Test
    void messagesEndWithTheirPages() {
        Path repository = PAGES.getParent().getParent();
        for (ProblemKind kind : ProblemKind.values()) {
            assertTrue(Files.isRegularFile(repository.resolve(kind.page())), kind::page);
            assertTrue(ProblemExample.of(kind).message().endsWith("(" + kind.page() + ")"), kind::id);
        }
    }

    @ParameterizedTest
    @MethodSource("kindsWithSources")
    void correctedSourceCompiles(ProblemKind kind) throws IOException {
        ProblemExample example = ProblemExample.of(kind);
        ErrorCase fixed = ErrorCase.in(example.fixed().get(0).getParent());

        CompilerHarness.Compiled compiled = CompilerHarness.JAVAC.compile(
                fixed.sources(), folder, fixed.options().toArray(String[]::new));

        List<CompilerHarness.Message> messages = compiled.messages().stream()
                .filter(message ->
                        message.kind() != Diagnostic.Kind.NOTE || message.text().contains(kind.id()))
                .toList();
        assertEquals(List.of(), messages);
        assertFalse(compiled.generated().isEmpty());
    }

    static Stream<ProblemKind> kindsWithSources() {
        return Arrays.stream(ProblemKind.values())
                .filter(kind -> !ProblemExample.of(kind).wrong().isEmpty());
    }

    private static SortedMap<String, DiagnosticPages.Words> words() {
        return DiagnosticPages.words(CompilerHarness.read(WORDS));
    }

    /** Returns the texts of the Markdown files by their names. */
    private static SortedMap<String, String> files() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString(),
                            CompilerHarness::read,
                            (first, second) -> first,
                            TreeMap::new));
        }
    }
}

package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that the Eclipse compiler generates the same code as javac. {@link DiagnosticsTest} compares the diagnostics.
 */
class EclipseCompilerTest {

    @TempDir
    private Path folder;

    @Test
    void generatesTheSameTextAsJavacAndCompilesIt() throws IOException {
        List<Path> sources = SourceFiles.write(folder, SourceFiles.EVERYTHING);

        CompilerHarness.Compiled eclipse =
                CompilerHarness.ECLIPSE.compile(sources, folder.resolve("eclipse"), "-warn:all");
        CompilerHarness.Compiled javac = CompilerHarness.JAVAC.compile(sources, folder.resolve("javac"));

        assertTrue(eclipse.succeeded(), eclipse.messages()::toString);
        assertEquals(11, javac.generated().size(), javac.generated().keySet()::toString);
        assertEquals(javac.generated(), eclipse.generated());
    }

    @Test
    void findsNothingToComplainOfInGeneratedSources() throws IOException {
        List<Path> sources = SourceFiles.write(folder, SourceFiles.EVERYTHING);

        CompilerHarness.Compiled eclipse = CompilerHarness.ECLIPSE.compile(sources, folder);

        assertEquals(
                List.of(),
                eclipse.complaints().stream()
                        .filter(message ->
                                message.file().isEmpty() || message.file().matches("\\w+(Spec|Codec|Loop)\\.java"))
                        .toList());
    }
}

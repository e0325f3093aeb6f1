package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that code for sealed interfaces with type parameters compiles without warnings. */
class GenericUnionsTest {

    private static final String SOURCE = """
            package shop;

            import dev.escapement.Tool;
            import java.util.List;
            import java.util.Map;

            /** Sealed interfaces. */
            @SuppressWarnings("ESC040")
            @Tool public record Report(
                Result<String> result, Result<List<Map<String, Integer>>> deep, Either<Integer, String> either,
                Either<String, Integer> other, Root<String[]> root) {
              public sealed interface Result<T> permits Result.Ok, Result.Err, Result.Text, Result.Fixed {
                record Ok<T>(T value) implements Result<T> {}
                record Err<T>(String message) implements Result<T> {}
                record Text(String text) implements Result<String> {}
                enum Fixed implements Result<Integer> { ONE }
              }

              public sealed interface Either<A, B> permits Either.Swapped, Either.Same, Either.Bounded {
                record Swapped<X, Y>(X x, Y y) implements Either<Y, X> {}
                record Same<X>(X x) implements Either<X, X> {}
                record Bounded<N extends Number & Comparable<N>, B>(N number) implements Either<N, B> {}
              }

              public sealed interface Root<T> {}
              public sealed interface Middle<E> extends Root<E[]> {}
              public record Leaf<F>(F[] cells) implements Middle<F> {}
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void javacReportsNothing() throws IOException {
        CompilerHarness.Compiled compiled = CompilerHarness.JAVAC.compile(
                SourceFiles.write(folder, SOURCE), folder, "-Xlint:all,-processing", "-Werror");

        assertTrue(compiled.succeeded() && compiled.complaints().isEmpty(), compiled.messages()::toString);
        String spec = compiled.generated().get("shop.ReportSpec");
        assertTrue(spec.contains("value instanceof Report.Result.Ok<String> branch"), spec);
        assertTrue(spec.contains("new Report.Leaf<String>("), spec);
    }

    @Test
    void eclipseCompilerReportsNothingInGeneratedCode() throws IOException {
        List<Path> sources = SourceFiles.write(folder, SOURCE);

        CompilerHarness.Compiled eclipse = CompilerHarness.ECLIPSE.compile(sources, folder.resolve("eclipse"));
        CompilerHarness.Compiled javac = CompilerHarness.JAVAC.compile(sources, folder.resolve("javac"));

        assertTrue(eclipse.succeeded(), eclipse.messages()::toString);
        assertEquals(
                List.of(),
                eclipse.complaints().stream()
                        .filter(message -> message.file().equals("ReportSpec.java"))
                        .toList());
        assertEquals(javac.generated(), eclipse.generated());
    }
}

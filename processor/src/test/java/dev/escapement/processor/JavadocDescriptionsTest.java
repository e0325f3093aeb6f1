package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the descriptions that a schema contains for documentation comments. */
class JavadocDescriptionsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void constantsAndEntitiesAreResolved(CompilerHarness compiler) throws IOException {
        String spec = spec(compiler, """
                package shop;

                /**
                 * Asks at most {@value Integer#MAX_VALUE}, {@value #LIMIT}, {@value Limits#WORD},
                 * {@value shop.Limits#WORD} or {@value Unknown#LIMIT} times in a caf&eacute;.
                 *
                 * @param text and {@value %,d #LIMIT}
                 */
                @dev.escapement.Tool record Ask(String text) { static final int LIMIT = 5000; }
                class Limits { static final String WORD = "ten"; static final Object NONE = null; }
                """);

        assertTrue(spec.contains("Asks at most 2147483647, 5000, ten, ten or times in a café."), spec);
        assertTrue(spec.contains("and 5,000"), spec);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_23)
    void markdownCommentsAreRead() throws IOException {
        String spec = spec(CompilerHarness.JAVAC, """
                package shop;

                /// Asks for a [String] or [a link][String], **once**.
                ///
                /// @param text the `text`
                @dev.escapement.Tool record Ask(String text) {}
                """);

        assertTrue(spec.contains("Asks for a String or a link, once."), spec);
        assertTrue(spec.contains("\"the text\""), spec);
    }

    private String spec(CompilerHarness compiler, String source) throws IOException {
        Path file = Files.writeString(folder.resolve("Ask.java"), source);

        CompilerHarness.Compiled compiled = compiler.compile(List.of(file), folder);

        assertEquals(List.of(), compiled.complaints());
        return compiled.generated().get("shop.AskSpec");
    }
}

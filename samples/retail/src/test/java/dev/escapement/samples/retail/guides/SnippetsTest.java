package dev.escapement.samples.retail.guides;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the Java blocks of all documents compile, except those that declare the reported problem. */
class SnippetsTest {

    /** The most blocks in all documents together that may state a reason why they are not compiled. */
    private static final int MAX_NOT_COMPILED = 5;

    /** One generated page for each problem; the sources are the error fixtures of the processor. */
    private static final Path DIAGNOSTICS = Path.of("processor", "diagnostics");

    @AutoClose
    private static final SnippetCompiler COMPILER = new SnippetCompiler();

    @TempDir
    Path directory;

    private static Stream<SnippetProgram> programs() {
        return MarkdownFiles.all().stream()
                .filter(document -> !document.path().startsWith(DIAGNOSTICS))
                .map(SnippetProgram::of);
    }

    @TestFactory
    Stream<DynamicTest> everyJavaBlockIsAsClaimed() {
        return programs()
                .filter(program -> !program.isEmpty())
                .map(program -> dynamicTest(program.document().path().toString(), () -> {
                    Path output = directory.resolve(program.document().path());
                    List<String> faults = COMPILER.faults(program, output);
                    assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
                }));
    }

    @Test
    void fewBlocksAreNotCompiled() {
        List<String> blocks = programs()
                .flatMap(program -> program.notCompiled().stream()
                        .map(block -> program.document().path() + ":" + block.line() + " " + block.comments()))
                .toList();
        assertTrue(blocks.size() <= MAX_NOT_COMPILED, () -> String.join("\n", blocks));
    }
}

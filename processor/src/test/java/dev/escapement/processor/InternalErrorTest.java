package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.processor.diagnostic.ProblemKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a defect of the processor is reported on the type that caused it and does not affect other types. */
class InternalErrorTest {

    private static final String TWO_TOOLS = """
            package shop;

            import dev.escapement.Tool;

            class Tools {
              /** Breaks. */
              @Tool record Bad() {}

              /** Works. */
              @Tool record Good() {}
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void defectIsReportedAtItsTypeOnly() throws IOException {
        Processor failing = new FilerSpyProcessor((className, originating) -> {
            if (className.endsWith("BadSpec")) {
                throw new IllegalStateException("out of ink");
            }
        });

        CompilerHarness.Compiled compiled = compile(failing);

        assertFalse(compiled.succeeded());
        assertEquals(1, compiled.messages().size(), compiled.messages()::toString);
        CompilerHarness.Message message = compiled.messages().get(0);
        assertEquals("Tools.java:7", message.file() + ":" + message.line());
        String trace = trace(message);
        assertTrue(trace.startsWith("java.lang.IllegalStateException: out of ink\n"), trace);
        assertTrue(trace.contains("at dev.escapement.processor."), trace);
        assertEquals(Set.of("shop.Tools_GoodSpec"), compiled.generated().keySet());
    }

    @Test
    void aFileThatCannotBeWrittenIsToldInTheSameWay() throws IOException {
        Processor failing = new FilerSpyProcessor((className, originating) -> {
            if (className.endsWith("BadSpec")) {
                throw new IOException("disk full");
            }
        });

        CompilerHarness.Compiled compiled = compile(failing);

        assertEquals(1, compiled.messages().size(), compiled.messages()::toString);
        assertEquals(List.of(defect("java.io.IOException: disk full")), compiled.ours());
        assertEquals(Set.of("shop.Tools_GoodSpec"), compiled.generated().keySet());
    }

    /**
     * The compilers handle a long chain of records that refer to one another; a recursive reader overflows the stack.
     */
    @Test
    void anOverflowOfTheStackIsADefectLikeAnyOther() throws IOException {
        String row = IntStream.range(0, 5_000)
                .mapToObj(i -> "record R%d(R%d next) {}\n".formatted(i, i + 1))
                .collect(Collectors.joining());
        String tools = TWO_TOOLS.replace("record Bad() {}", "record Bad(R0 row) {}");

        CompilerHarness.Compiled compiled =
                CompilerHarness.JAVAC.compile(SourceFiles.write(folder, tools + row + "record R5000() {}\n"), folder);

        assertEquals(1, compiled.messages().size(), compiled.messages()::toString);
        CompilerHarness.Message message = compiled.messages().get(0);
        assertEquals("Tools.java:7", message.file() + ":" + message.line());
        String trace = trace(message);
        assertTrue(trace.startsWith("java.lang.StackOverflowError\n"), trace);
        assertEquals(200, trace.lines().count(), "the trace is cut: it repeats itself");
        assertEquals(Set.of("shop.Tools_GoodSpec"), compiled.generated().keySet());
    }

    /** Returns the second argument of the message, after checking the first. */
    private static String trace(CompilerHarness.Message message) {
        String[] around = defect("«trace»").split("«trace»", -1);
        assertTrue(message.text().startsWith(around[0]) && message.text().endsWith(around[1]), message::text);
        return message.text().substring(around[0].length(), message.text().length() - around[1].length());
    }

    private static String defect(String trace) {
        return ProblemKind.INTERNAL.message(List.of("shop.Tools.Bad", trace));
    }

    private CompilerHarness.Compiled compile(Processor processor) throws IOException {
        return CompilerHarness.JAVAC.compile(SourceFiles.write(folder, TWO_TOOLS), folder, List.of(), processor);
    }
}

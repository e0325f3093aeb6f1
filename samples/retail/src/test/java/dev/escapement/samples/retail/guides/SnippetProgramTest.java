package dev.escapement.samples.retail.guides;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the rules for documents with Java blocks. */
class SnippetProgramTest {

    private static final String TOOL = """
            ```java
            package shop;

            import dev.escapement.Tool;

            /**
             * Refund an order.
             *
             * @param orderId the number of the order
             */
            @Tool
            public record Refund(String orderId) {}
            ```
            """;

    @AutoClose
    private static final SnippetCompiler COMPILER = new SnippetCompiler();

    @TempDir
    Path directory;

    private List<String> faults(String markdown) {
        MarkdownDocument document = MarkdownDocument.parse(Path.of("guide.md"), markdown);
        return COMPILER.faults(SnippetProgram.of(document), directory);
    }

    private void assertFault(String place, String markdown) {
        List<String> faults = faults(markdown);
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).startsWith(place), faults::toString);
    }

    @Test
    void statementsUseEarlierBlocksAndTheirVariables() {
        assertEquals(List.of(), faults(TOOL + """
                <!-- compile: Refund refund, Path file -->
                ```java
                String json = RefundSpec.INSTANCE.encode(refund);
                ```
                """));
    }

    @Test
    void statementThatDoesNotCompileIsAFault() {
        assertFault("guide.md:16: ", TOOL + """
                <!-- compile: Refund refund -->
                ```java
                int json = RefundSpec.INSTANCE.encode(refund);
                ```
                """);
    }

    @Test
    void typeThatDoesNotCompileIsAFault() {
        assertFault("guide.md:3: ", """
                ```java
                class Uses {
                  Absent absent;
                }
                ```
                """);
    }

    @Test
    void warningOfTheProcessorIsAFault() {
        List<String> faults = faults("""
                ```java
                @Tool
                record Refund(String orderId) {}
                ```
                """);
        assertTrue(faults.get(0).contains("ESC040"), faults::toString);
    }

    @Test
    void membersAreCompiledWithinTheTypeOfTheComment() {
        assertEquals(List.of(), faults("""
                <!-- within: final class Desk { … private String name = ""; } -->
                ```java
                String name() {
                  return name;
                }
                ```
                """));
    }

    @Test
    void excerptOfAGeneratedFileIsCompared() {
        assertEquals(List.of(), faults(TOOL + """
                <!-- generated: RefundSpec -->
                ```java
                public final class RefundSpec implements ToolSpec<Refund> {
                  …
                  @Override
                  public String name() {
                ```
                """));
        assertFault("guide.md:16: ", TOOL + """
                <!-- generated: RefundSpec -->
                ```java
                public final class OtherSpec
                ```
                """);
    }

    @Test
    void rejectedBlockHasExactlyTheProblemsOfItsComment() {
        String block = """
                <!-- rejected: %s -->
                ```java
                /** Refund an order. */
                @Tool
                class Refund {}
                ```
                """;
        assertEquals(List.of(), faults(block.formatted("ESC001")));
        assertFault("guide.md:3: ", block.formatted("ESC002"));
    }

    @Test
    void blockThatShouldBeRejectedAndCompilesIsAFault() {
        assertFault("guide.md:3: ", """
                <!-- rejected: ESC001 -->
                ```java
                record Refund() {}
                ```
                """);
    }

    @Test
    void statementsNeedAComment() {
        MarkdownDocument document = MarkdownDocument.parse(Path.of("guide.md"), "```java\nint i = 1;\n```\n");
        assertThrows(IllegalArgumentException.class, () -> SnippetProgram.of(document));
    }

    @Test
    void unknownCommentIsRefused() {
        MarkdownDocument document =
                MarkdownDocument.parse(Path.of("guide.md"), "<!-- complie: -->\n```java\nint i = 1;\n```\n");
        assertThrows(IllegalArgumentException.class, () -> SnippetProgram.of(document));
    }
}

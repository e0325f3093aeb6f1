package dev.escapement.samples.retail.guides;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the examples in Javadoc compile and that each type which users start from has one. */
class JavadocExamplesTest {

    /** The types that an application names first. */
    private static final List<String> ENTRY_TYPES = List.of(
            "Tool",
            "Codec",
            "Agent",
            "Prompt",
            "Step",
            "Gate",
            "Context",
            "Prefetch",
            "Trigger",
            "Verdict",
            "Pause",
            "Finish",
            "ToolSpec",
            "JsonCodec",
            "AgentThread",
            "AgentLoop",
            "Runner",
            "ThreadStore",
            "FileThreadStore",
            "Interceptor",
            "ThreadListener",
            "Model",
            "ScriptedModel",
            "FallbackModel",
            "RateLimitedModel",
            "OpenAiModel",
            "AnthropicModel",
            "HttpSettings",
            "LangChain4jModel",
            "LangChain4jTools",
            "AgentTelemetry",
            "AgentServer",
            "JdkServer",
            "Authenticator",
            "DecisionPolicy",
            "Webhook",
            "DeltaFeed");

    @AutoClose
    private static final SnippetCompiler COMPILER = new SnippetCompiler();

    @TempDir
    Path directory;

    /** Compiles the examples of all sources together, each in its own package. */
    @TestFactory
    Stream<DynamicTest> everyExampleCompiles() {
        List<SnippetProgram> programs =
                JavadocExamples.all().stream().map(JavadocExamplesTest::program).toList();
        Map<Path, List<String>> faults = COMPILER.faultsTogether(programs, directory);
        assertEquals(List.of(), faults.getOrDefault(Path.of(""), List.of()));
        return programs.stream()
                .map(program -> program.document().path())
                .map(path -> dynamicTest(fileName(path), () -> {
                    assertEquals("", String.join("\n", faults.getOrDefault(path, List.of())));
                }));
    }

    private static SnippetProgram program(MarkdownDocument source) {
        String name = fileName(source.path()).replace(".java", "").toLowerCase(Locale.ROOT);
        return SnippetProgram.of(source, "guide.of_" + name);
    }

    private static String fileName(Path path) {
        return path.getFileName().toString();
    }

    @Test
    void everyEntryTypeHasAnExample() {
        Set<String> missing = new TreeSet<>(ENTRY_TYPES);
        missing.removeAll(JavadocExamples.all().stream()
                .map(source -> fileName(source.path()).replace(".java", ""))
                .collect(Collectors.toSet()));
        assertEquals(Set.of(), missing);
    }

    @Test
    void unknownMethodInAnExampleIsAFault() {
        MarkdownDocument source = JavadocExamples.of(Path.of("Example.java"), """
                /**
                 * An example.
                 *
                 * <pre>{@code
                 * AgentThread thread = runner.begin("Hello");
                 * }</pre>
                 */
                class Example {}
                """);
        Map<Path, List<String>> faults = COMPILER.faultsTogether(List.of(program(source)), directory);
        assertEquals(Set.of(source.path()), faults.keySet());
    }
}

package dev.escapement.samples.retail.guides;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> everyExampleCompiles() {
        return JavadocExamples.all().stream()
                .map(source -> dynamicTest(source.path().getFileName().toString(), () -> {
                    List<String> faults = faults(source);
                    assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
                }));
    }

    @Test
    void everyEntryTypeHasAnExample() {
        Set<String> missing = new TreeSet<>(ENTRY_TYPES);
        missing.removeAll(JavadocExamples.all().stream()
                .map(source -> source.path().getFileName().toString().replace(".java", ""))
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
        assertFalse(faults(source).isEmpty());
    }

    private List<String> faults(MarkdownDocument source) {
        return new SnippetCompiler(directory.resolve(source.path())).faults(SnippetProgram.of(source));
    }
}

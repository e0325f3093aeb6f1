package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the annotations that the processor claims and of those that other processors still receive. */
class AnnotationClaimsTest {

    private static final List<String> LINT = List.of("-Xlint:all", "-Werror");

    private static final String TOOL = """
            package shop;

            import dev.escapement.Describe;
            import dev.escapement.Tool;

            @Describe("Moves.")
            @Tool
            public record Move(@Describe("Where to.") String to) {}
            """;

    private static final String DESK = """
            package shop;

            import dev.escapement.*;
            import java.util.List;

            @Agent(onText = OnText.FINISH)
            public class Desk {
              @Codec
              public record Mail(String text) {}

              @Prompt
              String prompt() {
                return "";
              }

              @Trigger
              String mail(Mail mail) {
                return mail.text();
              }

              @Prefetch
              List<String> orders() {
                return List.of();
              }

              @Approval("Move?")
              @Step
              void move(Move call) {}
            }
            """;

    private static final String WITH_ANOTHER_ANNOTATION =
            TOOL.replace("String to", "@jakarta.validation.constraints.NotNull String to");

    @TempDir
    private Path folder;

    @Test
    void ownAnnotationsCauseNoWarning() throws IOException {
        CompilerHarness.Compiled compiled = compile(List.of(TOOL, DESK), LINT, new EscapementProcessor());

        assertTrue(compiled.succeeded(), compiled.messages()::toString);
        assertEquals(List.of(), compiled.messages());
    }

    @Test
    void annotationsOfOthersRemainUnclaimed() throws IOException {
        CompilerHarness.Compiled compiled =
                compile(List.of(WITH_ANOTHER_ANNOTATION), List.of("-Xlint:all"), new EscapementProcessor());

        List<CompilerHarness.Message> complaints = compiled.complaints();
        assertEquals(1, complaints.size(), complaints::toString);
        assertTrue(complaints.get(0).text().contains("jakarta.validation.constraints.NotNull"), complaints::toString);
        assertFalse(complaints.get(0).text().contains("dev.escapement"), complaints::toString);
    }

    @Test
    void laterProcessorOfAllReceivesTheRest() throws IOException {
        RecordingProcessor all = new RecordingProcessor("*");

        compile(List.of(WITH_ANOTHER_ANNOTATION), List.of(), new EscapementProcessor(), all);

        assertEquals(Set.of("java.lang.Override", "jakarta.validation.constraints.NotNull"), all.received);
    }

    @Test
    void laterProcessorOfAllIsNotCalledWithoutOthers() throws IOException {
        RecordingProcessor all = new RecordingProcessor("*");

        compile(
                List.of("package shop;\n\n@dev.escapement.Codec\npublic record Mail(String text) {}\n"),
                List.of(),
                new EscapementProcessor(),
                all);

        // The generated codec overrides methods.
        assertEquals(Set.of("java.lang.Override"), all.received);
    }

    @Test
    void waitingTypeLeavesTheRoundToOthers() throws IOException {
        RecordingProcessor all = new RecordingProcessor("*");

        compile(
                List.of("package shop;\n\n@dev.escapement.Codec\nrecord Mail(Missing text) {}\n"),
                List.of(),
                new EscapementProcessor(),
                all);

        assertEquals(Set.of("dev.escapement.Codec"), all.received);
    }

    @Test
    void earlierProcessorReceivesOurAnnotations() throws IOException {
        RecordingProcessor tools = new RecordingProcessor("dev.escapement.Tool");

        CompilerHarness.Compiled compiled = compile(List.of(TOOL, DESK), LINT, tools, new EscapementProcessor());

        assertEquals(Set.of("dev.escapement.Tool"), tools.received);
        assertTrue(compiled.generated().containsKey("shop.MoveSpec"));
    }

    @Test
    void laterProcessorOfOurAnnotationIsNotCalled() throws IOException {
        RecordingProcessor tools = new RecordingProcessor("dev.escapement.Tool");

        compile(List.of(TOOL, DESK), LINT, new EscapementProcessor(), tools);

        assertEquals(Set.of(), tools.received);
    }

    private CompilerHarness.Compiled compile(List<String> sources, List<String> options, Processor... processors)
            throws IOException {
        return CompilerHarness.JAVAC.compile(SourceFiles.write(folder, sources), folder, options, processors);
    }

    /** A second annotation processor, which claims no annotations and records those it receives. */
    private static final class RecordingProcessor extends AbstractProcessor {

        private final String supported;
        private final Set<String> received = new TreeSet<>();

        private RecordingProcessor(String supported) {
            this.supported = supported;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of(supported);
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            annotations.forEach(
                    annotation -> received.add(annotation.getQualifiedName().toString()));
            return false;
        }
    }
}

package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.Processor;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the processor's registration, supported options and supported source version. */
class EscapementProcessorTest {

    private static final String GRADLE = "/META-INF/gradle/incremental.annotation.processors";

    private final Processor processor = new EscapementProcessor();

    @TempDir
    private Path folder;

    @Test
    void compilersFindItOnce() {
        List<Class<? extends Processor>> found = ServiceLoader.load(Processor.class).stream()
                .map(ServiceLoader.Provider::type)
                .<Class<? extends Processor>>map(type -> type)
                .filter(type -> type.getName().startsWith("dev.escapement."))
                .toList();

        assertEquals(List.of(EscapementProcessor.class), found);
    }

    @Test
    void gradleIsToldThatItIsIsolating() throws IOException {
        try (InputStream in = EscapementProcessor.class.getResourceAsStream(GRADLE)) {
            assertNotNull(in, GRADLE);
            assertEquals(
                    EscapementProcessor.class.getName() + ",isolating",
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Test
    void namesTheAnnotationsThatItReadsAndGenerates() {
        assertEquals(
                Set.of(
                        "dev.escapement.Tool",
                        "dev.escapement.Codec",
                        "dev.escapement.Agent",
                        "dev.escapement.Toolkit",
                        "dev.escapement.Step",
                        "dev.escapement.Join",
                        "dev.escapement.Upcast",
                        "dev.escapement.Prompt",
                        "dev.escapement.Gate",
                        "dev.escapement.Approval",
                        "dev.escapement.Trigger",
                        "dev.escapement.Prefetch",
                        "dev.escapement.Context",
                        "dev.escapement.ModelOptions",
                        "dev.escapement.Describe",
                        "dev.escapement.Generated",
                        "org.jspecify.annotations.NullUnmarked"),
                processor.getSupportedAnnotationTypes());
    }

    @Test
    void namesItsOptions() {
        assertEquals(
                Set.of("escapement.naming", "escapement.dialects", "escapement.lock", "escapement.lock.write"),
                processor.getSupportedOptions());
    }

    @Test
    void supportsWhateverJavaTheCompilerCompiles() {
        assertEquals(SourceVersion.latestSupported(), processor.getSupportedSourceVersion());
    }

    @Test
    void takesBothSpellingsOfTheNamingOption() throws IOException {
        String source = """
                package shop;

                import dev.escapement.Codec;

                @Codec
                record Order(String orderId) {}
                """;
        List<Path> sources = SourceFiles.write(folder, source);
        for (String naming : List.of("as_declared:orderId", "snake_case:order_id")) {
            String option = naming.substring(0, naming.indexOf(':'));
            CompilerHarness.Compiled compiled =
                    CompilerHarness.JAVAC.compile(sources, folder.resolve(option), "-Aescapement.naming=" + option);

            String property = naming.substring(naming.indexOf(':') + 1);
            assertEquals(List.of(), compiled.messages());
            assertEquals(
                    1,
                    compiled.generated().get("shop.OrderCodec").split("out.name\\(\"" + property + "\"\\)", -1).length
                            - 1);
        }
    }
}

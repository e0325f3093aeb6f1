package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Tool;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;

/** Generated code compiles in a module that requires the runtime and nothing else, {@code java.compiler} least of all. */
class ModulesTest {

    private static final String MODULE = """
            module shop {
              requires dev.escapement;
            }
            """;

    private static final String DESK = """
            package shop;

            import dev.escapement.Agent;
            import dev.escapement.Codec;
            import dev.escapement.Prompt;
            import dev.escapement.Step;
            import dev.escapement.Tool;

            @Agent
            public class Desk {
              /** Asks. */
              @Tool
              public record Ask() {}

              @Codec
              public record Answer(String text) {}

              @Prompt
              String prompt() {
                return "";
              }

              @Step
              Answer ask(Ask call) {
                return new Answer("yes");
              }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aModuleThatDoesNotReadTheCompilerCompilesWithoutWarnings() throws IOException {
        String modulePath = Stream.of(Tool.class, JsonParser.class, Nullable.class)
                .map(ModulesTest::location)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> options = new ArrayList<>(List.of(
                "--module-path",
                modulePath,
                "-classpath",
                "",
                "-processorpath",
                System.getProperty("java.class.path"),
                "-Xlint:all,-processing",
                "-Werror"));

        CompilerUnderTest.Compiled compiled =
                CompilerUnderTest.JAVAC.compile(SourceFiles.write(folder, MODULE, DESK), folder, options);

        assertTrue(compiled.succeeded(), compiled.messages()::toString);
        assertEquals(
                List.of("shop.DeskLoop", "shop.Desk_AnswerCodec", "shop.Desk_AskSpec"),
                List.copyOf(compiled.generated().keySet()));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

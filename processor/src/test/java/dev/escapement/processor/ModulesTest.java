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

/**
 * Tests that generated code compiles in a module that requires only the runtime, in particular not {@code
 * java.compiler}.
 */
class ModulesTest {

    private static final String MODULE = """
            module shop {
              requires dev.escapement;
            }
            """;

    private static final String EXPORTING_MODULE = """
            module shop {
              requires transitive dev.escapement;
              exports shop;
            }
            """;

    /** A public agent whose payloads and replies are not public. */
    private static final String SECRETIVE_DESK = """
            package shop;

            import dev.escapement.Agent;
            import dev.escapement.Prompt;
            import dev.escapement.Step;
            import dev.escapement.Tool;
            import dev.escapement.Trigger;
            import dev.escapement.Finish;
            import dev.escapement.Pause;
            import java.util.List;

            @Agent
            public class Desk {
              /** Asks. */
              @Tool
              public record Ask() {}

              /** Closes. */
              @Tool
              public record Close() {}

              record Secret(String text) {}

              public Desk() {}

              @Prompt
              String prompt() {
                return "";
              }

              @Trigger
              String mail(List<Secret> secrets) {
                return "";
              }

              @Step
              Pause<Secret> ask(Ask call) {
                return Pause.asking("?");
              }

              @Step
              Finish<String> close(Close call) {
                return Finish.with("");
              }
            }
            """;

    private static final String DESK = """
            package shop;

            import dev.escapement.Agent;
            import dev.escapement.Codec;
            import dev.escapement.OnText;
            import dev.escapement.Prompt;
            import dev.escapement.Step;
            import dev.escapement.Tool;

            @Agent(onText = OnText.FINISH)
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

    private static final String MAIL_MODULE = """
            module mail {
              requires transitive dev.escapement;
              exports mail;
            }
            """;

    private static final String MAILBOX = """
            package mail;

            import dev.escapement.Gate;
            import dev.escapement.Step;
            import dev.escapement.Tool;
            import dev.escapement.Toolkit;
            import dev.escapement.Verdict;

            @Toolkit
            public class Mailbox {
              /** Sends. */
              @Tool
              public record SendMail() {}

              public Mailbox() {}

              @Step
              public void send(SendMail call) {}

              @Gate
              public Verdict check(SendMail call) {
                return Verdict.proceed();
              }
            }
            """;

    private static final String USING_MODULE = """
            module shop {
              requires transitive mail;
              exports shop;
            }
            """;

    private static final String MAIL_DESK = """
            package shop;

            import dev.escapement.Agent;
            import dev.escapement.OnText;
            import dev.escapement.Prompt;

            @Agent(toolkits = mail.Mailbox.class, onText = OnText.FINISH)
            public class Desk {
              public Desk() {}

              @Prompt
              String prompt() {
                return "";
              }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void moduleWithoutTheCompilerHasNoWarnings() throws IOException {
        CompilerHarness.Compiled compiled = compile(MODULE, DESK);

        assertTrue(compiled.succeeded(), compiled.messages()::toString);
        assertEquals(
                List.of("shop.DeskLoop", "shop.Desk_AnswerCodec", "shop.Desk_AskSpec"),
                List.copyOf(compiled.generated().keySet()));
    }

    /**
     * With {@code -Xlint:exports}, javac warns of a public method with a type that is not accessible outside of the
     * module.
     */
    @Test
    void whatAModuleExportsShowsNoTypeThatIsHidden() throws IOException {
        CompilerHarness.Compiled compiled = compile(EXPORTING_MODULE, SECRETIVE_DESK);

        assertTrue(compiled.succeeded(), compiled.messages()::toString);
        String loop = compiled.generated().get("shop.DeskLoop");
        assertTrue(loop.contains("\n  Start mail(List<Desk.Secret> secrets) {"), loop);
        assertTrue(loop.contains("\n  static Reply replyToAsk(Desk.Secret reply) {"), loop);
    }

    @Test
    void toolkitOfAnotherModuleIsUsed() throws IOException {
        Path library = folder.resolve("library");
        CompilerHarness.Compiled mail = compile(library, List.of(), MAIL_MODULE, MAILBOX);
        assertTrue(mail.succeeded(), mail.messages()::toString);

        CompilerHarness.Compiled desk =
                compile(folder.resolve("desk"), List.of(library.resolve("classes")), USING_MODULE, MAIL_DESK);

        assertTrue(desk.succeeded(), desk.messages()::toString);
        assertTrue(desk.generated().containsKey("shop.DeskLoop"), desk.generated()::toString);
    }

    private CompilerHarness.Compiled compile(String... sources) throws IOException {
        return compile(folder, List.of(), sources);
    }

    private static CompilerHarness.Compiled compile(Path folder, List<Path> modules, String... sources)
            throws IOException {
        String modulePath = Stream.concat(
                        Stream.of(Tool.class, JsonParser.class, Nullable.class).map(ModulesTest::location),
                        modules.stream().map(Path::toString))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> options = new ArrayList<>(List.of(
                "--module-path",
                modulePath,
                "-classpath",
                "",
                "-processorpath",
                System.getProperty("java.class.path"),
                "-Xlint:all",
                "-Werror"));

        return CompilerHarness.JAVAC.compile(SourceFiles.write(folder, sources), folder, options);
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

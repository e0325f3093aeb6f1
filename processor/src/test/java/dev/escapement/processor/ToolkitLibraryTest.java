package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Verdict;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Outcome;
import dev.escapement.json.StaleCodeError;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of a toolkit in a jar that is compiled separately from the agents that use it. */
class ToolkitLibraryTest {

    private static final String TOOLS = """
            package mail;

            import dev.escapement.Tool;

            public sealed interface MailCall {
              /** Search. */
              @Tool record SearchMail(@dev.escapement.Describe("words") String words) implements MailCall {}

              /** Send. */
              @Tool record SendMail(@dev.escapement.Describe("text") String text) implements MailCall {}

              /** Delete. */
              @Tool record DeleteMail(@dev.escapement.Describe("number") int number) implements MailCall {}
            }
            """;

    private static final String MAIL = """
            package mail;

            public record Mail(@org.jspecify.annotations.Nullable String text) {}
            """;

    private static final String MAILBOX = """
            package mail;

            import dev.escapement.*;
            import java.util.List;

            @Toolkit
            public class Mailbox {
              public static class Refused extends Exception {
                public Refused(String message) { super(message); }
              }

              @Step(effect = Effect.READ)
              public List<Mail> search(MailCall.SearchMail call) { return List.of(new Mail(call.words())); }

              @Step
              public void send(MailCall.SendMail call, StepContext context) throws Refused {
                if (call.text().isEmpty()) { throw new Refused("empty"); }
              }

              @Step(effect = Effect.DESTRUCTIVE) @Approval("Delete it?")
              public String delete(MailCall.DeleteMail call) { return "deleted"; }

              @Gate
              public Verdict own(MailCall.DeleteMail call) {
                return call.number() < 0 ? Verdict.deny("mailbox") : Verdict.proceed();
              }

              @Prefetch public int unread() { return 3; }
            }
            """;

    private static final String DESK = """
            package shop;

            import dev.escapement.*;
            import dev.escapement.tool.Call;
            import mail.*;

            @Agent(toolkits = Mailbox.class, onText = OnText.FINISH)
            public class Desk {
              @Prompt String prompt() { return ""; }

              @Gate(effects = {Effect.WRITE, Effect.DESTRUCTIVE})
              Verdict audit(Call call) {
                return call.arguments().contains("secret") ? Verdict.deny("audit") : Verdict.proceed();
              }

              @Gate
              Verdict narrow(MailCall.SendMail call) { return Verdict.ask("Send it?"); }
            }
            """;

    private static final String READER = """
            package shop;

            import dev.escapement.*;
            import mail.*;

            @Agent(
                toolkits = Mailbox.class,
                withheld = {MailCall.SendMail.class, MailCall.DeleteMail.class},
                onText = OnText.FINISH)
            public class Reader {
              @Prompt String prompt() { return ""; }
            }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void agentsUseAndRestrictAToolkitOfAJar(CompilerHarness compiler) throws Throwable {
        Path jar = jar(compiler, TOOLS, MAIL, MAILBOX);
        for (CompilerHarness ofAgents : CompilerHarness.values()) {
            Path agents = folder.resolve(ofAgents.name());
            CompilerHarness.Compiled compiled = agents(ofAgents, agents, jar, DESK, READER);
            assertEquals(List.of(), compiled.complaints());

            try (URLClassLoader loader = LibraryJar.loader(jar, agents.resolve("classes"))) {
                AgentLoop desk = loop(loader, "shop.Desk");
                AgentLoop reader = loop(loader, "shop.Reader");

                List<String> tools = List.of("search_mail", "send_mail", "delete_mail");
                assertEquals(tools, desk.tools().stream().map(ToolSpec::name).toList());
                assertEquals(tools, tools.stream().filter(desk::offered).toList());
                assertEquals(
                        List.of("search_mail"),
                        tools.stream().filter(reader::offered).toList());

                assertEquals(Verdict.proceed(), review(desk, "search_mail", "{\"words\":\"secret\"}"));
                assertEquals(Verdict.ask("Send it?"), review(desk, "send_mail", "{\"text\":\"hello\"}"));
                assertEquals(Verdict.deny("audit"), review(desk, "send_mail", "{\"text\":\"secret\"}"));
                assertEquals(Verdict.ask("Delete it?"), review(desk, "delete_mail", "{\"number\":1}"));
                assertEquals(Verdict.deny("mailbox"), review(desk, "delete_mail", "{\"number\":-1}"));
                assertEquals(Verdict.proceed(), review(reader, "send_mail", "{\"text\":\"hello\"}"));
                assertEquals(Verdict.ask("Delete it?"), review(reader, "delete_mail", "{\"number\":1}"));

                assertEquals("[{\"text\":\"now\"}]", returned(desk, "search_mail", "{\"words\":\"now\"}"));
                assertEquals("unread", desk.contextSources().get(0).name());
            }
        }
    }

    /** The order of methods in a class file does not depend on the compilers. */
    @ParameterizedTest
    @EnumSource
    void generatedLoopIsTheSameForSourceAndJar(CompilerHarness compiler) throws IOException {
        Path jar = jar(compiler, TOOLS, MAIL, MAILBOX);
        String together = CompilerHarness.JAVAC
                .compile(SourceFiles.write(folder.resolve("all"), TOOLS, MAIL, MAILBOX, DESK), folder.resolve("all"))
                .generated()
                .get("shop.DeskLoop");

        for (CompilerHarness ofAgents : CompilerHarness.values()) {
            assertEquals(
                    together,
                    agents(ofAgents, folder.resolve(ofAgents.name()), jar, DESK)
                            .generated()
                            .get("shop.DeskLoop"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void agentCannotReplaceAStepOfAJar(CompilerHarness compiler) throws IOException {
        Path jar = jar(compiler, TOOLS, MAIL, MAILBOX);
        String loosening = DESK.replace(
                "@Gate\n  Verdict narrow(MailCall.SendMail call) { return Verdict.ask(\"Send it?\"); }",
                "@Step void delete(MailCall.DeleteMail call) {}");

        assertEquals(
                List.of(ProblemKind.REPLACED_STEP.message(List.of("delete", "DeleteMail", "delete", "Mailbox"))),
                agents(compiler, folder.resolve("agents"), jar, loosening).ours());
    }

    @ParameterizedTest
    @EnumSource
    void toolkitWithoutTheProcessorMayBeInvalid(CompilerHarness compiler) throws IOException {
        String ungated = MAILBOX.replace("@Approval(\"Delete it?\")", "").replace("  @Gate\n", "");
        Path tools = folder.resolve("tools");
        CompilerHarness.JAVAC.compile(SourceFiles.write(tools, TOOLS, MAIL), tools);
        Path toolkit = folder.resolve("toolkit");
        String classes = System.getProperty("java.class.path") + File.pathSeparator + tools.resolve("classes");
        compiler.compile(SourceFiles.write(toolkit, ungated), toolkit, "-proc:none", "-classpath", classes);

        List<String> problems = compiler.compile(
                        SourceFiles.write(folder, READER),
                        folder,
                        "-classpath",
                        classes + File.pathSeparator + toolkit.resolve("classes"))
                .ours();

        assertEquals(
                List.of(ProblemKind.INVALID_TOOLKIT.message(List.of(
                        "Reader",
                        "Mailbox",
                        ProblemKind.DESTRUCTIVE_WITHOUT_GATE.message(List.of("delete", "DeleteMail"))))),
                problems);
    }

    /** The methods are linked when the loop is initialized, before a thread runs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "public List<Mail> search(|public Mail search(|List.of(new Mail(call.words()))|new Mail(call.words())",
                "public List<Mail> search(|public List<Mail> find(|x|x",
                "StepContext context|AgentThread thread|x|x",
                "int unread()|long unread()|x|x",
                "Verdict own(MailCall.DeleteMail call)|Verdict own(MailCall.DeleteMail call, AgentThread thread)|x|x"
            })
    void changedSignatureIsStaleCode(String change) throws Exception {
        Path jar = jar(CompilerHarness.JAVAC, TOOLS, MAIL, MAILBOX);
        Path agents = folder.resolve("agents");
        assertEquals(
                List.of(), agents(CompilerHarness.JAVAC, agents, jar, READER).complaints());
        String[] texts = change.split("\\|", 4);
        String changed = MAILBOX.replace(texts[0], texts[1])
                .replace(texts[2], texts[3])
                .replace(
                        "import dev.escapement.*;",
                        "import dev.escapement.*;\nimport dev.escapement.thread.AgentThread;")
                .replaceAll("@Step\n(.*AgentThread)", "$1");

        try (URLClassLoader loader =
                LibraryJar.loader(jar(CompilerHarness.JAVAC, TOOLS, MAIL, changed), agents.resolve("classes"))) {
            StaleCodeError error = assertThrows(StaleCodeError.class, () -> loop(loader, "shop.Reader"));
            assertEquals("shop.Reader", error.stale());
            assertEquals("mail.Mailbox", error.changed());
        }
    }

    private CompilerHarness.Compiled agents(CompilerHarness compiler, Path into, Path jar, String... sources)
            throws IOException {
        return compiler.compile(
                SourceFiles.write(into, sources),
                into,
                "-classpath",
                System.getProperty("java.class.path") + File.pathSeparator + jar);
    }

    private Path jar(CompilerHarness compiler, String... sources) throws IOException {
        return LibraryJar.compile(compiler, Files.createTempDirectory(folder, "library"), sources);
    }

    /** Creates the loop of an agent with the mailbox; its package-private methods are called by the loop only. */
    private static AgentLoop loop(ClassLoader loader, String agent) throws Throwable {
        Class<?> type = loader.loadClass(agent);
        Class<?> toolkit = loader.loadClass("mail.Mailbox");
        Constructor<?> constructor = loader.loadClass(agent + "Loop").getConstructor(type, toolkit);
        try {
            return (AgentLoop) constructor.newInstance(
                    type.getConstructor().newInstance(),
                    toolkit.getConstructor().newInstance());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Verdict review(AgentLoop loop, String tool, String arguments) throws Exception {
        Event started = new Event.Started(Instant.EPOCH, loop.agent(), "hello");
        return loop.review(new Call("c1", tool, arguments), new AgentThread("t1", List.of(started)));
    }

    private static String returned(AgentLoop loop, String tool, String arguments) throws Exception {
        Outcome outcome = loop.run(new Call("c1", tool, arguments), null);
        return ((Outcome.Returned) outcome).result();
    }
}

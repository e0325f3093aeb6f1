package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Flow;
import dev.escapement.engine.Outcome;
import dev.escapement.json.StaleCodeError;
import dev.escapement.processor.diagnostic.JoinRemedy;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.tool.Call;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of toolkits whose steps delegate, and of child agents whose steps are those of a toolkit. */
class DelegatingToolkitTest {

    private static final String CALLS = """
            package post;

            import dev.escapement.Tool;

            public sealed interface PostCall {
              /** Have a letter written. */
              @Tool record WriteLetter(@dev.escapement.Describe("subject") String subject) implements PostCall {}

              /** Have letters counted. */
              @Tool record CountLetters() implements PostCall {}

              /** Send a letter. */
              @Tool record SendLetter(@dev.escapement.Describe("text") String text) implements PostCall {}

              /** Deliver a letter. */
              @Tool record DeliverLetter(@dev.escapement.Describe("text") String text) implements PostCall {}
            }
            """;

    private static final String LETTER = """
            package post;

            public record Letter(String letterText) {}
            """;

    private static final String DELIVERY = """
            package post;

            import dev.escapement.*;

            @Toolkit
            public class Delivery {
              @Step public Finish<Letter> deliver(PostCall.DeliverLetter call) {
                return Finish.with(new Letter(call.text()));
              }
            }
            """;

    private static final String WRITER = """
            package post;

            import dev.escapement.*;

            @Agent(name = "writer", toolkits = Delivery.class)
            public class Writer {
              @Prompt String prompt() { return ""; }
            }
            """;

    private static final String COUNTER = """
            package post;

            import dev.escapement.*;

            @Agent(name = "counter", onText = OnText.FINISH)
            public class Counter {
              @Prompt String prompt() { return ""; }

              @Step(effect = Effect.READ) public int count(PostCall.CountLetters call) { return 1; }
            }
            """;

    private static final String OFFICE = """
            package post;

            import dev.escapement.*;

            @Toolkit
            public class Result {
              @Step public Delegate<Writer> write(PostCall.WriteLetter call) {
                return WriterLoop.delegate(call.subject());
              }

              @Join public PostCall.SendLetter written(PostCall.WriteLetter call, Letter letter) {
                return new PostCall.SendLetter(call.subject() + ": " + letter.letterText());
              }

              @Step public Delegate<Counter> count(PostCall.CountLetters call) {
                return CounterLoop.delegate("Count.");
              }

              @Step public String send(PostCall.SendLetter call) { return call.text(); }
            }
            """;

    private static final String DESK = """
            package shop;

            import dev.escapement.*;
            import post.*;

            @Agent(toolkits = Result.class, onText = OnText.FINISH)
            public class Desk {
              @Prompt String prompt() { return ""; }

              @Join int counted(PostCall.CountLetters call, String count) { return count.length(); }
            }
            """;

    private static final String READER = """
            package shop;

            import dev.escapement.*;
            import post.*;

            @Agent(toolkits = Result.class, withheld = PostCall.SendLetter.class, onText = OnText.FINISH)
            public class Reader {
              @Prompt String prompt() { return ""; }
            }
            """;

    private static final List<String> LIBRARY = List.of(CALLS, LETTER, DELIVERY, WRITER, COUNTER, OFFICE);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void agentsContinueAfterDelegatesOfAToolkit(CompilerHarness compiler) throws Throwable {
        Path jar = LibraryJar.compile(compiler, folder.resolve("library"), LIBRARY.toArray(String[]::new));
        for (CompilerHarness ofAgents : CompilerHarness.values()) {
            Path agents = folder.resolve(ofAgents.name());
            CompilerHarness.Compiled compiled = agents(ofAgents, agents, jar, DESK, READER);
            assertEquals(List.of(), compiled.complaints());

            try (URLClassLoader loader = LibraryJar.loader(jar, agents.resolve("classes"))) {
                AgentLoop desk = loop(loader, "shop.Desk");
                AgentLoop reader = loop(loader, "shop.Reader");

                assertEquals(Flow.DELEGATES, desk.flow("write_letter"));
                assertEquals("writer", reader.delegateAgent("write_letter"));
                assertTrue(reader.joins("write_letter"));
                assertEquals(List.of(true, false), List.of(desk.joins("count_letters"), reader.joins("count_letters")));

                Call letter = new Call("c1", "write_letter", "{\"subject\":\"Tea\"}");
                Outcome sent = new Outcome.Selected("send_letter", "{\"text\":\"Tea: now\"}");
                assertEquals(sent, desk.join(letter, "{\"letterText\":\"now\"}"));
                assertEquals(sent, reader.join(letter, "{\"letterText\":\"now\"}"));
                assertEquals(new Outcome.Returned("5"), desk.join(new Call("c2", "count_letters", "{}"), "\"seven\""));
                assertEquals(
                        "Tea",
                        ((Outcome.Delegated) reader.run(letter, null))
                                .start()
                                .start()
                                .input());
            }
        }
    }

    @Test
    void generatedLoopIsTheSameForSourceAndJar() throws IOException {
        String[] library = LIBRARY.toArray(String[]::new);
        Path jar = LibraryJar.compile(CompilerHarness.ECLIPSE, folder.resolve("library"), library);
        Path all = folder.resolve("all");
        List<Path> sources = new ArrayList<>(SourceFiles.write(all, library));
        sources.addAll(SourceFiles.write(all, DESK));
        String together =
                CompilerHarness.JAVAC.compile(sources, all).generated().get("shop.DeskLoop");

        assertEquals(
                together,
                agents(CompilerHarness.JAVAC, folder.resolve("agents"), jar, DESK)
                        .generated()
                        .get("shop.DeskLoop"));
    }

    @ParameterizedTest
    @EnumSource
    void resultOfAChildIsThatOfItsToolkit(CompilerHarness compiler) throws IOException {
        Path jar = LibraryJar.compile(compiler, folder.resolve("library"), CALLS, LETTER, DELIVERY, WRITER, COUNTER);
        String other = OFFICE.replace("Letter letter)", "String letter)").replace("letter.letterText()", "letter");

        assertEquals(
                List.of(ProblemKind.JOIN_RESULT.message(List.of(
                        "written", "String", "Writer", List.of("Letter"), JoinRemedy.TAKE_RESULT.with("Letter")))),
                agents(compiler, folder.resolve("agents"), jar, other).ours());
    }

    @ParameterizedTest
    @EnumSource
    void agentCannotReplaceAJoinOfAToolkit(CompilerHarness compiler) throws IOException {
        Path jar = LibraryJar.compile(compiler, folder.resolve("library"), LIBRARY.toArray(String[]::new));
        String desk = DESK.replace(
                        "counted(PostCall.CountLetters call, String", "counted(PostCall.WriteLetter call, Letter")
                .replace("count.length()", "1")
                .replace("Letter count", "Letter letter");

        assertEquals(
                List.of(ProblemKind.TWO_JOINS.message(List.of("written", "counted", "WriteLetter"))),
                agents(compiler, folder.resolve("agents"), jar, desk).ours());
    }

    /** The steps of the toolkit are unknown, so that the join of the agent may continue one of them. */
    @Test
    void joinOfAnInvalidToolkitIsNotReported() throws IOException {
        Path jar = LibraryJar.compile(
                CompilerHarness.JAVAC, folder.resolve("library"), CALLS, LETTER, DELIVERY, WRITER, COUNTER);
        String invalid =
                OFFICE.replaceAll("(?s)public PostCall.SendLetter written(.*?)\\{.*?}", "public void written$1{}");

        List<String> problems = agents(CompilerHarness.JAVAC, folder.resolve("agents"), jar, invalid, DESK)
                .ours();

        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).startsWith("[" + ProblemKind.JOIN_FORM.id()), problems::toString);
    }

    /** The two agents are in one compilation, and the delegate of each is in a toolkit. */
    @Test
    void cycleThroughToolkitsIsFound() throws IOException {
        String delivery = DELIVERY.replace("@Step public Finish", """
                @Step public Delegate<Desk> ask(PostCall.CountLetters call) { return DeskLoop.delegate("?"); }

                  @Step public Finish""");
        String desk = DESK.replace("package shop", "package post")
                .replace("import post.*;", "")
                .replaceAll("(?s)  @Join.*?}\n", "");
        Path both = folder.resolve("both");

        List<String> problems = CompilerHarness.JAVAC
                .compile(SourceFiles.write(both, CALLS, LETTER, delivery, WRITER, COUNTER, OFFICE, desk), both)
                .ours();

        assertEquals(
                List.of(
                        ProblemKind.DELEGATION_CYCLE.message(List.of("Desk", List.of("Desk", "Writer", "Desk"))),
                        ProblemKind.DELEGATION_CYCLE.message(List.of("Writer", List.of("Writer", "Desk", "Writer")))),
                problems.stream().sorted().toList());
    }

    /** The join is linked when the loop is initialized, before a thread waits for a child. */
    @Test
    void changedJoinIsStaleCode() throws Throwable {
        Path jar = LibraryJar.compile(CompilerHarness.JAVAC, folder.resolve("library"), LIBRARY.toArray(String[]::new));
        Path agents = folder.resolve("agents");
        assertEquals(
                List.of(), agents(CompilerHarness.JAVAC, agents, jar, READER).complaints());
        Path changed = LibraryJar.compile(
                CompilerHarness.JAVAC,
                folder.resolve("changed"),
                CALLS,
                LETTER,
                DELIVERY,
                WRITER,
                COUNTER,
                OFFICE.replace("written(", "finished("));

        try (URLClassLoader loader = LibraryJar.loader(changed, agents.resolve("classes"))) {
            StaleCodeError error = assertThrows(StaleCodeError.class, () -> loop(loader, "shop.Reader"));
            assertEquals("shop.Reader", error.stale());
            assertEquals("post.Result", error.changed());
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

    private static AgentLoop loop(ClassLoader loader, String agent) throws Throwable {
        Class<?> type = loader.loadClass(agent);
        Class<?> toolkit = loader.loadClass("post.Result");
        Constructor<?> constructor = loader.loadClass(agent + "Loop").getConstructor(type, toolkit);
        try {
            return (AgentLoop) constructor.newInstance(
                    type.getConstructor().newInstance(),
                    toolkit.getConstructor().newInstance());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Regression tests of valid sources for which the processor once generated wrong code. */
class AwkwardSourcesTest {

    @TempDir
    private Path folder;

    @Test
    void usingWhatIsDeprecatedWarnsNobody() throws IOException {
        assertCompiles("""
                package shop;

                import dev.escapement.*;

                /** Ask. */
                @Tool @Deprecated public record Ask(@Describe("x") @Deprecated String text, @Describe("y") Kind kind) {
                  public enum Kind { NEW, @Deprecated(forRemoval = true) OLD }
                }
                """, """
                package shop;

                import dev.escapement.*;

                @Agent(onText = OnText.FINISH)
                class Desk {
                  @Prompt @Deprecated String prompt() { return ""; }

                  @Step @Deprecated void ask(@SuppressWarnings("deprecation") Ask call) {}
                }
                """);
    }

    @Test
    void aPropertyOfACodecMayHaveAnyName() throws IOException {
        assertCompiles("""
                package shop;

                import com.fasterxml.jackson.annotation.JsonProperty;
                import dev.escapement.Codec;

                @Codec public record Odd(@JsonProperty("a\\"b, c") String quoted, @JsonProperty("a\\nb$S") String broken) {}
                """);
    }

    @Test
    void aTypeMayBeNamedLikeAConstant() throws IOException {
        assertCompiles("""
                package shop;

                import dev.escapement.*;

                /** Value added tax. */
                @Tool public record VAT(@Describe("which") Rate rate) {
                  public enum Rate { FULL }
                }
                """);
    }

    @Test
    void definitionsOfOneNameAreToldApart() throws IOException {
        CompilerHarness.Compiled compiled = assertCompiles("""
                package shop;

                import dev.escapement.*;
                import java.util.List;

                /** Three trees. */
                @Tool public record Trees(
                    @Describe("1") Item3 a, @Describe("2") P.Item b, @Describe("3") Q.Item c, @Describe("4") Item2 d) {
                  public record Item2(List<Item2> more) {}
                  public record Item3(List<Item3> more) {}
                  public interface P { record Item(List<Item> more) {} }
                  public interface Q { record Item(List<Item> more) {} }
                }
                """);

        Matcher definition = Pattern.compile("(?m)^ *\"(Item\\w*)\":\\{\"type\":\"object\"")
                .matcher(compiled.generated().get("shop.TreesSpec"));
        List<String> names = new ArrayList<>();
        while (definition.find()) {
            names.add(definition.group(1));
        }
        assertEquals(List.of("Item3", "Item", "Item_2", "Item2"), names.subList(0, 4));
    }

    @Test
    void typesMayBeNamedLikeThoseThatALoopUses() throws IOException {
        assertCompiles("""
                package shop;

                import dev.escapement.*;
                import dev.escapement.Finish;
                import dev.escapement.Pause;
                import java.util.List;

                @SuppressWarnings("ESC040")
                @Agent(maxSteps = 5)
                public class Desk {
                  @Tool record Step() {}
                  @Tool record Outcome() {}
                  @Tool record Policy() {}
                  @Tool record Verdict() {}
                  record Reply(Decoded decoded) {}
                  record Start(List<Flow> flows) {}
                  record Decoded(Flow flow) {}
                  enum Flow { TOOLS, POLICY }
                  enum TOOLS { ONE }

                  @Prompt String prompt() { return ""; }

                  @Trigger String start(Start start) { return ""; }

                  @dev.escapement.Step Pause<Reply> step(Step call) { return Pause.asking("?"); }

                  @dev.escapement.Step Pause<TOOLS> outcome(Outcome call) { return Pause.asking("?"); }

                  @dev.escapement.Step Policy verdict(Verdict call) { return new Policy(); }

                  @dev.escapement.Step Finish<Flow> policy(Policy call) { return Finish.with(Flow.POLICY); }

                  @Gate dev.escapement.Verdict gate(Policy call) { return dev.escapement.Verdict.proceed(); }
                }
                """);
    }

    @Test
    void repliesToStepsOfOneNameAreToldApart() throws IOException {
        CompilerHarness.Compiled compiled = assertCompiles("""
                package shop;

                import dev.escapement.*;
                import dev.escapement.Finish;
                import dev.escapement.Pause;

                @SuppressWarnings("ESC040")
                @Agent class Desk {
                  interface P { @Tool(name = "p_ask") record Ask() {} }
                  interface Q { @Tool(name = "q_ask") record Ask() {} }
                  @Tool record Close() {}

                  @Prompt String prompt() { return ""; }

                  @Step Pause<String> ask(P.Ask call) { return Pause.asking("?"); }

                  @Step Pause<String> ask(Q.Ask call) { return Pause.asking("?"); }

                  @Step Finish<String> close(Close call) { return Finish.with(""); }
                }
                """);

        String loop = compiled.generated().get("shop.DeskLoop");
        assertTrue(loop.contains("replyToAsk(String reply) {\n    return Reply.of(\"p_ask\","), loop);
        assertTrue(loop.contains("replyToAsk2(String reply) {\n    return Reply.of(\"q_ask\","), loop);
    }

    @Test
    void resultsOfStepsWithOneNameAreDistinguished() throws IOException {
        CompilerHarness.Compiled compiled = assertCompiles("""
                package shop;

                import dev.escapement.*;

                @SuppressWarnings("ESC040")
                @Agent class Desk {
                  interface P { @Tool(name = "p_end") record End() {} }
                  interface Q { @Tool(name = "q_end") record End() {} }
                  @Tool record ReplyToEnd() {}
                  @Tool record Ask() {}

                  @Prompt String prompt() { return ""; }

                  @Step Finish<String> end(P.End call) { return Finish.with(""); }

                  @Step Finish<int[]> end(Q.End call) { return Finish.with(new int[0]); }

                  @Step Finish<Integer> replyToEnd(ReplyToEnd call) { return Finish.with(1); }

                  @Step Pause<Integer> end(Ask call) { return Pause.asking("?"); }

                  @Trigger String readReply(String resultOfEnd) { return resultOfEnd; }
                }
                """);

        String loop = compiled.generated().get("shop.DeskLoop");
        assertTrue(
                loop.contains("static Optional<String> resultOfEnd(AgentThread thread) {\n"
                        + "    return ThreadResults.of(thread, \"p_end\","),
                loop);
        assertTrue(
                loop.contains("static Optional<int[]> resultOfEnd2(AgentThread thread) {\n"
                        + "    return ThreadResults.of(thread, \"q_end\","),
                loop);
        assertTrue(loop.contains("static Optional<Integer> resultOfReplyToEnd(AgentThread thread)"), loop);
    }

    @Test
    void methodsForArraysAreNamedAsTheTypesAreWritten() throws IOException {
        CompilerHarness.Compiled compiled = assertCompiles("""
                package shop;

                import dev.escapement.*;

                /** Tag. */
                @Tool public record Tag(@Describe("1") String[] texts, @Describe("2") Integer[] numbers) {}
                """);

        String spec = compiled.generated().get("shop.TagSpec");
        assertTrue(spec.contains("readStringArray(in)") && spec.contains("readIntBoxedArray(in)"), spec);
    }

    @Test
    void aRecordOfSeveralSealedInterfacesIsReadInOneWay() throws IOException {
        CompilerHarness.Compiled compiled = assertCompiles("""
                package shop;

                import com.fasterxml.jackson.annotation.JsonTypeInfo;
                import dev.escapement.*;

                /** Draw. */
                @Tool public record Draw(@Describe("1") Round round, @Describe("2") Flat flat, @Describe("3") Odd odd) {
                  public sealed interface Round permits Circle {}
                  public sealed interface Flat permits Circle {}
                  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
                  public sealed interface Odd permits Circle {}
                  public record Circle(double radius) implements Round, Flat, Odd {}
                }
                """);

        String spec = compiled.generated().get("shop.DrawSpec");
        assertEquals(2, spec.split("Draw.Circle read", -1).length - 1, "one for each discriminator: " + spec);
        assertEquals(2, spec.split("void writeCircle", -1).length - 1, spec);
    }

    @Test
    void aCodecOfAnotherCompilationIsNamedAsItWasThere() throws IOException {
        CompilerHarness.JAVAC.compile(SourceFiles.write(folder.resolve("library"), """
                        package shop;

                        import dev.escapement.Codec;

                        @Codec public record Address(String zipCode) {}
                        """), folder.resolve("library"));

        CompilerHarness.Compiled compiled = CompilerHarness.JAVAC.compile(
                SourceFiles.write(folder.resolve("application"), """
                        package shop;

                        import dev.escapement.*;

                        /** Move. */
                        @Tool public record Move(@Describe("where to") Address newHome) {}
                        """),
                folder.resolve("application"),
                "-Aescapement.naming=snake_case",
                "-classpath",
                System.getProperty("java.class.path")
                        + System.getProperty("path.separator")
                        + folder.resolve("library").resolve("classes"));

        String spec = compiled.generated().get("shop.MoveSpec");
        assertTrue(spec.contains("\"new_home\":") && spec.contains("\"zipCode\":"), spec);
    }

    @Test
    void typesNamedLikeThoseOfJavaLangCompile() throws IOException {
        List<String> sources = new ArrayList<>();
        for (String name : List.of(
                "Boolean",
                "Character",
                "Exception",
                "IllegalStateException",
                "Integer",
                "Iterable",
                "Long",
                "NullPointerException",
                "Object",
                "Override",
                "RuntimeException",
                "String",
                "SuppressWarnings")) {
            sources.add("package shop;\n\npublic record " + name + "(int number) {}\n");
        }
        sources.add("""
                package shop;

                import dev.escapement.*;
                import jakarta.validation.constraints.Size;
                import java.util.*;

                /** Components of all types for which generated code uses names of java.lang. */
                @java.lang.SuppressWarnings("ESC040")
                @Tool public record Ask(
                    java.lang.String text,
                    String own,
                    IllegalStateException state,
                    Kind kind,
                    Shape shape,
                    List<java.lang.Integer> numbers,
                    java.lang.Iterable<java.lang.Boolean> flags,
                    Map<java.lang.Long, java.lang.Character> byNumber,
                    Map<java.lang.@Size(min = 1) String, Map<Kind, java.lang.String>> byName,
                    List<java.lang.String>[] lists) {
                  public enum Kind { NEW, @Deprecated OLD }

                  public sealed interface Shape permits Dot {}

                  public record Dot(int x) implements Shape {}
                }
                """);
        sources.add("""
                package shop;

                import dev.escapement.*;

                @Agent(onText = OnText.FINISH)
                class Desk {
                  @Prompt java.lang.String prompt() { return ""; }

                  @Step void ask(Ask call) throws IOProblem {}

                  static class IOProblem extends java.lang.Exception {
                    private static final long serialVersionUID = 1L;
                  }
                }
                """);
        assertCompiles(sources.toArray(String[]::new));
    }

    private CompilerHarness.Compiled assertCompiles(String... sources) throws IOException {
        CompilerHarness.Compiled compiled = CompilerHarness.JAVAC.compile(
                SourceFiles.write(folder, List.of(sources)), folder, "-Xlint:all,-processing", "-Werror");
        assertTrue(compiled.succeeded() && compiled.complaints().isEmpty(), compiled.messages()::toString);
        return compiled;
    }
}

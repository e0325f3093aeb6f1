package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests that generated code causes no warnings, if the sources alone cause none. The build runs them on each supported
 * JDK.
 */
class GeneratedWarningsTest {

    private static final String[] JAVAC_OPTIONS = {"-Xlint:all", "-Werror"};

    private static final Map<String, String> DEPRECATED = Map.of(
            "D1",
            """
            /** d */
            @SuppressWarnings("deprecation")
            @Tool public record D1(@Describe("a") String a, @Describe("b") @Deprecated String old) {}
            """,
            "Dx",
            """
            /** d */
            @Tool public record Dx(@Describe("a") String a) {
              @Deprecated public Dx {}
              @Deprecated public String a() { return a; }
            }
            """,
            "All",
            """
            /** d */
            @SuppressWarnings({"deprecation", "removal"})
            @Tool public record All(
                @Describe("a") Old old,
                @Describe("b") List<Gone.In> in,
                @Describe("c") Kind kind,
                @Describe("d") Shape shape,
                @Describe("e") OldValue codec,
                @Describe("f") Map<Kind, Old[]> map) {
              public enum Kind { NEW, @Deprecated OLD, @Deprecated(forRemoval = true) GONE }
              public sealed interface Shape {}
              @Deprecated public record Circle(int r) implements Shape {}
              public record Square(@Deprecated(forRemoval = true) int r) implements Shape {
                @Deprecated(forRemoval = true) public Square {}
              }
            }
            """,
            "Old",
            """
            @Deprecated public record Old(int x) {}
            """,
            "Gone",
            """
            @Deprecated(forRemoval = true) public class Gone {
              private Gone() {}
              public record In(int x) {}
            }
            """,
            "OldTool",
            """
            /** d */
            @Deprecated(forRemoval = true) @Tool public record OldTool(@Describe("a") String a) {}
            """,
            "OldValue",
            """
            @Deprecated @Codec public record OldValue(String a) {}
            """,
            "Outer",
            """
            @Deprecated public interface Outer {
              /** d */
              @Tool record Nested(@Describe("a") int x) {}
              @Codec record NestedCodec(int x) {}
            }
            """,
            "Desk",
            """
            @SuppressWarnings({"deprecation", "removal"})
            @Deprecated
            @Agent(onText = OnText.FINISH)
            public class Desk {
              public Desk() {}
              @Deprecated static class Bad extends Exception { private static final long serialVersionUID = 1; }
              public sealed interface Next permits A1, A2 {}
              /** d */
              @Tool @Deprecated public record A1() implements Next {}
              /** d */
              @Tool public record A2(@Deprecated @Describe("x") int x) implements Next {}
              /** d */
              @Tool public record A3() {}
              @Prompt @Deprecated String prompt() { return ""; }
              @Step @Deprecated void old(OldTool call) throws Bad {}
              @Step Old a1(A1 call) { return new Old(1); }
              @Step Pause<Old> a2(A2 call) { return Pause.asking("?"); }
              @Step Next nested(Outer.Nested call) { return new A1(); }
              @Step Finish<Old> a3(A3 call) { return Finish.with(new Old(1)); }
              @Gate @Deprecated(forRemoval = true) Verdict gate(Next next) { return Verdict.proceed(); }
              @Trigger @Deprecated String go(Old old) { return ""; }
              @Prefetch @Deprecated List<Old> more() { return List.of(); }
            }
            """);

    private static final String HEADER = """
            package shop;

            import dev.escapement.*;
            import java.util.*;

            """;

    @TempDir
    private Path folder;

    @Test
    void javacDoesNotWarnAboutDeprecation() throws IOException {
        assertSilent(CompilerHarness.JAVAC, DEPRECATED, JAVAC_OPTIONS);
    }

    @Test
    void eclipseDoesNotWarnAboutDeprecation() throws IOException {
        assertSilent(CompilerHarness.ECLIPSE, DEPRECATED);
    }

    @ParameterizedTest
    @EnumSource
    void normalCodeSuppressesNothing(CompilerHarness compiler) throws IOException {
        CompilerHarness.Compiled compiled = compile(
                compiler,
                Map.of(
                        "Plain",
                        "/** d */\n@Tool record Plain(@Describe(\"a\") int a, @Describe(\"b\") List<Long> b) {}"));

        assertFalse(compiled.generated().get("shop.PlainSpec").contains("@SuppressWarnings"));
    }

    @Test
    void onlyTheWarningThatArisesIsSuppressed() throws IOException {
        CompilerHarness.Compiled compiled = compile(CompilerHarness.JAVAC, DEPRECATED);

        assertTrue(compiled.generated().get("shop.DxSpec").contains("\n@SuppressWarnings(\"deprecation\")\n"));
        assertTrue(compiled.generated().get("shop.OldToolSpec").contains("\n@SuppressWarnings(\"removal\")\n"));
    }

    @ParameterizedTest
    @EnumSource
    void fileMayDeclareSeveralTypes(CompilerHarness compiler) throws IOException {
        String types = """
                /** d */
                @SuppressWarnings("ESC040")
                @Tool record Put(
                    Side side,
                    List<Side> sides,
                    Map<Color, Side> byColor,
                    Optional<Side> optional,
                    Color[] colors,
                    Shape shape,
                    List<Generic<Side>> generics,
                    Set<Side> set,
                    Map<Text, String> texts) {}

                record Side(@Describe("z") int z) {}

                enum Color { RED, GREEN }

                enum Text {
                  ONE;

                  @Override
                  public String toString() { return "one"; }
                }

                sealed interface Shape { record Dot(int x) implements Shape {} }

                record Generic<T>(T value) {}
                """;

        assertSilent(compiler, Map.of("Put", types), compiler == CompilerHarness.JAVAC ? JAVAC_OPTIONS : new String[0]);
    }

    @Test
    void toolInAnotherFileIsExplained() throws IOException {
        CompilerHarness.Compiled compiled = compile(
                CompilerHarness.JAVAC,
                Map.of("Tools", "/** d */\n@Tool record Ask(@Describe(\"a\") int a) {}"),
                "-Xlint:auxiliaryclass");

        assertEquals(1, compiled.ours().size(), compiled.messages()::toString);
        assertTrue(compiled.ours().get(0).startsWith("[ESC049] "), compiled.ours()::toString);
    }

    @ParameterizedTest
    @EnumSource
    void sealedInterfaceWithoutSubtypesIsLeftToTheCompiler(CompilerHarness compiler) throws IOException {
        CompilerHarness.Compiled compiled = compile(
                compiler,
                Map.of(
                        "Shape",
                        "/** d */\npublic sealed interface Shape {}",
                        "Pair",
                        "/** d */\npublic sealed interface Pair<T> {}",
                        "Outer",
                        "/** d */\npublic sealed interface Outer permits Inner {}",
                        "Inner",
                        "/** d */\npublic sealed interface Inner extends Outer {}",
                        "Alone",
                        "/** d */\n@Codec public sealed interface Alone {}",
                        "Draw",
                        "/** d */\n@Tool public record Draw(@Describe(\"a\") Shape shape,"
                                + " @Describe(\"b\") Optional<Pair<String>> pair, @Describe(\"c\") List<Outer> outer) {}",
                        "Desk",
                        """
                        @Agent public class Desk {
                          @Prompt String prompt() { return ""; }
                          @Step Finish<Shape> draw(Draw call) { return Finish.with(call.shape()); }
                          @Trigger String shape(Shape shape) { return ""; }
                        }
                        """),
                "-Aescapement.dialects=openai_strict,anthropic_strict,gemini");

        assertEquals(List.of(), compiled.ours());
        assertEquals(
                List.of("Alone.java", "Inner.java", "Pair.java", "Shape.java"),
                compiled.complaints().stream()
                        .filter(message -> message.kind() == Diagnostic.Kind.ERROR)
                        .map(CompilerHarness.Message::file)
                        .sorted()
                        .toList(),
                compiled.messages()::toString);
    }

    @Test
    void typesThatAModuleHidesCauseNoWarning() throws IOException {
        List<Path> sources = SourceFiles.write(
                folder,
                "module shop {\n  requires transitive dev.escapement;\n  exports shop;\n}\n",
                "package hidden;\n\n@dev.escapement.Codec\npublic record Reply(int x) {}\n",
                "package hidden;\n\npublic record Mail(int x) {}\n",
                HEADER + """
                        import hidden.*;

                        @SuppressWarnings("ESC040")
                        @Agent
                        public class Desk {
                          public Desk() {}
                          @Tool public record A(int x) {}
                          @Tool public record B(int x) {}
                          @Prompt String prompt() { return ""; }
                          @Step Pause<Reply> a(A call) { return Pause.asking("?"); }
                          @Step Finish<List<Mail>> b(B call) { return Finish.with(List.of()); }
                          @Trigger String mail(Mail mail) { return ""; }
                        }
                        """);

        CompilerHarness.Compiled compiled = CompilerHarness.JAVAC.compile(
                sources,
                folder.resolve("out"),
                "-Xlint:all,-processing,-requires-automatic,-requires-transitive-automatic",
                "-Werror",
                "--module-path",
                System.getProperty("java.class.path"));

        assertTrue(compiled.succeeded(), compiled.messages()::toString);
    }

    /** Each nested type has the annotation by which JaCoCo recognizes generated code. */
    @Test
    void nestedTypesAreMarkedAsGenerated() throws IOException {
        String loop = compile(CompilerHarness.JAVAC, DEPRECATED).generated().get("shop.DeskLoop");
        long types = loop.lines()
                .filter(line -> line.matches(".*\\b(class|enum) \\w+ .*\\{"))
                .count();

        assertEquals(4, types, loop); // the loop, its codec of replies, its steps, and their traits
        assertEquals(
                types,
                loop.lines()
                        .filter(line -> line.strip().startsWith("@Generated("))
                        .count(),
                loop);
    }

    private void assertSilent(CompilerHarness compiler, Map<String, String> types, String... options)
            throws IOException {
        CompilerHarness.Compiled compiled = compile(compiler, types, options);

        assertTrue(compiled.succeeded(), compiled.messages()::toString);
        assertEquals(
                List.of(),
                compiled.complaints().stream()
                        .filter(message -> compiler == CompilerHarness.JAVAC
                                || message.file().matches("\\w+(Spec|Codec|Loop)\\.java"))
                        .toList());
    }

    private CompilerHarness.Compiled compile(CompilerHarness compiler, Map<String, String> types, String... options)
            throws IOException {
        Path sources = Files.createDirectories(folder.resolve("shop"));
        for (Map.Entry<String, String> type : types.entrySet()) {
            Files.writeString(sources.resolve(type.getKey() + ".java"), HEADER + type.getValue());
        }
        List<Path> files = types.keySet().stream()
                .sorted()
                .map(name -> sources.resolve(name + ".java"))
                .collect(Collectors.toList());
        return compiler.compile(files, folder.resolve("out"), options);
    }
}

package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that generated classes stay within the limits of the class file format, whatever the source. The limits and the
 * generated sources do not depend on the JDK, so that one of them runs these long compilations.
 */
@DisabledForJreRange(min = JRE.JAVA_25)
class GeneratedSizeTest {

    private static final String HEADER = """
            package shop;

            import com.fasterxml.jackson.annotation.*;
            import dev.escapement.*;
            import jakarta.validation.constraints.*;
            import java.util.*;

            """;

    /** Whether the largest types are compiled, which takes minutes: in the profile {@code hostile}. */
    private static final boolean LARGEST = Boolean.getBoolean("largest.sizes");

    @TempDir
    private Path folder;

    /** Returns the compilers of large types. The Eclipse compiler takes up to half a minute for each of them. */
    private static List<CompilerHarness> compilers() {
        return LARGEST ? List.of(CompilerHarness.values()) : List.of(CompilerHarness.JAVAC);
    }

    @ParameterizedTest
    @EnumSource
    void descriptionMayExceedAStringConstant(CompilerHarness compiler) throws IOException {
        String words = lines(1_500, i -> " * Line " + i + " of \"quoted\" and \\ accented \u00e9 words, with a comma.");
        String text = "\u20ac ".repeat(16_000);

        assertCompiles(
                compiler,
                "/**\n" + words + "\n */\n@Tool public record Talk(@Describe(\"" + text + "\") String a, @Describe(\""
                        + text + "\") String b) {}");
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void enumsMayHaveThousandsOfConstants(CompilerHarness compiler) throws IOException {
        assertCompiles(
                compiler,
                "/** Pick. */\n@Tool public record Pick(Plain plain, Map<Plain, String> map, Renamed renamed,"
                        + " Map<Renamed, String> keys, Short other, Text text) {\n"
                        + "enum Plain {" + list(2_000, i -> "P" + i) + "}\n"
                        + "enum Renamed {" + list(2_000, i -> "@JsonProperty(\"r" + i + "\") R" + i) + "}\n"
                        + "enum Short {" + list(1_200, i -> "@JsonProperty(\"s" + i + "\") S" + i) + "}\n"
                        + "enum Text {" + list(1_800, i -> "@JsonProperty(\"t" + i + "\") T" + i)
                        + "; @JsonValue String text() { return name().toLowerCase(Locale.ROOT); }}\n}");
    }

    /** javac rejects a constant of 65,535 bytes, although a class file can contain it. */
    @ParameterizedTest
    @EnumSource
    void descriptionMayHaveTheLengthOfAConstant(CompilerHarness compiler) throws IOException {
        for (int length : List.of(65_533, 65_534, 65_535, 65_536)) {
            assertCompiles(
                    compiler,
                    "/** " + "word ".repeat(13_106) + "x".repeat(length - 65_530)
                            + " */\n@Tool public record Talk(String a) {}");
        }
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void recordMayHaveAllPossibleComponents(CompilerHarness compiler) throws IOException {
        assertCompiles(
                compiler,
                "/** Many. */\n@Tool public record Many("
                        + list(
                                254,
                                i -> "@Size(min = 1, max = 200) @Pattern(regexp = \"[a-z]+\") Optional<String> c" + i)
                        + ") {}",
                "/** Wide. */\n@Tool public record Wide("
                        + list(127, i -> "@Min(1) @Max(99999999999L) @Positive long c" + i) + ") {}");
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void sealedInterfaceMayHaveManyRecords(CompilerHarness compiler) throws IOException {
        assertCompiles(
                compiler,
                "/** Draw. */\n@Tool public record Draw(Shape shape) {\nsealed interface Shape {}\n"
                        + lines(1_100, i -> "record S" + i + "(int x) implements Shape {}") + "\n}");
    }

    @ParameterizedTest
    @EnumSource
    void defaultsMayBeLong(CompilerHarness compiler) throws IOException {
        String numbers = list(1_500, i -> "" + (i + 1_000)).replace(" ", "");
        assertCompiles(
                compiler,
                "/** Draw. */\n@Tool public record Draw("
                        + list(10, i -> "@JsonProperty(defaultValue = \"[" + numbers + "," + i + "]\") int[] a" + i)
                        + ", "
                        + list(
                                10,
                                i -> "@JsonProperty(defaultValue = \"[" + numbers + "," + i + "]\") List<Long> b" + i)
                        + ") {}");
    }

    /** Only javac: a large agent takes long to compile. The switches of one with 520 steps are divided, too. */
    @Test
    void agentMayHaveAThousandSteps() throws IOException {
        assertCompiles(CompilerHarness.JAVAC, agent(LARGEST ? 1_100 : 520));
    }

    @Test
    void tooManyTriggersAreReported() throws IOException {
        String triggers = lines(1_001, i -> "  @Trigger String on" + i + "(String text) { return text; }\n");
        CompilerHarness.Compiled compiled =
                compile(CompilerHarness.JAVAC, agent(1).replaceFirst("\\}$", triggers + "}"), "-proc:only");

        assertEquals(1, compiled.ours().size(), compiled.messages()::toString);
        assertTrue(
                compiled.ours()
                        .get(0)
                        .startsWith("[ESC078] The type Desk has 1002 gates, triggers and prefetch methods."),
                compiled.ours()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tool", "Codec"})
    void tooManyTypesAreReported(String annotation) throws IOException {
        String types = lines(150, g -> "record G" + g + "(" + list(15, i -> "R" + (g * 15 + i) + " r" + i) + ") {}")
                + lines(2_250, i -> "record R" + i + "(int a, String b) {}");
        CompilerHarness.Compiled compiled = compile(
                CompilerHarness.JAVAC,
                "/** Pick. */\n@" + annotation + " public record Pick(" + list(150, i -> "G" + i + " g" + i) + ") {\n"
                        + types + "}",
                "-proc:only");

        assertEquals(1, compiled.ours().size(), compiled.messages()::toString);
        assertTrue(
                compiled.ours().get(0).startsWith("[ESC078] The type Pick has types that require about"),
                compiled.ours()::toString);
    }

    @Test
    void tooDeepRequiredValuesAreReported() throws IOException {
        assertEquals(List.of(), nested(200).ours());

        CompilerHarness.Compiled compiled = nested(212);
        assertEquals(1, compiled.ours().size(), compiled.messages()::toString);
        assertTrue(
                compiled.ours().get(0).startsWith("[ESC078] The type R0 has only values with at least 212 levels"),
                compiled.ours()::toString);
    }

    @Test
    void tooDeepRequiredListIsReported() throws IOException {
        String types = lines(100, i -> "record L" + i + "(@NotEmpty List<L" + (i + 1) + "> next) {}");
        CompilerHarness.Compiled compiled = compile(
                CompilerHarness.JAVAC,
                "/** Nest. */\n@Tool public record L(@NotEmpty List<L0> next) {\n" + types
                        + "\nrecord L100(int x) {}\n}",
                "-proc:only");

        assertEquals(1, compiled.ours().size(), compiled.messages()::toString);
        assertTrue(compiled.ours().get(0).contains("at least 203 levels"), compiled.ours()::toString);
    }

    @Test
    void optionalComponentEndsDeepValues() throws IOException {
        String types = lines(
                211, i -> "record R" + (i + 1) + "(" + (i == 100 ? "Optional<R102>" : "R" + (i + 2)) + " next) {}");
        CompilerHarness.Compiled compiled = compile(
                CompilerHarness.JAVAC,
                "/** Nest. */\n@Tool public record R0(R1 next) {\n" + types + "\nrecord R212(int x) {}\n}",
                "-proc:only");

        assertEquals(List.of(), compiled.ours());
    }

    @Test
    void tooDeepResultIsReportedAtTheAgent() throws IOException {
        String types = lines(211, i -> "record R" + i + "(R" + (i + 1) + " next) {}") + "\nrecord R211(int x) {}\n";
        CompilerHarness.Compiled compiled = compile(
                CompilerHarness.JAVAC,
                agent(1).replace("Finish<String> end", "Finish<R0> end")
                        .replace("Finish.with(\"\")", "null")
                        .replaceFirst("\\}$", types + "}"),
                "-proc:only");

        assertEquals(1, compiled.ours().size(), compiled.messages()::toString);
        assertTrue(
                compiled.ours().get(0).startsWith("[ESC078] The type Desk has only values with at least 212 levels"),
                compiled.ours()::toString);
    }

    /** Compiles a tool whose values require the given number of nested objects. */
    private CompilerHarness.Compiled nested(int levels) throws IOException {
        String types = lines(levels - 2, i -> "record R" + (i + 1) + "(R" + (i + 2) + " next) {}");
        return compile(
                CompilerHarness.JAVAC,
                "/** Nest. */\n@Tool public record R0(R1 next) {\n" + types + "\nrecord R" + (levels - 1)
                        + "(int x) {}\n}",
                "-proc:only");
    }

    @Test
    void tooLongDescriptionIsReported() throws IOException {
        CompilerHarness.Compiled compiled = compile(
                CompilerHarness.JAVAC,
                "/**\n" + lines(20_000, i -> " * A line of about fifty characters, which are words.")
                        + "\n */\n@Tool public record Talk(String a) {}",
                "-proc:only");

        assertEquals(1, compiled.ours().size(), compiled.messages()::toString);
        assertTrue(
                compiled.ours().get(0).startsWith("[ESC078] The tool Talk has a description of"),
                compiled.ours()::toString);
    }

    /** A codec does not become invalid because its schema is too long for a model. */
    @Test
    void tooLongSchemaOfACodecIsOmitted() throws IOException {
        String words = "word ".repeat(12_000);
        String components = list(18, i -> "@Describe(\"" + words + "\") String a" + i);
        CompilerHarness.Compiled compiled =
                compile(CompilerHarness.JAVAC, "@Codec public record Talk(" + components + ") {}", "-nowarn");

        assertTrue(compiled.succeeded(), compiled.complaints()::toString);
        assertFalse(compiled.generated().get("shop.TalkCodec").contains("SCHEMA"));
    }

    @ParameterizedTest
    @EnumSource
    void schemaOfACodecMayExceedAStringConstant(CompilerHarness compiler) throws IOException {
        String components = list(3, i -> "@Describe(\"" + "word ".repeat(12_000) + "\") String a" + i);
        CompilerHarness.Compiled compiled =
                compile(compiler, "@Codec public record Talk(" + components + ") {}", "-nowarn");

        assertTrue(compiled.succeeded(), compiled.complaints()::toString);
        assertTrue(compiled.generated().get("shop.TalkCodec").contains("String SCHEMA = String.join("));
    }

    /** Returns an agent whose steps have every fact, kind of result and gate. */
    private static String agent(int steps) {
        return "@SuppressWarnings({\"ESC041\", \"ESC045\"})\n@Agent public final class Desk {\n"
                + "  static class Refused extends Exception { private static final long serialVersionUID = 1L; }\n"
                + "  @Prompt String prompt() { return \"\"; }\n"
                + "  @Gate Verdict gate(End call) { return Verdict.proceed(); }\n"
                + "  @Tool record End() {}\n"
                + "  @Step Finish<String> end(End call) { return Finish.with(\"\"); }\n"
                + lines(
                        steps - 1,
                        i -> "  @Tool record T" + i + "(int x) {}\n"
                                + (i % 2 == 0 ? "  @Approval\n" : "")
                                + "  @Step(attempts = "
                                + (i % 5 + 1)
                                + ", maxResultLength = " + (i + 100_000) + ", effect = Effect.IDEMPOTENT)"
                                + (i % 7 == 0
                                        ? " Pause<String> step" + i + "(T" + i
                                                + " call) { return Pause.asking(\"?\"); }"
                                        : " String step" + i + "(T" + i + " call) throws Refused { return \"\"; }"))
                + "}";
    }

    private static String list(int count, IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(", "));
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
    }

    private void assertCompiles(CompilerHarness compiler, String... types) throws IOException {
        for (String type : types) {
            CompilerHarness.Compiled compiled = compile(compiler, type, "-nowarn");
            assertTrue(compiled.succeeded(), compiled.complaints()::toString);
        }
    }

    private CompilerHarness.Compiled compile(CompilerHarness compiler, String type, String option) throws IOException {
        String source = HEADER + type.replaceAll("(?m)^( *)@Tool", "$1@SuppressWarnings(\"ESC040\")\n@Tool");
        return compiler.compile(SourceFiles.write(folder, List.of(source)), folder, option);
    }
}

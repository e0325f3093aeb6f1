package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that the code generated for triggers compiles, whatever their names, payloads and number. */
class TriggerSourcesTest {

    private static final String HEADER = """
            package shop;

            import dev.escapement.*;
            import java.time.Instant;
            import java.util.*;

            """;

    private static final String AGENT = """
            @SuppressWarnings({"ESC040", "ESC041"})
            @Agent public final class Desk {
              @Tool record End() {}
              @Prompt String prompt() { return ""; }
              @Step Finish<String> end(End call) { return Finish.with(""); }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void triggerMayHaveTheNameOfAGeneratedMember(CompilerHarness compiler) throws IOException {
        String names = List.of(
                        "triggers",
                        "start",
                        "name",
                        "json",
                        "trigger",
                        "scheduled",
                        "schedules",
                        "agent",
                        "tools",
                        "triggerSpecs",
                        "record",
                        "sealed",
                        "permits",
                        "var",
                        "yield",
                        "next",
                        "run",
                        "readMail")
                .stream()
                .map(name ->
                        "  @Trigger String " + name + "(Mail " + name.replace("yield", "y") + ") { return \"\"; }\n")
                .collect(Collectors.joining());

        assertCompiles(compiler, AGENT + "  record Mail(int id) {}\n" + names + "}");
    }

    @ParameterizedTest
    @EnumSource
    void scheduleMayHaveARestrictedName(CompilerHarness compiler) throws IOException {
        assertCompiles(compiler, AGENT + "  @Trigger(schedule = \"0 9 * * *\") String yield() { return \"\"; }\n}");
    }

    @ParameterizedTest
    @EnumSource
    void payloadMayHaveAnyType(CompilerHarness compiler) throws IOException {
        String types = String.join(
                "|",
                List.of(
                        "byte",
                        "short",
                        "long",
                        "float",
                        "double",
                        "char",
                        "Integer",
                        "int[]",
                        "String[]",
                        "Set<Instant>",
                        "Map<Instant, List<Box<long[]>>>",
                        "Box<Box<String>>",
                        "UUID",
                        "Locale",
                        "Thread.State"));
        StringBuilder triggers = new StringBuilder();
        for (String type : types.split("\\|")) {
            triggers.append("  @Trigger String on" + triggers.length() + "(" + type + " event) { return \"\"; }\n");
        }

        assertCompiles(compiler, AGENT + "  record Box<T>(T content) {}\n" + triggers + "}");
    }

    /** Methods that read an auxiliary class return {@code Object}. */
    @ParameterizedTest
    @EnumSource
    void payloadMayBeAnAuxiliaryClass(CompilerHarness compiler) throws IOException {
        assertCompiles(
                compiler,
                AGENT + "  @Trigger String on(List<Mail> mails) { return \"\"; }\n"
                        + "  @Trigger String one(Mail mail) { return \"\"; }\n}\nrecord Mail(int id) {}");
    }

    @Test
    void loopMayHaveAThousandTriggers() throws IOException {
        String triggers = IntStream.range(0, 1_000)
                .mapToObj(i ->
                        "  /** Event " + i + " " + "word ".repeat(i == 7 ? 20_000 : 10) + ". */ @Trigger String on" + i
                                + "(" + (i % 2 == 0 ? "Map<String, Integer>" : "int") + " event) { return \"\"; }\n")
                .collect(Collectors.joining());

        assertCompiles(CompilerHarness.JAVAC, AGENT + triggers + "}");
    }

    private void assertCompiles(CompilerHarness compiler, String source) throws IOException {
        CompilerHarness.Compiled compiled =
                compiler.compile(SourceFiles.write(folder, List.of(HEADER + source)), folder, "-nowarn");

        assertTrue(compiled.succeeded(), compiled.complaints()::toString);
        assertEquals(List.of(), compiled.ours());
    }
}

package dev.escapement.internal.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentLockTest {

    private static final String TEXT = """
            # Stored threads depend on these properties of the agent. Generated; do not edit.
            format 1
            agent shop.Desk

            step ask
              effect read
              flow pauses
              ignores unknown arguments
              arguments 3df3f58dd8a762f3
                {
                  "type": "object",
                  "properties": {"question":{"type":"string"}},
                  "required": ["question"],
                  "additionalProperties": false
                }
              reply 00404e686415370f
                {"type":"string"}

            step write
              effect write
              flow delegates
              gated
              delegate shop.Writer
              joins
              arguments 51da7ceec6376f5f
                {"type":"object","additionalProperties":false}
            """;

    private static final LockSchema QUESTION = LockSchema.of("""
            {"type":"object","properties":{"question":{"type":"string","description":"The question"}},
            "required":["question"],"additionalProperties":false}""");

    private static final AgentLock DESK = new AgentLock(
            "shop.Desk",
            List.of(
                    new StepLock(
                            "write",
                            "write",
                            "delegates",
                            true,
                            false,
                            Optional.of("shop.Writer"),
                            true,
                            LockSchema.of("{\"type\":\"object\",\"additionalProperties\":false}"),
                            Optional.empty()),
                    new StepLock(
                            "ask",
                            "read",
                            "pauses",
                            false,
                            true,
                            Optional.empty(),
                            false,
                            QUESTION,
                            Optional.of(LockSchema.of("{\"type\":\"string\"}")))));

    @TempDir
    private Path folder;

    @Test
    void textIsReadable() {
        assertEquals(TEXT, DESK.text());
    }

    @Test
    void parsedTextIsTheSameAgent() throws Exception {
        assertEquals(DESK, AgentLock.parse(TEXT));
        assertEquals(DESK, AgentLock.parse(TEXT.replace("\n", "\r\n")));
    }

    @Test
    void fingerprintIgnoresDescriptionsButNotPropertiesOfThatName() {
        LockSchema described =
                LockSchema.of("{\"type\":\"object\",\"description\":\"A\",\"properties\":{\"description\":{}}}");
        LockSchema other =
                LockSchema.of("{\"type\":\"object\",\"description\":\"B\",\"properties\":{\"description\":{}}}");
        LockSchema without = LockSchema.of("{\"type\":\"object\",\"properties\":{}}");

        assertEquals(described.fingerprint(), other.fingerprint());
        assertFalse(described.fingerprint().equals(without.fingerprint()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | NOT_A_LOCK | # Stored | Stored",
                "2 | NEWER_FORMAT | format 1 | format 2",
                "2 | UNEXPECTED_LINE | format 1 | format one",
                "3 | UNEXPECTED_LINE | agent shop | Agent shop",
                "6 | UNEXPECTED_LINE | effect read | effects read",
                "4 | MERGE_CONFLICT | '\n\nstep ask' | '\n<<<<<<< main\nstep ask'",
                "9 | FINGERPRINT | 3df3 | 3df4",
                "9 | FINGERPRINT | '[\"question\"]' | '[]'",
                "10 | BAD_SCHEMA | '\"type\": \"object\",' | '\"type\": \"object\"'",
                "12 | REFORMATTED | '{\"question\":{' | '{\"question\": {'",
                "6 | UNEXPECTED_LINE | '  effect read\n' | ''"
            })
    void faultHasItsLine(int line, LockFault fault, String replaced, String by) {
        LockSyntaxException exception = assertThrows(
                LockSyntaxException.class,
                () -> AgentLock.parse(TEXT.replaceFirst(
                        java.util.regex.Pattern.quote(replaced.strip().isEmpty() ? replaced : replaced),
                        java.util.regex.Matcher.quoteReplacement(by == null ? "" : by))));

        assertEquals(fault, exception.fault());
        assertEquals(line, exception.line());
    }

    @Test
    void everyTruncationIsRejected() {
        int whole = TEXT.length();
        for (int length = 0; length < whole; length++) {
            String part = TEXT.substring(0, length);
            if (!part.endsWith("\"string\"}\n") && !part.equals(TEXT.substring(0, TEXT.indexOf("\nstep ask")))) {
                assertThrows(LockSyntaxException.class, () -> AgentLock.parse(part), part);
            }
        }
    }

    @Test
    void repeatedAndUnsortedStepsAreRejected() {
        int second = TEXT.indexOf("\nstep write");
        String head = TEXT.substring(0, TEXT.indexOf("\nstep ask"));
        String ask = TEXT.substring(head.length(), second);
        String write = TEXT.substring(second);

        assertEquals(
                LockFault.REFORMATTED,
                assertThrows(LockSyntaxException.class, () -> AgentLock.parse(head + write + ask))
                        .fault());
    }

    @Test
    void unchangedFileIsNotWritten() throws Exception {
        Path inside = folder.resolve("locks");
        assertTrue(LockFiles.write(inside, DESK));
        Path file = LockFiles.file(inside, "shop.Desk");
        FileTime old = FileTime.fromMillis(1000);
        Files.setLastModifiedTime(file, old);

        assertFalse(LockFiles.write(inside, DESK));

        assertEquals(old, Files.getLastModifiedTime(file));
        assertEquals(Optional.of(DESK), LockFiles.read(inside, "shop.Desk"));
        assertEquals(Optional.empty(), LockFiles.read(inside, "shop.Other"));
        assertTrue(LockFiles.write(inside, new AgentLock("shop.Desk", List.of())));
        try (Stream<Path> files = Files.list(inside)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void fileOfAnotherAgentIsRejected() throws IOException {
        Files.writeString(LockFiles.file(folder, "shop.Other"), TEXT);

        assertEquals(
                LockFault.OTHER_AGENT,
                assertThrows(LockSyntaxException.class, () -> LockFiles.read(folder, "shop.Other"))
                        .fault());
    }

    @ParameterizedTest
    @CsvSource({"shop.Desk,shop.Desk.lock", "a/b c,a%2Fb%20c.lock", "..,%2E..lock", "Büro,B%C3%BCro.lock"})
    void fileNameIsSafe(String agent, String file) {
        assertEquals(folder.resolve(file), LockFiles.file(folder, agent));
    }
}

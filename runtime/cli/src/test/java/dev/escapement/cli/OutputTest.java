package dev.escapement.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the help texts and of the elements of the output. */
class OutputTest {

    private static final Path HELP = Path.of("src/test/resources/help.txt");

    /** The golden file is rewritten by {@code -Dgolden.update=true}. */
    @Test
    void helpIsTheGoldenFile() throws IOException {
        StringBuilder help = new StringBuilder(Commands.run(Map.of(), "--help").success());
        for (String command : List.of(
                "threads", "show", "approve", "refuse", "reply", "answer", "resume", "cancel", "fork", "verify",
                "migrate")) {
            String text = Commands.run(Map.of(), command, "--help").success();
            assertTrue(text.contains("Example"), text);
            help.append("\n$ escapement ").append(command).append(" --help\n").append(text);
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(HELP, help);
        }

        assertEquals(Files.readString(HELP), help.toString());
    }

    @Test
    void versionIsPrinted() {
        assertTrue(Commands.run(Map.of(), "--version").success().startsWith("escapement "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"a-1_b:c.d/e@f|a-1_b:c.d/e@f", "a b|'a b'", "it's|'it'\\''s'", "$(x)|'$(x)'", "ä|'ä'", "\"\"|''"})
    void wordsAreQuotedForAShell(String argument, String word) {
        assertEquals(word, ShellWord.quoted(argument));
    }

    @Test
    void controlCharactersAreEscapedForAShell() {
        assertEquals("$'a\\u001b\\n\\\\\\'b'", ShellWord.quoted("a\u001b\n\\'b"));
    }

    @Test
    void linesEndWithALineFeed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(new LineFeedStream(bytes), true, StandardCharsets.UTF_8);

        out.print("\r\na\r\n\r\nb\r");
        out.write('\r');

        assertEquals("\na\n\nb", bytes.toString(StandardCharsets.UTF_8));
    }
}

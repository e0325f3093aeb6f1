package dev.escapement.samples.deploybot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the README of the sample shows the output, the commands and the diagram of the program. */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\n(.*?)\n```", Pattern.DOTALL);

    @TempDir
    Path directory;

    @Test
    void theConversationIsPrintedAsShown() throws IOException {
        List<String> printed = new ArrayList<>();
        printed.addAll(Terminal.run(directory));
        printed.addAll(Terminal.run(directory, "reply", "production"));
        printed.addAll(Terminal.run(directory, "approve"));
        List<String> shown = blocks("").stream()
                .filter(block -> !block.startsWith("mvn ") && !block.contains("Press Ctrl+C"))
                .toList();
        assertEquals(3, shown.size(), "one for each start");
        shown.stream().flatMap(String::lines).forEach(line -> assertPrinted(line, printed));
    }

    /** Asserts that a line was printed. A shortened line of the README ends with an ellipsis. */
    private static void assertPrinted(String shown, List<String> printed) {
        String begin = shown.replaceAll(", …]$", "");
        assertTrue(
                printed.stream().anyMatch(line -> begin.equals(shown) ? line.equals(shown) : line.startsWith(begin)),
                () -> shown + "\nis not among\n" + String.join("\n", printed));
    }

    @Test
    void theCommandsBeginAsThoseThatTheProgramPrints() throws IOException {
        String begin = "mvn -q -Dsample=deploybot package";
        assertTrue(
                Files.readString(Path.of("pom.xml")).contains("<value>" + begin + " -Dexec.args=</value>"),
                "the build passes the command line to the program");
        assertEquals(
                List.of(
                        begin,
                        begin + " -Dexec.args=\"reply production\"",
                        begin + " -Dexec.args=\"approve\"",
                        begin + " -Dexec.args=\"serve\"",
                        begin + " -Dexec.args=\"serve --port 9000 --restate http://127.0.0.1:8080\""),
                blocks("").stream().filter(block -> block.startsWith("mvn ")).toList());
    }

    @Test
    void theDiagramIsTheOneOfTheLoop() throws IOException {
        assertEquals(List.of(DeployBotLoop.DIAGRAM.strip()), blocks("mermaid"));
    }

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("README.md")))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }
}

package dev.escapement.samples.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the README of the sample shows the output, the command and the diagram of the program. */
class NewsroomReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\n(.*?)\n```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void conversationIsPrintedAsShown() throws IOException {
        String printed = run("y\n");

        String shown = blocks("").get(1);
        shown.lines()
                .forEach(line ->
                        assertTrue(printed.lines().anyMatch(line::equals), () -> line + "\nis not among\n" + printed));
    }

    @Test
    void articleWaitsUntilTheNextStart() {
        String first = run("");
        String second = run("y\n");

        assertTrue(first.contains("The next start continues."), first);
        assertTrue(second.contains("Continues the article of an earlier start."), second);
        assertTrue(second.contains("\"published\":true,\"rounds\":2"), second);
    }

    @Test
    void commandRunsTheSample() throws IOException {
        assertEquals("mvn -q -Dsample=newsroom package", blocks("").get(0));
    }

    @Test
    void diagramIsThatOfTheLoop() throws IOException {
        assertEquals(List.of(NewsroomLoop.DIAGRAM.strip()), blocks("mermaid"));
    }

    /** Runs the program with the input of a person, and returns its output without colours. */
    private String run(String input) {
        InputStream terminal = System.in;
        PrintStream standard = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            Main.run(folder);
        } finally {
            System.setIn(terminal);
            System.setOut(standard);
        }
        return bytes.toString(StandardCharsets.UTF_8).replaceAll("\u001b\\[\\d+m", "");
    }

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("README.md")))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }
}

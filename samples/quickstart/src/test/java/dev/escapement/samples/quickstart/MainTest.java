package dev.escapement.samples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the output of the sample. */
class MainTest {

    private static final String DESK = "The desk from A-1044 arrived scratched";
    private static final String QUESTION = "The thread waits for you: Refund 249.00 EUR for order A-1044?";

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("quickstart.db");
    }

    @Test
    void eventsArePrinted() {
        List<String> lines = run();
        assertEquals("This sample uses a few rules in place of a language model.", lines.get(0));
        assertEquals("  person  The lamp from order A-1042 arrived broken", lines.get(2));
        assertEquals("    call  look_up_order {\"orderId\":\"A-1042\"}", lines.get(3));
        assertTrue(
                lines.contains("finished  {\"summary\":\"Refunded order A-1042 in full: it arrived damaged.\"}"),
                () -> String.join("\n", lines));
        assertEquals("The thread has 18 events, which are stored in " + file() + ".", lines.get(lines.size() - 1));
    }

    @Test
    void argumentsAreTheCustomersMessage() {
        List<String> lines = run("My", "mugs", "from", "A-1043", "are", "chipped");
        assertEquals("  person  My mugs from A-1043 are chipped", lines.get(2));
        assertTrue(
                lines.contains("finished  {\"summary\":\"Refunded order A-1043 in full: it arrived damaged.\"}"),
                () -> String.join("\n", lines));
    }

    @Test
    void largeRefundNeedsAnApproval() {
        List<String> lines = answering("y\n", DESK);
        assertTrue(lines.get(asked(lines)).startsWith(QUESTION + " [y/n] approved  "), () -> String.join("\n", lines));
        assertTrue(
                lines.contains("finished  {\"summary\":\"Refunded order A-1044 in full: it arrived damaged.\"}"),
                () -> String.join("\n", lines));
    }

    @Test
    void answerNoRefuses() {
        List<String> lines = answering("n\n", DESK);
        assertTrue(lines.get(asked(lines)).startsWith(QUESTION + " [y/n]  refused  "), () -> String.join("\n", lines));
    }

    @Test
    void endOfInputRefundsNothing() {
        List<String> lines = answering("", DESK);
        assertEquals(
                "Without an answer, nothing is refunded. The thread waits in " + file()
                        + "; the next start continues it.",
                lines.get(lines.size() - 1));
        assertTrue(lines.stream().noneMatch(line -> line.contains("approved")), () -> String.join("\n", lines));
    }

    @Test
    void nextStartContinuesTheThread() {
        answering("", DESK);

        List<String> lines = answering("y\n");

        assertTrue(lines.get(1).startsWith("Continues the thread of an earlier start, "), lines.get(1));
        assertTrue(lines.get(asked(lines)).startsWith(QUESTION + " [y/n] approved  "), () -> String.join("\n", lines));
        assertTrue(
                lines.contains("finished  {\"summary\":\"Refunded order A-1044 in full: it arrived damaged.\"}"),
                () -> String.join("\n", lines));
        assertTrue(lines.stream().noneMatch(line -> line.contains("A-1042")), () -> String.join("\n", lines));
    }

    @Test
    void threadOfKilledStartIsContinuedAtOnce() throws Exception {
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledStart.class.getName(),
                        file().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertEquals(KilledStart.EXIT_CODE, killed.waitFor(), this::log);

        List<String> lines = run();

        assertTrue(lines.get(1).startsWith("Continues the thread of an earlier start, "), lines.get(1));
        assertTrue(
                lines.contains("finished  {\"summary\":\"Refunded order A-1042 in full: it arrived damaged.\"}"),
                () -> String.join("\n", lines));
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void endedThreadIsNotContinued() {
        run();

        assertEquals("  person  The lamp from order A-1042 arrived broken", run().get(2));
    }

    @Test
    void threadThatWaitsForTheCustomerIsNotContinued() {
        run("My lamp is broken");

        assertEquals("  person  The lamp from order A-1042 arrived broken", run().get(2));
    }

    private static int asked(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(QUESTION)) {
                return i;
            }
        }
        throw new AssertionError("without a question: " + String.join("\n", lines));
    }

    private List<String> answering(String answers, String... arguments) {
        InputStream standard = System.in;
        System.setIn(new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)));
        try {
            return run(arguments);
        } finally {
            System.setIn(standard);
        }
    }

    private List<String> run(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream standard = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            Main.run(file(), arguments);
        } finally {
            System.setOut(standard);
        }
        // Removes the colors of a terminal.
        return bytes.toString(StandardCharsets.UTF_8)
                .replaceAll("\u001b\\[\\d+m", "")
                .lines()
                .toList();
    }
}

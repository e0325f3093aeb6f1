package dev.escapement.run;

import static dev.escapement.codegen.DecodingSupport.missing;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.json.Violation;
import dev.escapement.run.CorruptThreadException.Fault;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of thread files with a complete line that is damaged or is not an event. */
class CorruptThreadFileTest {

    private static final List<String> EVENTS = Stream.of(
                    new Event.Started(Instant.EPOCH, "Desk", Start.of("hällo 😀"), Budget.UNLIMITED),
                    new Event.MessageReceived(Instant.EPOCH, "東京"),
                    new Event.MessageReceived(Instant.EPOCH, "again"),
                    new Event.MessageReceived(Instant.EPOCH, "x"))
            .map(Event.CODEC::encode)
            .toList();

    private static final Event NEXT = new Event.MessageReceived(Instant.EPOCH, "next");

    @TempDir
    Path directory;

    private Path file;
    private String whole;

    @BeforeEach
    void storeAThread() throws IOException {
        file = directory.resolve("thread-t1.jsonl");
        FileThreadStore store = FileThreadStore.in(directory);
        for (int i = 0; i < EVENTS.size(); i++) {
            Event event = Event.CODEC.decode(EVENTS.get(i)).fold(accepted -> accepted.value(), rejected -> {
                throw new IllegalStateException(rejected.feedback());
            });
            store.append(Append.of("t1", i, event));
        }
        whole = Files.readString(file);
    }

    // Checksums

    @Test
    void everyChangedByteIsDetectedInItsLine() throws IOException {
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        int line = 1;
        for (int i = 0; i < bytes.length - 1; i++) { // without the last line feed, after which a torn line would remain
            byte[] changed = bytes.clone();
            changed[i] ^= 2;
            Files.write(file, changed);

            CorruptThreadException corrupt = corrupt();
            int index = i;
            boolean isContentOfHeader = line == 1 && corrupt.line() == 2; // the next checksum includes the header
            assertTrue(isContentOfHeader || line == corrupt.line(), () -> "byte " + index + ": " + corrupt.line());
            assertEquals("t1", corrupt.threadId());
            line += bytes[i] == '\n' ? 1 : 0;
        }
    }

    @Test
    void changedLineIsReportedWithItsChecksum() throws IOException {
        Files.writeString(file, whole.replace("東京", "大阪"));

        CorruptThreadException corrupt = corrupt();

        assertEquals(Fault.CHECKSUM, corrupt.fault());
        assertEquals(3, corrupt.line());
        assertEquals(file.toRealPath(), corrupt.file());
        assertTrue(corrupt.getMessage().contains(RunMessages.CHAINED), corrupt::getMessage);
    }

    @Test
    void removedLineIsDetectedAtTheNextLine() throws IOException {
        for (int i = 1; i < EVENTS.size(); i++) {
            List<String> lines = lines();
            lines.remove(i);
            write(lines);

            assertChecksum(i + 1);
        }
    }

    @Test
    void exchangedLinesAreDetected() throws IOException {
        for (int i = 1; i < EVENTS.size(); i++) {
            List<String> lines = lines();
            lines.add(i, lines.remove(i + 1));
            write(lines);

            assertChecksum(i + 1);
        }
    }

    @Test
    void repeatedLineIsDetected() throws IOException {
        for (int i = 1; i <= EVENTS.size(); i++) {
            List<String> lines = lines();
            lines.add(i, lines.get(i));
            write(lines);

            assertChecksum(i + 2);
        }
    }

    @Test
    void addedLineIsDetected() throws IOException {
        for (int i = 1; i <= EVENTS.size() + 1; i++) {
            List<String> lines = lines();
            lines.add(i, EVENTS.get(1));
            write(lines);

            assertChecksum(i + 1);
        }
    }

    @Test
    void truncatedLineIsDetected() throws IOException {
        for (int i = 1; i <= EVENTS.size(); i++) {
            for (int length = 0; length < lines().get(i).length(); length++) {
                List<String> lines = lines();
                lines.set(i, lines.get(i).substring(0, length));
                write(lines);

                assertChecksum(i + 1);
            }
        }
    }

    @Test
    void lineOfAnotherThreadIsDetected() throws IOException {
        List<String> lines = lines();
        lines.set(2, ThreadFileText.of("t2", EVENTS).lines().toList().get(2));
        write(lines);

        assertChecksum(3);
    }

    @Test
    void damagedThreadIsNotAppendedTo() throws IOException {
        Files.writeString(file, whole.replace("東京", "大阪"));
        String before = Files.readString(file);
        FileThreadStore store = FileThreadStore.in(directory);

        CorruptThreadException corrupt =
                assertThrows(CorruptThreadException.class, () -> store.append(Append.of("t1", EVENTS.size(), NEXT)));

        assertEquals(3, corrupt.line());
        assertEquals(before, Files.readString(file));
    }

    @Test
    void lineAddedAfterTheKnownLinesIsDetectedByAnAppend() throws IOException {
        FileThreadStore store = FileThreadStore.in(directory);
        store.load("t1");
        Files.writeString(file, whole + EVENTS.get(1) + "\n");

        CorruptThreadException corrupt = assertThrows(
                CorruptThreadException.class, () -> store.append(Append.of("t1", EVENTS.size() + 1, NEXT)));

        assertEquals(Fault.CHECKSUM, corrupt.fault());
        assertEquals(EVENTS.size() + 2, corrupt.line());
    }

    private void assertChecksum(int line) throws IOException {
        CorruptThreadException corrupt = corrupt();
        assertEquals(Fault.CHECKSUM, corrupt.fault());
        assertEquals(line, corrupt.line());
    }

    // Lines that have valid checksums, but are not events

    @Test
    void corruptLineIsReportedWithItsPlaceAndFault() throws IOException {
        writeEvent(2, "{\"event\":\"message_received\",\"at\":\"1970-01-01T00:00:00Z\"}");

        CorruptThreadException corrupt = corrupt();

        assertEquals(file.toRealPath(), corrupt.file());
        assertEquals(3, corrupt.line());
        assertEquals("t1", corrupt.threadId());
        assertEquals(Fault.EVENT, corrupt.fault());
        assertEquals(List.of(missing("$.text")), corrupt.violations());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{x", "{\0\0\0", "{\"event\":7}", "{\"event\":\"\"}", "{\"at\":1} {}"})
    void lineThatIsNotAnEventIsCorruptAtEachPosition(String event) throws IOException {
        for (int i = 1; i <= EVENTS.size(); i++) {
            writeEvent(i, event);

            CorruptThreadException corrupt = corrupt();

            assertEquals(Fault.EVENT, corrupt.fault());
            assertEquals(i + 1, corrupt.line());
            assertFalse(corrupt.violations().isEmpty());
        }
    }

    @Test
    void threadThatDoesNotBeginWithItsStartIsCorrupt() throws IOException {
        Files.writeString(file, ThreadFileText.of("t1", EVENTS.subList(1, EVENTS.size())));

        CorruptThreadException corrupt = corrupt();

        assertEquals(Fault.FIRST_EVENT, corrupt.fault());
        assertEquals(2, corrupt.line());
    }

    @Test
    void messageListsFiveViolationsOfALine() throws IOException {
        writeEvent(2, "{\"event\":\"model_replied\",\"calls\":[{},{}]}");

        CorruptThreadException corrupt = corrupt();

        List<Violation> violations = corrupt.violations();
        assertTrue(violations.size() > 5, violations::toString);
        assertTrue(corrupt.getMessage().contains(violations.get(4).toString()), corrupt::getMessage);
        assertFalse(corrupt.getMessage().contains(violations.get(5).toString()), corrupt::getMessage);
    }

    // Headers

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "{\"thread\":\"t1\"}",
                "{\"thread\":\"t1\",\"version\":3}",
                "{\"thread\":7,\"version\":3,\"agent\":\"Desk\"}",
                "{ \"thread\":\"t1\",\"version\":3,\"agent\":\"Desk\"}",
                "{\"version\":3,\"thread\":\"t1\",\"agent\":\"Desk\"}",
                "{\"thread\":\"t1\",\"version\":3,\"agent\":\"Desk\",\"more\":1}"
            })
    void firstLineThatIsNotTheHeaderIsCorrupt(String line) throws IOException {
        List<String> lines = lines();
        lines.set(0, line);
        write(lines);

        CorruptThreadException corrupt = corrupt();

        assertEquals(Fault.HEADER, corrupt.fault());
        assertEquals(1, corrupt.line());
        assertEquals("t1", corrupt.threadId());
    }

    @Test
    void fileOfAnotherThreadIsCorrupt() throws IOException {
        Files.writeString(file, ThreadFileText.of("t2", EVENTS), StandardCharsets.UTF_8);

        CorruptThreadException corrupt = corrupt();

        assertEquals(Fault.OTHER_THREAD, corrupt.fault());
        assertEquals("t1", corrupt.threadId());
        assertTrue(corrupt.getMessage().contains("t1") && corrupt.getMessage().contains("t2"), corrupt::getMessage);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 2})
    void fileOfAnUnsupportedVersionIsCorrupt(int version) throws IOException {
        Files.writeString(file, whole.replace("\"version\":3", "\"version\":" + version));

        CorruptThreadException corrupt = corrupt();

        assertEquals(Fault.VERSION, corrupt.fault());
        assertTrue(corrupt.getMessage().contains(RunMessages.version(3)), corrupt::getMessage);
        assertTrue(corrupt.getMessage().contains(RunMessages.version(version)), corrupt::getMessage);
    }

    @Test
    void fileOfTheFormerVersionIsCorrupt() throws IOException {
        Files.writeString(
                file, "{\"thread\":\"t1\",\"version\":2}\n{\"sum\":\"0123456789abcdef\",\"event\":\"stopped\"}\n");

        assertEquals(Fault.VERSION, corrupt().fault());
    }

    @Test
    void headerThatIsNotTextIsCorrupt() throws IOException {
        byte[] broken = whole.getBytes(StandardCharsets.UTF_8);
        broken[2] = (byte) 0xFF;
        Files.write(file, broken);

        CorruptThreadException corrupt = corrupt();

        assertEquals(Fault.ENCODING, corrupt.fault());
        assertEquals(1, corrupt.line());
    }

    @Test
    void otherFileIsNotCutEvenIfItHasNoLineFeed() throws IOException {
        Files.writeString(file, "{\"thread\":\"mine, do not touch");

        assertEquals(Fault.HEADER, corrupt().fault());
        FileThreadStore store = FileThreadStore.in(directory);
        assertThrows(CorruptThreadException.class, () -> store.append(Append.of("t1", 0, NEXT)));
        assertEquals("{\"thread\":\"mine, do not touch", Files.readString(file));
    }

    @Test
    void fileWithoutAHeaderIsNotAppendedTo() throws IOException {
        List<String> lines = lines();
        lines.set(0, "x");
        write(lines);
        byte[] before = Files.readAllBytes(file);

        FileThreadStore store = FileThreadStore.in(directory);
        assertThrows(CorruptThreadException.class, () -> store.load("t1"));
        assertThrows(CorruptThreadException.class, () -> store.append(Append.of("t1", EVENTS.size(), NEXT)));

        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void corruptHeaderOfAFileWithACutNameIsReportedByTheListing() throws IOException {
        FileThreadStore store = FileThreadStore.in(directory);
        String id = "x".repeat(1000);
        Path cut = directory.resolve(ThreadFileName.of(id));
        Files.copy(file, cut);
        Files.writeString(cut, "no header\nno event\n");

        CorruptThreadException corrupt = assertThrows(CorruptThreadException.class, store::ids);

        assertEquals(cut.toRealPath(), corrupt.file());
        assertEquals("", corrupt.threadId());
    }

    /** Returns the exception of loading, which does not change the file. */
    private CorruptThreadException corrupt() throws IOException {
        byte[] before = Files.readAllBytes(file);
        FileThreadStore store = FileThreadStore.in(directory);
        CorruptThreadException corrupt = assertThrows(CorruptThreadException.class, () -> store.load("t1"));
        assertArrayEquals(before, Files.readAllBytes(file));
        return corrupt;
    }

    private List<String> lines() {
        return new ArrayList<>(whole.lines().toList());
    }

    private void write(List<String> lines) throws IOException {
        String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8)); // half a surrogate pair becomes a question mark
    }

    /** Writes the file with another event at a position, counted from 1, and with valid checksums. */
    private void writeEvent(int position, String event) throws IOException {
        List<String> events = new ArrayList<>(EVENTS);
        events.set(position - 1, event);
        Files.writeString(file, ThreadFileText.of("t1", events));
    }
}

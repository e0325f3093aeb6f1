package dev.escapement.run;

import static dev.escapement.codegen.DecodingSupport.missing;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.json.Violation;
import dev.escapement.run.CorruptThreadException.Fault;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import dev.escapement.thread.StopCause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of thread files damaged by a crash, a disk or a person. */
class TornThreadFileTest {

    private static final List<Event> EVENTS = List.of(
            new Event.Started(Instant.EPOCH, "Desk", Start.of("hällo 😀"), Budget.UNLIMITED),
            new Event.MessageReceived(Instant.EPOCH, "東京"),
            new Event.Stopped(Instant.EPOCH, "", StopCause.CANCELLED, "x"));

    private static final Event NEXT = new Event.MessageReceived(Instant.EPOCH, "next");

    @TempDir
    Path directory;

    private Path file;
    private byte[] whole;

    @BeforeEach
    void storeAThread() throws IOException {
        file = directory.resolve("thread-t1.jsonl");
        FileThreadStore store = FileThreadStore.in(directory);
        for (int i = 0; i < EVENTS.size(); i++) {
            store.append("t1", i, EVENTS.get(i));
        }
        whole = Files.readAllBytes(file);
    }

    // Torn files: the last line has no line feed

    @Test
    void aFileThatIsCutAnywhereHasTheEventsThatAreWhole() throws IOException {
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            int events = events(length);
            assertEquals(
                    events == 0 ? Optional.empty() : Optional.of(new AgentThread("t1", EVENTS.subList(0, events))),
                    FileThreadStore.in(directory).load("t1"),
                    "cut after " + length + " bytes");
        }
    }

    @Test
    void aFileThatIsCutAnywhereIsNotChangedByLoading() throws IOException {
        for (int length = 0; length <= whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(file, cut);

            FileThreadStore.in(directory).load("t1");

            assertArrayEquals(cut, Files.readAllBytes(file), "cut after " + length + " bytes");
        }
    }

    @Test
    void aFileThatIsCutAnywhereIsNotChangedByARefusedAppend() throws IOException {
        for (int length = 0; length <= whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(file, cut);

            FileThreadStore store = FileThreadStore.in(directory);
            assertThrows(ConcurrentRunException.class, () -> store.append("t1", 4, NEXT));

            assertArrayEquals(cut, Files.readAllBytes(file), "cut after " + length + " bytes");
        }
    }

    @Test
    void aFileThatIsCutAnywhereIsCompletedByTheNextAppends() throws IOException {
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            FileThreadStore store = FileThreadStore.in(directory);
            for (int i = events(length); i < EVENTS.size(); i++) {
                store.append("t1", i, EVENTS.get(i));
            }
            store.append("t1", EVENTS.size(), NEXT);

            String line = Event.CODEC.encode(NEXT) + "\n";
            assertEquals(text(whole) + line, text(Files.readAllBytes(file)), "cut after " + length + " bytes");
        }
    }

    @Test
    void aTornLineIsCutAlsoByAStoreThatKnewTheFileBefore() throws IOException {
        FileThreadStore store = FileThreadStore.in(directory);
        store.load("t1");
        Files.writeString(file, text(whole) + "x".repeat(1000));

        store.append("t1", 3, NEXT);

        assertEquals(text(whole) + Event.CODEC.encode(NEXT) + "\n", Files.readString(file));
    }

    @Test
    void aShorterEventAfterALongerTornLineLeavesNothingOfIt() throws IOException {
        Files.writeString(file, text(whole) + "{\"event\":\"" + "x".repeat(10_000));

        FileThreadStore.in(directory).append("t1", 3, NEXT);

        assertEquals(text(whole) + Event.CODEC.encode(NEXT) + "\n", Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0\0\0", "{\"thread\":\"t1\0\0\0", "{\"thread\":\"t1\",\"version\":1}\0\0\0\0"})
    void zerosThatAFileSystemLeftInsteadOfAHeaderAreCut(String left) throws IOException {
        Files.writeString(file, left);

        FileThreadStore store = FileThreadStore.in(directory);
        assertEquals(Optional.empty(), store.load("t1"));
        store.append("t1", 0, EVENTS.get(0));

        assertArrayEquals(Arrays.copyOf(whole, (int) Files.size(file)), Files.readAllBytes(file));
    }

    private int events(int length) {
        long lines = text(Arrays.copyOf(whole, length))
                .chars()
                .filter(c -> c == '\n')
                .count();
        return (int) Math.max(0, lines - 1);
    }

    // Corrupt files: a complete line is invalid

    @Test
    void corruptLineIsReportedWithItsPlaceAndFault() throws IOException {
        List<String> lines = lines();
        lines.set(2, "{\"event\":\"stopped\",\"at\":\"1970-01-01T00:00:00Z\"}");
        Files.write(file, lines);

        CorruptThreadException corrupt = corrupt();

        assertEquals(file.toRealPath(), corrupt.file());
        assertEquals(3, corrupt.line());
        assertEquals(Fault.EVENT, corrupt.fault());
        assertEquals(List.of(missing("$.reason")), corrupt.violations());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "{", "[]", "null", "{}", "\0\0\0", "{\"event\":\"exploded\"}", "{} {}"})
    void aWholeLineThatIsNoEventIsCorruptWhereverItStands(String line) throws IOException {
        for (int i = 1; i < 4; i++) {
            List<String> lines = lines();
            lines.set(i, line);
            Files.write(file, lines);

            CorruptThreadException corrupt = corrupt();

            assertEquals(Fault.EVENT, corrupt.fault());
            assertEquals(i + 1, corrupt.line());
            assertFalse(corrupt.violations().isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "{\"thread\":\"t1\"}", "{\"thread\":7,\"version\":1}"})
    void aFirstLineThatIsNoHeaderIsCorrupt(String line) throws IOException {
        List<String> lines = lines();
        lines.set(0, line);
        Files.write(file, lines);

        CorruptThreadException corrupt = corrupt();

        assertEquals(Fault.HEADER, corrupt.fault());
        assertEquals(1, corrupt.line());
    }

    @Test
    void theFileOfAnotherThreadIsCorrupt() throws IOException {
        FileThreadStore.in(directory).append("t2", 0, EVENTS.get(0));
        Files.copy(directory.resolve("thread-t2.jsonl"), file, StandardCopyOption.REPLACE_EXISTING);

        CorruptThreadException corrupt = corrupt();

        assertEquals(Fault.OTHER_THREAD, corrupt.fault());
        assertTrue(corrupt.getMessage().contains("t1") && corrupt.getMessage().contains("t2"), corrupt::getMessage);
    }

    @Test
    void theFileOfALaterVersionIsNotRead() throws IOException {
        List<String> lines = lines();
        lines.set(0, "{\"thread\":\"t1\",\"version\":2}");
        Files.write(file, lines);

        CorruptThreadException corrupt = corrupt();

        assertEquals(Fault.VERSION, corrupt.fault());
        assertTrue(corrupt.getMessage().contains(RunMessages.version(1)), corrupt::getMessage);
        assertTrue(corrupt.getMessage().contains(RunMessages.otherVersion(2)), corrupt::getMessage);
    }

    @Test
    void aThreadThatDoesNotBeginWithItsStartIsCorrupt() throws IOException {
        List<String> lines = lines();
        lines.remove(1);
        Files.write(file, lines);

        CorruptThreadException corrupt = corrupt();

        assertEquals(Fault.FIRST_EVENT, corrupt.fault());
        assertEquals(2, corrupt.line());
    }

    @Test
    void bytesThatAreNoTextAreCorrupt() throws IOException {
        byte[] broken = whole.clone();
        broken[text(whole).indexOf("hällo") + 1] = (byte) 0xFF;
        Files.write(file, broken);

        CorruptThreadException corrupt = corrupt();

        assertEquals(Fault.ENCODING, corrupt.fault());
        assertEquals(2, corrupt.line());
    }

    @Test
    void aFileThatIsNoThreadsIsNotCutEvenIfItHasNoLineFeed() throws IOException {
        Files.writeString(file, "{\"thread\":\"mine, do not touch");

        assertEquals(Fault.HEADER, corrupt().fault());
        FileThreadStore store = FileThreadStore.in(directory);
        assertThrows(CorruptThreadException.class, () -> store.append("t1", 0, EVENTS.get(0)));
        assertEquals("{\"thread\":\"mine, do not touch", Files.readString(file));
    }

    @Test
    void aFileWithoutAHeaderIsNotAppendedTo() throws IOException {
        List<String> lines = lines();
        lines.set(0, "x");
        Files.write(file, lines);
        byte[] before = Files.readAllBytes(file);

        FileThreadStore store = FileThreadStore.in(directory);
        assertThrows(CorruptThreadException.class, () -> store.load("t1"));
        assertThrows(CorruptThreadException.class, () -> store.append("t1", 3, NEXT));

        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void anAppendToAThreadWithACorruptLineLosesNothing() throws IOException {
        List<String> lines = lines();
        lines.set(2, "x");
        Files.write(file, lines);
        String before = Files.readString(file);

        FileThreadStore.in(directory).append("t1", 3, NEXT);

        assertEquals(before + Event.CODEC.encode(NEXT) + "\n", Files.readString(file));
        assertEquals(
                3,
                assertThrows(
                                CorruptThreadException.class,
                                () -> FileThreadStore.in(directory).load("t1"))
                        .line());
    }

    @Test
    void messageListsFiveViolationsOfALine() throws IOException {
        List<String> lines = lines();
        lines.set(2, "{\"event\":\"stopped\",\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1}");
        Files.write(file, lines);

        CorruptThreadException corrupt = corrupt();

        assertEquals(
                List.of("$.a", "$.at", "$.b", "$.c", "$.d", "$.e", "$.reason"),
                corrupt.violations().stream().map(Violation::path).toList());
        assertTrue(corrupt.getMessage().contains("$.d"), corrupt::getMessage);
        assertFalse(corrupt.getMessage().contains("$.e"), corrupt::getMessage);
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
        return new ArrayList<>(text(whole).lines().toList());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

package dev.escapement.run;

import static dev.escapement.run.StoreSamples.STARTED;
import static dev.escapement.run.StoreSamples.said;
import static dev.escapement.run.StoreSamples.thread;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of appends of several events that a crash interrupted: all events are stored, or none. */
class TornAppendTest {

    private static final Event[] BEFORE = {STARTED, said("a")};

    private static final Event[] MORE = {said("b"), said("東京 😀"), said("c")};

    @TempDir
    Path directory;

    private Path file;
    private byte[] before;
    private byte[] whole;

    @BeforeEach
    void storeAThread() throws IOException {
        file = directory.resolve("thread-t1.jsonl");
        store().append(Append.of("t1", 0, BEFORE));
        before = Files.readAllBytes(file);
        store().append(Append.of("t1", 2, MORE));
        whole = Files.readAllBytes(file);
    }

    private FileThreadStore store() {
        return FileThreadStore.in(directory).withClock(ThreadFileText.CLOCK);
    }

    @Test
    void appendIsOneTextInWhichOnlyTheLastLineHasAStanding() throws IOException {
        List<String> lines = Files.readAllLines(file);

        assertEquals(6, lines.size());
        assertEquals(
                List.of(false, false, true, false, false, true),
                lines.stream().map(line -> line.contains("\"standing\":")).toList());
    }

    @Test
    void fileCutAnywhereHasWholeAppendsOnly() throws IOException {
        for (int length = 0; length <= whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(file, cut);

            Optional<?> expected = length < before.length
                    ? Optional.empty()
                    : length < whole.length ? thread(BEFORE) : thread(STARTED, said("a"), MORE[0], MORE[1], MORE[2]);
            int size = length < before.length ? 0 : length < whole.length ? 2 : 5;
            String message = "cut after " + length + " bytes";
            assertEquals(expected, store().load("t1"), message);
            assertEquals(
                    size, store().entry("t1").map(ThreadIndex.ThreadEntry::size).orElse(0), message);
            assertEquals(size == 0 ? List.of() : List.of("t1"), store().ids(), message);
            assertArrayEquals(cut, Files.readAllBytes(file), message);
        }
    }

    @Test
    void fileCutAnywhereIsCompletedByTheNextAppends() throws IOException {
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            if (length < before.length) {
                store().append(Append.of("t1", 0, BEFORE));
            }
            if (length < whole.length) {
                store().append(Append.of("t1", 2, MORE));
            }

            assertArrayEquals(whole, Files.readAllBytes(file), "cut after " + length + " bytes");
        }
    }

    @Test
    void storeThatKnowsTheFileIgnoresAnUnfinishedAppend() throws IOException {
        Files.write(file, before);
        FileThreadStore store = store();
        store.load("t1");
        for (int length = before.length; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertEquals(List.of(), store.load("t1", 2), "cut after " + length + " bytes");
        }

        store.append(Append.of("t1", 2, MORE));

        assertArrayEquals(whole, Files.readAllBytes(file));
    }

    @Test
    void otherAgentAfterAnUnfinishedStartHasItsOwnHeader() throws IOException {
        Files.write(file, Arrays.copyOf(whole, before.length - 1));
        Event other = new Event.Started(Instant.EPOCH, "Till", Start.of("x"), Budget.UNLIMITED);

        store().append(Append.of("t1", 0, other));

        assertEquals("Till", store().entry("t1").orElseThrow().agent());
        assertEquals(thread(other), store().load("t1"));
    }
}

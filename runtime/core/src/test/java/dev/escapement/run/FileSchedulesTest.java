package dev.escapement.run;

import static dev.escapement.run.StoreSamples.STARTED;
import static dev.escapement.run.StoreSamples.said;
import static dev.escapement.run.StoreSamples.thread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the file of the schedules. The contracts of the test kit cover schedules in general. */
class FileSchedulesTest {

    private static final Instant FIRST = Instant.parse("2026-11-29T12:00:00Z");
    private static final Instant SECOND = FIRST.plus(Duration.ofHours(1));
    private static final ThreadQueue.Tick TICK = new ThreadQueue.Tick("daily \"7\"", "0 7 * * * UTC", FIRST, SECOND);

    @TempDir
    Path directory;

    private FileThreadStore store;
    private Path file;

    @BeforeEach
    void register() {
        store = open();
        file = directory.resolve("schedules.json");
        store.register(TICK.schedule(), TICK.definition(), FIRST);
    }

    private FileThreadStore open() {
        return FileThreadStore.in(directory).withClock(new StoreSamples.Clock());
    }

    @Test
    void fileShowsTheNextTicks() throws IOException {
        store.register("a", "", SECOND);
        assertEquals(file(FIRST), Files.readString(file));

        assertTrue(open().fire(TICK, Append.of("t1", 0, STARTED)));

        assertEquals(file(SECOND), Files.readString(file));
    }

    private static String file(Instant next) {
        return "{\"a\":{\"definition\":\"\",\"next\":\"2026-11-29T13:00:00Z\"},"
                + "\"daily \\\"7\\\"\":{\"definition\":\"0 7 * * * UTC\",\"next\":\"" + next + "\"}}\n";
    }

    @Test
    void crashBeforeTheMoveNeitherLosesNorDoublesTheTick() throws IOException {
        byte[] before = Files.readAllBytes(file);
        store.fire(TICK, Append.of("t1", 0, STARTED));
        store.append(Append.of("t1", 1, said("a")));
        Files.write(file, before); // as if the process had ended before the file was replaced

        assertTrue(open().fire(TICK, Append.of("t1", 0, STARTED)));

        assertEquals(thread(STARTED, said("a")), store.load("t1"));
        assertEquals(SECOND, store.register(TICK.schedule(), TICK.definition(), FIRST));
        assertFalse(open().fire(TICK, Append.of("t1", 0, STARTED)));
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void lockThatIsNotReleasedIsReported() throws IOException {
        Path locks = directory.toRealPath().resolve("threads.lock");
        LockFile.Held held = LockFile.lock(locks, 1);
        try {
            assertEquals(
                    StoreException.Reason.BUSY,
                    assertThrows(ThreadFileException.class, () -> store.register("a", "", FIRST))
                            .reason());
        } finally {
            held.close();
        }
    }

    @Test
    void erasedThreadOfATickIsNotStartedAgain() throws IOException {
        byte[] before = Files.readAllBytes(file);
        store.fire(TICK, Append.of("t1", 0, STARTED));
        store.erase("t1");
        Files.write(file, before);

        assertTrue(open().fire(TICK, Append.of("t1", 0, STARTED)));

        assertTrue(store.entry("t1").orElseThrow().erased());
    }

    @Test
    void failedStartDoesNotMoveTheSchedule() throws IOException {
        Files.createDirectory(directory.resolve("thread-t1.jsonl"));

        assertThrows(ThreadFileException.class, () -> store.fire(TICK, Append.of("t1", 0, STARTED)));

        assertEquals(FIRST, open().register(TICK.schedule(), TICK.definition(), SECOND));
        assertTrue(open().fire(TICK, Append.of("t2", 0, STARTED)));
    }

    @Test
    void remainderOfAnInterruptedMoveIsIgnored() throws IOException {
        Files.writeString(directory.resolve("schedules.json.tmp"), "{\"daily");

        assertEquals(FIRST, open().register(TICK.schedule(), TICK.definition(), SECOND));
        assertTrue(open().fire(TICK, Append.of("t1", 0, STARTED)));
        assertFalse(Files.exists(directory.resolve("schedules.json.tmp")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"daily\":7}", "{\"daily\":{\"next\":\"2026-11-29T12:00:00Z\"}}", "\0\0"})
    void damagedFileIsReportedAndKept(String text) throws IOException {
        Files.writeString(file, text);

        for (StoreException thrown : new StoreException[] {
            assertThrows(StoreException.class, () -> store.register("a", "", FIRST)),
            assertThrows(StoreException.class, () -> store.fire(TICK, Append.of("t1", 0, STARTED)))
        }) {
            assertEquals(StoreException.Reason.FORMAT, thrown.reason());
            assertTrue(thrown.getMessage().contains(file.getFileName().toString()), thrown::getMessage);
        }
        assertEquals(text, Files.readString(file));
        assertTrue(store.load("t1").isEmpty());
    }
}

package dev.escapement.run;

import static dev.escapement.run.StoreSamples.MINUTE;
import static dev.escapement.run.StoreSamples.STARTED;
import static dev.escapement.run.StoreSamples.said;
import static dev.escapement.run.StoreSamples.thread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.thread.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the files of erased and deleted threads. */
class FileErasureTest {

    private static final Standing WAITING = new Standing(
            Standing.Phase.WAITING,
            Optional.of(Instant.parse("2027-01-01T00:00:00Z")),
            List.of(new Standing.Question("secret-call", Standing.Kind.APPROVAL, Instant.EPOCH, Optional.empty())));

    @TempDir
    Path directory;

    private FileThreadStore store;
    private Path file;

    @BeforeEach
    void storeAThread() {
        store = open();
        file = directory.resolve("thread-t1.jsonl");
        store.append(Append.of("t1", 0, STARTED, said("secret a")));
        store.append(Append.of("t1", 2, said("secret b")).with(WAITING));
        store.append(Append.of("t1", 3).with(Standing.RUNNABLE));
        store.append(Append.of("t1", 3).with(WAITING));
    }

    private FileThreadStore open() {
        return FileThreadStore.in(directory).withClock(ThreadFileText.CLOCK);
    }

    @Test
    void eventsBecomeTheirKindTimeAndChecksum() throws IOException {
        List<String> sums = new ArrayList<>();
        for (String line : Files.readAllLines(file).subList(1, 4)) {
            sums.add(line.substring(0, "{\"sum\":\"0123456789abcdef\",".length()));
        }

        assertTrue(store.erase("t1"));

        List<String> lines = Files.readAllLines(file);
        assertEquals("{\"thread\":\"t1\",\"version\":3,\"agent\":\"Desk\",\"erased\":true}", lines.get(0));
        assertEquals(sums.get(0) + "\"erased\":{\"event\":\"started\",\"at\":\"1970-01-01T00:00:00Z\"}}", lines.get(1));
        assertEquals(
                sums.get(1) + "\"erased\":{\"event\":\"message_received\",\"at\":\"1970-01-01T00:00:00Z\"}}",
                lines.get(2));
        assertEquals(
                sums.get(2) + "\"erased\":{\"event\":\"message_received\",\"at\":\"1970-01-01T00:00:00Z\"}}",
                lines.get(3));
        assertTrue(
                lines.get(4)
                        .endsWith(",\"standing\":{\"size\":3,\"at\":\"1970-01-01T00:00:00Z\",\"phase\":\"stopped\"}}"),
                lines.get(4));
        assertEquals(5, lines.size());
        assertFalse(Files.readString(file).contains("secret"));
        assertFalse(Files.readString(file).contains("acme"));
    }

    @Test
    void erasureIsRepeatable() throws IOException {
        store.erase("t1");
        String text = Files.readString(file);

        assertTrue(open().erase("t1"));

        assertEquals(text, Files.readString(file));
    }

    @Test
    void storeThatKnowsTheFileNoticesTheErasure() {
        FileThreadStore other = open();
        ThreadStore.Lease lease = other.lease("t1", MINUTE).orElseThrow();
        other.append(Append.of("t1", 3, said("c")).under(lease));

        store.erase("t1");

        assertThrows(ErasedThreadException.class, () -> other.load("t1"));
        assertThrows(ErasedThreadException.class, () -> other.load("t1", 4));
        assertThrows(
                ErasedThreadException.class,
                () -> other.append(Append.of("t1", 4, said("d")).under(lease)));
        assertThrows(ErasedThreadException.class, () -> other.append(Append.of("t1", 4, said("d"))));
        assertTrue(other.entry("t1").orElseThrow().erased());
        lease.close();
    }

    @Test
    void eachChangedByteOfAnErasedThreadIsDetected() throws IOException {
        store.erase("t1");
        byte[] text = Files.readAllBytes(file);
        for (int i = 0; i < text.length; i++) {
            byte[] changed = text.clone();
            changed[i] = (byte) (text[i] == '1' ? '2' : '1');
            Files.write(file, changed);
            assertThrows(CorruptThreadException.class, () -> open().load("t1"), "byte " + i);
        }
    }

    @Test
    void removedAddedOrMovedLineOfAnErasedThreadIsDetected() throws IOException {
        store.erase("t1");
        List<String> lines = Files.readAllLines(file);
        for (int i = 1; i < lines.size() - 1; i++) {
            List<String> fewer = new ArrayList<>(lines);
            String removed = fewer.remove(i);
            assertCorrupt(fewer);
            List<String> more = new ArrayList<>(lines);
            more.add(i, removed);
            assertCorrupt(more);
        }
        List<String> moved = new ArrayList<>(lines);
        Collections.swap(moved, 1, 2);
        assertCorrupt(moved);
        Files.write(file, lines);
        assertThrows(ErasedThreadException.class, () -> open().load("t1"));
    }

    private void assertCorrupt(List<String> lines) throws IOException {
        Files.write(file, lines);
        assertThrows(CorruptThreadException.class, () -> open().load("t1"));
    }

    @Test
    void tombstoneInAThreadThatWasNotErasedIsDamage() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(2, lines.get(2).substring(0, 26) + "\"erased\":{}}");
        Files.write(file, lines);

        assertEquals(
                3,
                assertThrows(CorruptThreadException.class, () -> open().load("t1"))
                        .line());
    }

    @Test
    void remainderOfAnInterruptedErasureIsReplaced() throws IOException {
        Path temporary = directory.resolve("thread-t1.jsonl.tmp");
        Files.writeString(temporary, "x".repeat(100_000));
        assertEquals(List.of("t1"), store.ids());
        assertEquals(3, open().load("t1").orElseThrow().events().size());

        store.erase("t1");

        assertFalse(Files.exists(temporary));
        assertThrows(ErasedThreadException.class, () -> open().load("t1"));
    }

    @Test
    void eventsOfLaterReleasesAreErased() throws IOException {
        Files.writeString(
                file,
                ThreadFileText.of(
                        "t1",
                        List.of(
                                Event.CODEC.encode(STARTED),
                                "{\"event\":\"archived\",\"at\":\"2030-01-01T00:00:00Z\",\"secret\":1}")));

        assertTrue(open().erase("t1"));

        assertTrue(Files.readAllLines(file)
                .get(2)
                .endsWith("\"erased\":{\"event\":\"archived\",\"at\":\"2030-01-01T00:00:00Z\"}}"));
    }

    @Test
    void damagedThreadIsNotErased() throws IOException {
        String text = Files.readString(file).replace("secret b", "changed!");
        Files.writeString(file, text);

        assertThrows(CorruptThreadException.class, () -> open().erase("t1"));

        assertEquals(text, Files.readString(file));
    }

    @Test
    void deletionRemovesAllFiles() throws IOException {
        store.lease("t1", MINUTE).orElseThrow();

        assertTrue(open().delete("t1"));

        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(
                    List.of("threads.lock"),
                    files.map(left -> left.getFileName().toString()).toList());
        }
        assertFalse(open().delete("t1"));
    }

    @Test
    void damagedThreadIsDeleted() throws IOException {
        Files.writeString(file, "no header\nno event\n");

        assertTrue(open().delete("t1"));

        assertEquals(Optional.empty(), open().load("t1"));
    }

    @Test
    void holderOfADeletedThreadStoresNothing() {
        FileThreadStore other = open();
        ThreadStore.Lease lease = other.lease("t1", MINUTE).orElseThrow();
        store.delete("t1");
        assertThrows(
                LeaseLostException.class,
                () -> other.append(Append.of("t1", 3, said("c")).under(lease)));
        store.append(Append.of("t1", 0, STARTED));

        assertThrows(
                LeaseLostException.class,
                () -> other.append(Append.of("t1", 1, said("c")).under(lease)));
        assertFalse(lease.renew());
        lease.close();
        assertEquals(thread(STARTED), other.load("t1"));
    }

    @Test
    void restartInAFileWithTheSameIdentitySizeAndTimeIsNoticed() throws IOException {
        FileThreadStore other = FileThreadStore.in(directory.resolve("b")).withClock(ThreadFileText.CLOCK);
        for (FileThreadStore each : List.of(store, other)) {
            each.append(Append.of("t2", 0, STARTED));
            each.append(Append.of("t2", 1, said(each == store ? "a" : "b")));
        }
        Path known = directory.resolve("thread-t2.jsonl");
        FileTime time = Files.getLastModifiedTime(known);
        Files.write(known, Files.readAllBytes(directory.resolve("b/thread-t2.jsonl"))); // as if the inode was reused
        Files.setLastModifiedTime(known, time);

        assertEquals(List.of(said("b")), store.load("t2", 1));
        store.append(Append.of("t2", 2, said("c")));

        assertEquals(
                List.of(STARTED, said("b"), said("c")),
                open().load("t2").orElseThrow().events());
    }
}

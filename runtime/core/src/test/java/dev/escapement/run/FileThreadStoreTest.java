package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.testing.HostileTexts;
import dev.escapement.testing.Race;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import dev.escapement.thread.StopCause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests specific to threads in files. {@link TornThreadFileTest} covers crashes. */
class FileThreadStoreTest {

    private static final Event STARTED = started("hello");

    private static final Event STOPPED = new Event.Stopped(Instant.EPOCH, "", StopCause.CANCELLED, "x");

    @TempDir
    Path temporary;

    private Path directory() {
        return temporary.resolve("a/threads");
    }

    private FileThreadStore open() {
        return FileThreadStore.in(directory()).withClock(ThreadFileText.CLOCK);
    }

    private static Event started(String input) {
        return new Event.Started(Instant.EPOCH, "Desk", Start.of(input), Budget.UNLIMITED);
    }

    private static Event said(String text) {
        return new Event.MessageReceived(Instant.EPOCH, text);
    }

    private static Optional<AgentThread> thread(String id, Event... events) {
        return Optional.of(new AgentThread(id, List.of(events)));
    }

    // Files

    @Test
    void aFileIsAHeaderAndAnEventALine() throws IOException {
        FileThreadStore store = open();
        store.append(Append.of("Order/7", 0, started("hello\n\ud83d")));
        store.append(Append.of("Order/7", 1, STOPPED));

        assertEquals(
                ThreadFileText.of("Order/7", started("hello\n\ud83d"), STOPPED),
                Files.readString(directory().resolve("thread-%4frder%2f7.jsonl")));
    }

    @Test
    void directoryHasOnlyThreadFilesAndTheLock() throws IOException {
        FileThreadStore store = open();
        store.append(Append.of("t1", 0, STARTED));
        assertEquals(Optional.empty(), store.lease("t2", Duration.ofMinutes(1)));
        assertEquals(Optional.empty(), store.load("t3"));
        assertThrows(ConcurrentRunException.class, () -> store.append(Append.of("t4", 1, STOPPED)));
        assertThrows(IllegalArgumentException.class, () -> store.append(Append.of("t5", 0, STOPPED)));

        try (Stream<Path> files = Files.list(directory())) {
            assertEquals(
                    List.of("thread-t1.jsonl", "threads.lock"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertEquals(0, Files.size(directory().resolve("threads.lock")));
    }

    @Test
    void aThreadIsThereForALaterStore() {
        open().append(Append.of("t1", 0, STARTED));

        assertEquals(thread("t1", STARTED), open().load("t1"));
    }

    @Test
    void aFileCannotBeTheDirectory() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "mine");

        ThreadFileException thrown = assertThrows(ThreadFileException.class, () -> FileThreadStore.in(file));

        assertEquals(Optional.empty(), thrown.threadId());
        assertEquals(file, thrown.file());
        assertEquals("mine", Files.readString(file));
    }

    // Ids

    @Test
    void theIdsOfTheThreadsAreTold() {
        FileThreadStore store = open();
        HostileTexts.IDS.forEach(id -> store.append(Append.of(id, 0, STARTED)));

        assertEquals(HostileTexts.IDS.stream().sorted().toList(), open().ids());
    }

    @Test
    void aDirectoryWithoutThreadsHasNoIds() {
        FileThreadStore store = open();
        assertEquals(Optional.empty(), store.lease("t1", Duration.ofMinutes(1)));

        assertEquals(List.of(), store.ids());
    }

    @Test
    void theIdOfAThreadThatWasNotBegunIsNotTold() throws IOException {
        FileThreadStore store = open();
        Files.writeString(file("t1"), "");
        Files.writeString(file("t2"), "{\"thread\":\"t2\"");
        Files.writeString(file("t3"), ThreadFileText.header("t3"));
        Files.writeString(file("t4"), ThreadFileText.header("t4") + "{\"sum\":\"star");

        assertEquals(List.of(), store.ids());
    }

    @Test
    void otherFilesAreNoThreads() throws IOException {
        FileThreadStore store = open();
        String id = "x".repeat(1000);
        store.append(Append.of(id, 0, STARTED));
        Files.copy(file(id), directory().resolve("thread-t1 (copy).jsonl"));
        Files.copy(file(id), directory().resolve("notes.jsonl"));
        Files.copy(file(id), directory().resolve(file(id).getFileName() + ".bak"));
        Files.copy(file(id), directory().resolve("thread-copy." + "0".repeat(64) + ".jsonl"));

        assertEquals(List.of(id), store.ids());
    }

    @Test
    void aCorruptThreadDoesNotHideTheOthers() throws IOException {
        FileThreadStore store = open();
        store.append(Append.of("t1", 0, STARTED));
        Files.writeString(file("t2"), "no header\nno event\n");

        assertEquals(List.of("t1", "t2"), store.ids());
    }

    // Other writers

    @Test
    void aThreadThatWasRemovedBeginsAgain() throws IOException {
        FileThreadStore store = open();
        store.append(Append.of("t1", 0, STARTED));
        store.append(Append.of("t1", 1, STOPPED));
        Files.delete(file("t1"));

        store.append(Append.of("t1", 0, started("again")));

        assertEquals(thread("t1", started("again")), store.load("t1"));
    }

    @Test
    void aThreadThatWasPutBackFromAShorterCopyGoesOn() throws IOException {
        FileThreadStore store = open();
        store.append(Append.of("t1", 0, STARTED));
        byte[] copy = Files.readAllBytes(file("t1"));
        store.append(Append.of("t1", 1, said("a")));
        Files.write(file("t1"), copy);

        store.append(Append.of("t1", 1, said("b")));

        assertEquals(thread("t1", STARTED, said("b")), store.load("t1"));
    }

    @Test
    void aThreadThatWasPutBackFromALongerCopyGoesOn() throws IOException {
        FileThreadStore store = open();
        store.append(Append.of("t1", 0, started("x".repeat(100))));
        store.append(Append.of("t1", 1, said("b")));
        byte[] copy = Files.readAllBytes(file("t1"));
        Files.delete(file("t1"));
        store.append(Append.of("t1", 0, STARTED));
        Files.write(file("t1"), copy);

        store.append(Append.of("t1", 2, said("c")));

        assertEquals(thread("t1", started("x".repeat(100)), said("b"), said("c")), store.load("t1"));
    }

    @Test
    void whatWasCountedOnceIsNotReadAgainToAppend() throws IOException {
        FileThreadStore store = open();
        store.append(Append.of("t1", 0, started("hello")));
        store.append(Append.of("t1", 1, said("a")));
        // A file of the same length, whose lines before the last are unreadable, with a further event after it.
        String text = Files.readString(file("t1"));
        String last = text.lines().toList().get(2);
        String beforeLast = text.substring(0, text.length() - last.length() - 1);
        String changed = beforeLast.replace('{', '\n') + last + '\n' + ThreadFileText.next(last, said("b"));
        Files.writeString(file("t1"), changed);

        store.append(Append.of("t1", 3, said("c")));

        String b = changed.lines().reduce((before, line) -> line).orElseThrow();
        assertEquals(changed + ThreadFileText.next(b, said("c")), Files.readString(file("t1")));
    }

    @Test
    void replacedFileReceivesLaterAppendsOfALeaseHolder() throws IOException {
        FileThreadStore store = open();
        store.append(Append.of("t1", 0, STARTED));
        try (ThreadStore.Lease lease = store.lease("t1", Duration.ofMinutes(1)).orElseThrow()) {
            Path copy = Files.copy(file("t1"), directory().resolve("copy"));
            Files.move(copy, file("t1"), StandardCopyOption.REPLACE_EXISTING);

            store.append(Append.of("t1", 1, said("a")));

            assertEquals(thread("t1", STARTED, said("a")), open().load("t1"), () -> "under " + lease);
        }
    }

    @Test
    void recreatedFileIsNotTakenForTheKnownThread() throws IOException {
        FileThreadStore store = open();
        store.append(Append.of("t1", 0, STARTED));
        try (ThreadStore.Lease lease = store.lease("t1", Duration.ofMinutes(1)).orElseThrow()) {
            store.append(Append.of("t1", 1, said("a")));
            AgentThread known = store.load("t1").orElseThrow();
            Files.delete(file("t1"));
            open().append(Append.of("t1", 0, STARTED));

            assertEquals(thread("t1", STARTED).orElseThrow(), store.latest(known), () -> "under " + lease);
            assertThrows(
                    ConcurrentRunException.class, () -> store.append(Append.of(known, said("b"), Standing.RUNNABLE)));
        }
    }

    @Test
    void closingAnOldLeaseAgainDoesNotReleaseTheNext() {
        FileThreadStore store = open();
        store.append(Append.of("t1", 0, STARTED));
        ThreadStore.Lease old = store.lease("t1", Duration.ofMinutes(1)).orElseThrow();
        old.close();
        try (ThreadStore.Lease next = store.lease("t1", Duration.ofMinutes(1)).orElseThrow()) {
            old.close();

            assertEquals(
                    Optional.empty(), open().lease("t1", Duration.ofMinutes(1)), () -> "although there is " + next);
        }
    }

    // Failures

    @Test
    void interruptedJavaThreadAppendsAndLoads() {
        FileThreadStore store = open();
        Thread.currentThread().interrupt();

        store.append(Append.of("t1", 0, STARTED));
        store.append(Append.of("t1", 1, STOPPED));
        Optional<?> loaded = store.load("t1");

        assertTrue(Thread.interrupted());
        assertEquals(thread("t1", STARTED, STOPPED), loaded);
    }

    @Test
    void interruptedJavaThreadKeepsOthersLeases() throws Exception {
        FileThreadStore store = open();
        store.append(Append.of("t1", 0, STARTED));
        try (ThreadStore.Lease lease = store.lease("t1", Duration.ofMinutes(1)).orElseThrow()) {
            Race.of(1, racer -> {
                Thread.currentThread().interrupt();
                assertEquals(Optional.empty(), store.lease("t1", Duration.ofMinutes(1)));
                store.append(Append.of("t1", 1, STOPPED));
                return true;
            });

            assertEquals(
                    Optional.empty(), open().lease("t1", Duration.ofMinutes(1)), () -> "although there is " + lease);
        }
    }

    @Test
    void interruptionsDuringAppendsLoseAndRepeatNothing() throws Exception {
        FileThreadStore store = open();
        store.append(Append.of("t1", 0, STARTED));
        int appends = 300;
        AtomicInteger stored = new AtomicInteger();
        Thread writer = Thread.currentThread();
        Thread interrupter = new Thread(() -> {
            for (int i = 0; i < appends; i++) {
                while (stored.get() < i) {
                    Thread.onSpinWait();
                }
                for (int pause = 0; pause < i * 20; pause++) {
                    Thread.onSpinWait(); // interrupts later during each append
                }
                writer.interrupt();
            }
        });
        try (ThreadStore.Lease lease = store.lease("t1", Duration.ofMinutes(1)).orElseThrow()) {
            assertNotNull(lease);
            interrupter.start();
            for (int i = 1; i <= appends; i++) {
                store.append(Append.of("t1", i, said("message " + i)));
                stored.set(i);
            }
        }
        while (interrupter.isAlive()) {
            Thread.onSpinWait(); // a join would be interrupted
        }
        assertTrue(Thread.interrupted());

        List<Event> events = open().load("t1").orElseThrow().events();
        assertEquals(
                IntStream.rangeClosed(1, appends)
                        .mapToObj(i -> said("message " + i))
                        .toList(),
                events.subList(1, events.size()));
    }

    @Test
    void directoryInPlaceOfAFileIsNotUsed() throws IOException {
        FileThreadStore store = open();
        Files.createDirectory(file("t1"));

        ThreadFileException thrown =
                assertThrows(ThreadFileException.class, () -> store.append(Append.of("t1", 0, STARTED)));

        assertEquals(Optional.of("t1"), thrown.threadId());
        assertEquals(file("t1").toRealPath(), thrown.file());
        assertEquals(StoreException.Reason.OTHER, thrown.reason());
    }

    private Path file(String id) {
        return directory().resolve(ThreadFileName.of(id));
    }
}

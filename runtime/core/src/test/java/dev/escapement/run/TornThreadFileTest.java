package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of thread files whose last line a crash interrupted. {@link CorruptThreadFileTest} covers other damage. */
class TornThreadFileTest {

    private static final List<Event> EVENTS = List.of(
            new Event.Started(Instant.EPOCH, "Desk", Start.of("hällo 😀"), Budget.UNLIMITED),
            new Event.MessageReceived(Instant.EPOCH, "東京"),
            new Event.MessageReceived(Instant.EPOCH, "x"));

    private static final Event NEXT = new Event.MessageReceived(Instant.EPOCH, "next");

    @TempDir
    Path directory;

    private Path file;
    private byte[] whole;

    @BeforeEach
    void storeAThread() throws IOException {
        file = directory.resolve("thread-t1.jsonl");
        FileThreadStore store = FileThreadStore.in(directory).withClock(ThreadFileText.CLOCK);
        for (int i = 0; i < EVENTS.size(); i++) {
            store.append(Append.of("t1", i, EVENTS.get(i)));
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
                    FileThreadStore.in(directory)
                            .withClock(ThreadFileText.CLOCK)
                            .load("t1"),
                    "cut after " + length + " bytes");
        }
    }

    @Test
    void aFileThatIsCutAnywhereIsNotChangedByLoading() throws IOException {
        for (int length = 0; length <= whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(file, cut);

            FileThreadStore.in(directory).withClock(ThreadFileText.CLOCK).load("t1");

            assertArrayEquals(cut, Files.readAllBytes(file), "cut after " + length + " bytes");
        }
    }

    @Test
    void aFileThatIsCutAnywhereIsNotChangedByARefusedAppend() throws IOException {
        for (int length = 0; length <= whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(file, cut);

            FileThreadStore store = FileThreadStore.in(directory).withClock(ThreadFileText.CLOCK);
            assertThrows(ConcurrentRunException.class, () -> store.append(Append.of("t1", 4, NEXT)));

            assertArrayEquals(cut, Files.readAllBytes(file), "cut after " + length + " bytes");
        }
    }

    @Test
    void aFileThatIsCutAnywhereIsCompletedByTheNextAppends() throws IOException {
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            FileThreadStore store = FileThreadStore.in(directory).withClock(ThreadFileText.CLOCK);
            for (int i = events(length); i < EVENTS.size(); i++) {
                store.append(Append.of("t1", i, EVENTS.get(i)));
            }
            store.append(Append.of("t1", EVENTS.size(), NEXT));

            assertEquals(text(whole) + nextLine(), text(Files.readAllBytes(file)), "cut after " + length + " bytes");
        }
    }

    @Test
    void aTornLineIsCutAlsoByAStoreThatKnewTheFileBefore() throws IOException {
        FileThreadStore store = FileThreadStore.in(directory).withClock(ThreadFileText.CLOCK);
        store.load("t1");
        Files.writeString(file, text(whole) + "x".repeat(1000));

        store.append(Append.of("t1", 3, NEXT));

        assertEquals(text(whole) + nextLine(), Files.readString(file));
    }

    @Test
    void aShorterEventAfterALongerTornLineLeavesNothingOfIt() throws IOException {
        Files.writeString(file, text(whole) + "{\"sum\":\"" + "x".repeat(10_000));

        FileThreadStore.in(directory).withClock(ThreadFileText.CLOCK).append(Append.of("t1", 3, NEXT));

        assertEquals(text(whole) + nextLine(), Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0\0\0", "{\"thread\":\"t1\0\0\0", "{\"thread\":\"t1\",\"version\":3,\"agent\":\"D\0\0"})
    void zerosThatAFileSystemLeftInsteadOfAHeaderAreCut(String left) throws IOException {
        Files.writeString(file, left);

        FileThreadStore store = FileThreadStore.in(directory).withClock(ThreadFileText.CLOCK);
        assertEquals(Optional.empty(), store.load("t1"));
        store.append(Append.of("t1", 0, EVENTS.get(0)));

        assertArrayEquals(Arrays.copyOf(whole, (int) Files.size(file)), Files.readAllBytes(file));
    }

    /** Returns the line that the store appends after the complete file. */
    private String nextLine() {
        return ThreadFileText.next(lines().get(EVENTS.size()), NEXT);
    }

    private int events(int length) {
        long lines = text(Arrays.copyOf(whole, length))
                .chars()
                .filter(c -> c == '\n')
                .count();
        return (int) Math.max(0, lines - 1);
    }

    private List<String> lines() {
        return text(whole).lines().toList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

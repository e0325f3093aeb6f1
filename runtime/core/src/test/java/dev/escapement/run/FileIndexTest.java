package dev.escapement.run;

import static dev.escapement.run.StoreSamples.MINUTE;
import static dev.escapement.run.StoreSamples.STARTED;
import static dev.escapement.run.StoreSamples.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the index of files. The contracts of the test kit cover indexes in general. */
class FileIndexTest {

    @TempDir
    Path directory;

    private FileThreadStore store;

    @BeforeEach
    void openStore() {
        store = FileThreadStore.in(directory);
    }

    private List<String> ids() {
        return store.threads(ThreadQuery.all()).entries().stream()
                .map(ThreadIndex.ThreadEntry::id)
                .sorted()
                .toList();
    }

    private int size(String id) {
        return store.entry(id).orElseThrow().size();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3_900, 4_000, 4_096, 5_000, 8_192, 20_000, 1_000_000})
    void endsOfFilesWithLongLinesAreFound(int length) {
        store.append(Append.of("t1", 0, STARTED, said("x".repeat(length)), said("y")));
        assertEquals(3, size("t1"));
        store.append(Append.of("t1", 3, said("y".repeat(length))));
        assertEquals(4, size("t1"));
        store.append(Append.of("t1", 4).with(Standing.of(Standing.Phase.WAITING)));
        assertEquals(4, size("t1"));
        assertEquals(
                Standing.Phase.WAITING,
                store.entry("t1").orElseThrow().standing().phase());
    }

    @Test
    void tailsOfEachLengthAreFound() {
        store.append(Append.of("t1", 0, STARTED));
        for (int i = 1; i < 400; i++) {
            store.append(Append.of("t1", i, said("x".repeat(3_700 + i))));
            assertEquals(i + 1, size("t1"));
        }
    }

    @Test
    void middleOfAFileIsNotRead() throws IOException {
        store.append(Append.of("t1", 0, STARTED));
        store.append(Append.of("t1", 1, said("middle " + "x".repeat(10_000))));
        store.append(Append.of("t1", 2, said("end")));
        Path file = directory.resolve("thread-t1.jsonl");
        Files.writeString(file, Files.readString(file).replace("middle", "\n\n\n\n\n\n"));

        assertEquals(3, size("t1"));
        assertThrows(CorruptThreadException.class, () -> store.load("t1"));
    }

    @Test
    void unchangedFileIsNotReadAgain() throws IOException {
        store.append(Append.of("t1", 0, STARTED));
        assertEquals(List.of("t1"), ids());
        Path file = directory.resolve("thread-t1.jsonl");
        FileTime time = Files.getLastModifiedTime(file);
        byte[] text = Files.readAllBytes(file);
        Files.write(file, new byte[text.length]);
        Files.setLastModifiedTime(file, time);

        assertEquals(List.of("t1"), ids());

        Files.setLastModifiedTime(file, FileTime.fromMillis(time.toMillis() + 1));
        assertEquals(List.of(), ids());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no header\nno event\n",
                "{\"thread\":\"t2\",\"version\":2}\n{\"sum\":\"0123456789abcdef\",\"event\":\"started\"}\n",
                "{\"thread\":\"t2\",\"version\":4}\nx\n",
                "{\"thread\":\"t2\",\"version\":3,\"agent\":\"Desk\"}\n",
                "{\"thread\":\"t2\",\"version\":3,\"agent\":\"Desk\"}\n{\"sum\":\"0123456789abcdef\",\"standing\":{\"size\":1}}\n",
                "{\"thread\":\"t2\",\"version\":3,\"agent\":\"Desk\"}\n{\"sum\":\"0123456789abcdef\",\"standing\":\n"
            })
    void threadsThatCannotBeReadAreNotInTheIndex(String text) throws IOException {
        store.append(Append.of("t1", 0, STARTED));
        Files.writeString(directory.resolve("thread-t2.jsonl"), text);
        Files.createDirectory(directory.resolve("thread-t3.jsonl"));

        assertEquals(List.of("t1"), ids());
        assertEquals(Optional.empty(), store.entry("t2"));
        assertEquals(Optional.empty(), store.entry("t3"));
        assertEquals(1, store.claim(Set.of("Desk"), 9, MINUTE).size());
    }

    @Test
    void copyWithAnotherNameIsNotInTheIndex() throws IOException {
        store.append(Append.of("t1", 0, STARTED));
        Files.copy(directory.resolve("thread-t1.jsonl"), directory.resolve("thread-t2.jsonl"));

        assertEquals(List.of("t1"), ids());
    }

    @Test
    void copiedDirectoryHasTheSameIndex() throws IOException {
        store.append(Append.of("t1", 0, STARTED).with(Standing.of(Standing.Phase.WAITING)));
        store.append(Append.of("t2", 0, STARTED));
        store.park(store.claim(Set.of("Desk"), 1, MINUTE).get(0));
        Path copy = Files.createDirectory(directory.resolve("copy"));
        for (String name : List.of("thread-t1.jsonl", "thread-t2.jsonl", "thread-t2.lease")) {
            Files.copy(directory.resolve(name), copy.resolve(name));
        }

        assertEquals(store.threads(ThreadQuery.all()), FileThreadStore.in(copy).threads(ThreadQuery.all()));
    }
}

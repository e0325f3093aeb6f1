package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Tests of symbolic links in place of a store's files. */
@DisabledOnOs(OS.WINDOWS) // some users are not permitted to create links
class FileLinksTest {

    private static final Event STARTED = new Event.Started(Instant.EPOCH, "Desk", Start.of("hello"), Budget.UNLIMITED);

    private static final Event NEXT = new Event.MessageReceived(Instant.EPOCH, "next");

    @TempDir
    Path temporary;

    private Path directory;
    private Path file;
    private Path locks;
    private FileThreadStore store;

    @BeforeEach
    void openStore() throws IOException {
        temporary = temporary.toRealPath();
        directory = temporary.resolve("threads");
        file = directory.resolve("thread-t1.jsonl");
        locks = directory.resolve("threads.lock");
        store = FileThreadStore.in(directory);
    }

    @Test
    void linkToAThreadFileIsNeitherReadNorWritten() throws IOException {
        AgentThread known = new AgentThread("t1", List.of(STARTED));
        String text = ThreadFileText.of("t1", STARTED);
        Path target = Files.writeString(temporary.resolve("target"), text);
        Files.createSymbolicLink(file, target);

        assertLink(file, () -> store.load("t1"));
        assertLink(file, () -> store.latest(known));
        assertLink(file, () -> store.append(Append.of("t1", 1, NEXT)));
        assertEquals(text, Files.readString(target));
    }

    @Test
    void targetOfALinkToAMissingFileIsNotCreated() throws IOException {
        Path target = temporary.resolve("target");
        Files.createSymbolicLink(file, target);

        assertLink(file, () -> store.load("t1"));
        assertLink(file, () -> store.append(Append.of("t1", 0, STARTED)));
        assertFalse(Files.exists(target));
    }

    @Test
    void linkThatReplacesALeasedFileIsNotFollowed() throws IOException {
        store.append(Append.of("t1", 0, STARTED));
        try (ThreadStore.Lease lease = store.lease("t1", Duration.ofMinutes(1)).orElseThrow()) {
            store.append(Append.of("t1", 1, NEXT).under(lease));
            Path target = Files.move(file, temporary.resolve("target"));
            String text = Files.readString(target);
            Files.createSymbolicLink(file, target);

            assertLink(file, () -> store.append(Append.of("t1", 2, NEXT)));
            assertEquals(text, Files.readString(target), () -> "under " + lease);
            Files.move(target, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void linkInPlaceOfTheSideFileIsNotFollowed() throws IOException {
        store.append(Append.of("t1", 0, STARTED));
        ThreadStore.Lease lease = store.lease("t1", Duration.ofMinutes(1)).orElseThrow();
        Path side = directory.resolve("thread-t1.lease");
        Path target = Files.move(side, temporary.resolve("target"));
        String text = Files.readString(target);
        Files.createSymbolicLink(side, target);

        assertLink(side, () -> store.lease("t1", Duration.ofMinutes(1)));
        assertLink(side, () -> store.append(Append.of("t1", 1, NEXT).under(lease)));
        assertLink(side, lease::renew);
        assertEquals(text, Files.readString(target));
    }

    @Test
    void linkInPlaceOfTheLockFileIsNotFollowed() throws IOException {
        Files.writeString(file, ThreadFileText.of("t1", STARTED));
        Path target = temporary.resolve("target");
        Files.createSymbolicLink(locks, target);

        assertLink(locks, () -> store.load("t1"));
        assertLink(locks, () -> store.append(Append.of("t1", 1, NEXT)));
        assertLink(locks, () -> store.lease("t1", Duration.ofMinutes(1)));
        assertFalse(Files.exists(target));
        assertEquals(ThreadFileText.of("t1", STARTED), Files.readString(file));
    }

    @Test
    void linkedThreadIsListedByItsName() throws IOException {
        Files.createSymbolicLink(file, temporary.resolve("target"));
        store.append(Append.of("t2", 0, STARTED));

        assertEquals(List.of("t1", "t2"), store.ids());
    }

    @Test
    void linkWhoseNameDoesNotContainTheIdFailsTheListing() throws IOException {
        Path link = directory.resolve(ThreadFileName.of("x".repeat(1000)));
        Files.createSymbolicLink(link, Files.writeString(temporary.resolve("target"), "a\nb\n"));

        ThreadFileException thrown = assertThrows(ThreadFileException.class, store::ids);

        assertTrue(thrown.isSymbolicLink());
        assertEquals(StoreException.Reason.OTHER, thrown.reason());
        assertEquals(link, thrown.file());
        assertEquals(Optional.empty(), thrown.threadId());
    }

    @Test
    void directoryMayBeALink() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), directory);

        FileThreadStore.in(link).append(Append.of("t1", 0, STARTED));

        assertEquals(Optional.of(new AgentThread("t1", List.of(STARTED))), store.load("t1"));
    }

    private static void assertLink(Path link, Executable operation) {
        ThreadFileException thrown = assertThrows(ThreadFileException.class, operation);
        assertTrue(thrown.isSymbolicLink());
        assertEquals(StoreException.Reason.OTHER, thrown.reason());
        assertEquals(link, thrown.file());
        assertEquals(Optional.of("t1"), thrown.threadId());
        assertTrue(thrown.getMessage().contains(link.toString()), thrown::getMessage);
    }
}

package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.escapement.run.StoreException.Reason;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests of stores whose directory or files cannot be written. */
@DisabledOnOs(OS.WINDOWS) // directories do not have POSIX permissions
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadOnlyDirectoryTest {

    private static final Event STARTED = new Event.Started(Instant.EPOCH, "Desk", Start.of("hello"), Budget.UNLIMITED);

    private static final Event MESSAGE = new Event.MessageReceived(Instant.EPOCH, "a");

    @TempDir
    Path temporary;

    private Path directory;
    private Path file;
    private Path locks;

    @BeforeEach
    void storeAThread() throws IOException {
        directory = temporary.toRealPath().resolve("threads");
        file = directory.resolve("thread-t1.jsonl");
        locks = directory.resolve("threads.lock");
        FileThreadStore store = FileThreadStore.in(directory);
        store.append(Append.of("t1", 0, STARTED));
        store.append(Append.of("t1", 1, MESSAGE));
    }

    @Test
    void readOnlyDirectoryWithoutALockFileIsRead() throws Exception {
        Files.delete(locks);
        protect();
        try (OtherProcess reader = unprivileged()) {
            assertEquals("[a]", reader.ask("load t1"));
            assertEquals("[a]", reader.ask("latest t1"));
            assertEquals("[t1]", reader.ask("ids"));
            assertEquals("[t1 2]", reader.ask("index"));
        } finally {
            unprotect();
        }
        assertEquals(List.of(file), files());
    }

    @Test
    void readOnlyDirectoryWithATornLineIsRead() throws Exception {
        Files.writeString(file, Files.readString(file) + "{\"sum\":");
        protect();
        try (OtherProcess reader = unprivileged()) {
            assertEquals("[a]", reader.ask("load t1"));
        } finally {
            unprotect();
        }
    }

    @Test
    void writesToAReadOnlyDirectoryAreRefused() throws Exception {
        Files.delete(locks);
        String before = Files.readString(file);
        protect();
        try (OtherProcess writer = unprivileged()) {
            assertEquals("failed READ_ONLY " + directory, writer.ask("append-long t1 1"));
            assertEquals("failed READ_ONLY " + directory, writer.ask("start t2"));
            assertEquals("failed READ_ONLY " + directory, writer.ask("try-lease t1"));
            assertEquals("failed READ_ONLY " + directory, writer.ask("try-claim Desk"));
        } finally {
            unprotect();
        }
        assertEquals(before, Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void refusedWriteNamesTheFileThatIsNotWritable() throws Exception {
        permit(file, "r--------");
        try (OtherProcess writer = unprivileged()) {
            assertEquals("failed READ_ONLY " + file, writer.ask("append-long t1 1"));
            assertEquals("stored", writer.ask("start t2"));
        }
    }

    @Test
    void unreadableThreadIsListedAndNotMissing() throws Exception {
        permit(file, "---------");
        try (OtherProcess reader = unprivileged()) {
            assertEquals("[t1]", reader.ask("ids"));
            assertEquals("failed OTHER " + file, reader.ask("try-load t1"));
        }
    }

    @Test
    void lockFileThatCannotBeOpenedDoesNotPreventReading() throws IOException {
        Files.delete(locks);
        Files.createDirectory(locks); // not even a privileged process can open it for writing
        FileThreadStore store = FileThreadStore.in(directory);
        AgentThread thread = new AgentThread("t1", List.of(STARTED, MESSAGE));

        assertEquals(Optional.of(thread), store.load("t1"));
        assertEquals(thread, store.latest(new AgentThread("t1", List.of(STARTED))));
        assertEquals(List.of("t1"), store.ids());
        assertEquals(Optional.empty(), store.load("t2"));
        assertReason(assertThrows(ThreadFileException.class, () -> store.append(Append.of("t1", 2, MESSAGE))));
        assertReason(assertThrows(ThreadFileException.class, () -> store.lease("t1", Duration.ofMinutes(1))));
    }

    @Test
    void readerWithoutTheLockSeesLaterEvents() throws IOException {
        Files.delete(locks);
        Files.createDirectory(locks);
        FileThreadStore store = FileThreadStore.in(directory);
        AgentThread known = store.load("t1").orElseThrow();
        Files.writeString(file, ThreadFileText.of("t1", STARTED, MESSAGE, MESSAGE));

        assertEquals(3, store.latest(known).events().size());
    }

    private void assertReason(ThreadFileException thrown) {
        assertEquals(Reason.OTHER, thrown.reason());
        assertEquals(Optional.of("t1"), thrown.threadId());
    }

    private void protect() throws IOException {
        permit(file, "r--------");
        permit(directory, "r-x------");
    }

    private void unprotect() throws IOException {
        permit(directory, "rwx------");
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    /** Starts a process to which the permissions of files apply. */
    private OtherProcess unprivileged() throws IOException {
        Path probe = Files.createTempFile(temporary, "probe", "");
        permit(probe, "---------");
        if (!Files.isWritable(probe)) {
            return OtherProcess.in(directory);
        }
        assumeTrue(
                isInstalled("setpriv"),
                "Permissions do not apply to this process, and setpriv, which drops privileges, is not installed.");
        return OtherProcess.withoutPrivileges(directory);
    }

    private static boolean isInstalled(String command) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}

package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the permissions of a store's directory and files. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FilePermissionsTest {

    private static final Event STARTED = new Event.Started(Instant.EPOCH, "Desk", Start.of("hello"), Budget.UNLIMITED);

    @TempDir
    Path temporary;

    @BeforeEach
    void requirePosix() {
        assumeTrue(
                temporary.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "The file system does not have POSIX permissions.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "022", "277", "777"})
    void newFilesArePrivateForAnyUmask(String umask) throws Exception {
        Path directory = temporary.resolve("a/b/threads");
        try (OtherProcess other = OtherProcess.withUmask(umask, directory)) {
            assertEquals("stored", other.ask("start t1"));
            assertEquals("given", other.ask("lease t1"));
        }

        assertEquals("rwx------", permissions(temporary.resolve("a")));
        assertEquals("rwx------", permissions(temporary.resolve("a/b")));
        assertEquals("rwx------", permissions(directory));
        assertEquals("rw-------", permissions(directory.resolve("threads.lock")));
        assertEquals("rw-------", permissions(directory.resolve("thread-t1.jsonl")));
        assertEquals("rw-------", permissions(directory.resolve("thread-t1.lease")));
    }

    @Test
    void existingDirectoryAndFilesKeepTheirPermissions() throws IOException {
        Path directory = Files.createDirectory(temporary.resolve("threads"));
        Path file = directory.resolve("thread-t1.jsonl");
        Path locks = directory.resolve("threads.lock");
        FileThreadStore.in(directory).append(Append.of("t1", 0, STARTED));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Files.setPosixFilePermissions(locks, PosixFilePermissions.fromString("rw-rw----"));

        FileThreadStore.in(directory).append(Append.of("t1", 1, new Event.MessageReceived(Instant.EPOCH, "x")));

        assertEquals("rwxr-xr-x", permissions(directory));
        assertEquals("rw-r-----", permissions(file));
        assertEquals("rw-rw----", permissions(locks));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

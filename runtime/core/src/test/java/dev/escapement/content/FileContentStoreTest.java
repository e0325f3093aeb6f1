package dev.escapement.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.escapement.internal.file.SymbolicLinkException;
import dev.escapement.internal.hash.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the store that keeps contents in files. */
class FileContentStoreTest extends ContentMessageContract {

    private static final String HASH = Sha256.hex(LAMP);

    @TempDir
    Path temporary;

    private Path directory() {
        return temporary.resolve("a/contents");
    }

    @Override
    ContentStore store() {
        return FileContentStore.in(directory());
    }

    private Path file() {
        return directory().resolve(HASH.substring(0, 2)).resolve(HASH.substring(2));
    }

    @Test
    void hashIsTheNameOfTheFile() throws IOException {
        store().put("image/png", "lamp.png", LAMP);

        assertArrayEquals(LAMP, Files.readAllBytes(file()));
        assertEquals(List.of(file()), files());
    }

    @Test
    void anotherStoreReadsTheContent() {
        Content.File file = store().put("image/png", "lamp.png", LAMP);

        assertArrayEquals(LAMP, store().read(file));
    }

    @Test
    void filesAndDirectoriesArePrivate() throws IOException {
        assumeTrue(
                temporary.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "The file system does not have POSIX permissions.");

        store().put("image/png", "lamp.png", LAMP);

        assertEquals("rwx------", permissions(directory()));
        assertEquals("rwx------", permissions(file().getParent()));
        assertEquals("rw-------", permissions(file()));
    }

    @Test
    void changedContentIsReportedAndReplaced() throws IOException {
        Content.File file = store().put("image/png", "lamp.png", LAMP);
        Files.writeString(file(), "damp");

        ContentException changed = assertThrows(ContentException.class, () -> store().read(file));
        store().put("image/png", "lamp.png", LAMP);

        assertEquals(
                "The stored content of the file lamp.png with the hash " + HASH
                        + " has another hash, because it was changed. Restore it from a backup, or store it again.",
                changed.getMessage());
        assertArrayEquals(LAMP, store().read(file));
    }

    @Test
    void truncatedContentIsReportedAndReplaced() throws IOException {
        Content.File file = store().put("image/png", "lamp.png", LAMP);
        Files.writeString(file(), "la");

        assertFalse(store().contains(file));
        assertThrows(ContentException.class, () -> store().read(file));
        store().put("image/png", "lamp.png", LAMP);

        assertArrayEquals(LAMP, store().read(file));
    }

    @Test
    void linkInPlaceOfAFileIsNotFollowed() throws IOException {
        Content.File file = store().put("image/png", "lamp.png", LAMP);
        Path target = Files.writeString(temporary.resolve("target"), "lamp");
        Files.delete(file());
        link(file(), target);

        assertFalse(store().contains(file));
        ContentException refused = assertThrows(ContentException.class, () -> store().read(file));
        assertInstanceOf(SymbolicLinkException.class, refused.getCause());
        store().put("image/png", "lamp.png", LAMP);

        assertFalse(Files.isSymbolicLink(file()));
        assertEquals("lamp", Files.readString(target));
        assertArrayEquals(LAMP, store().read(file));
    }

    @Test
    void linkInPlaceOfASubdirectoryIsNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createDirectories(directory());
        link(file().getParent(), elsewhere);
        Content.File file = new Content.File("image/png", "lamp.png", HASH, LAMP.length);

        assertThrows(ContentException.class, () -> store().put("image/png", "lamp.png", LAMP));
        assertThrows(ContentException.class, () -> store().read(file));
        assertFalse(store().contains(file));
        try (Stream<Path> written = Files.list(elsewhere)) {
            assertEquals(List.of(), written.toList());
        }
    }

    @Test
    void directoryMayBeALink() throws IOException {
        Path target = Files.createDirectory(temporary.resolve("target"));
        link(temporary.resolve("link"), target);
        ContentStore store = FileContentStore.in(temporary.resolve("link"));

        Content.File file = store.put("image/png", "lamp.png", LAMP);

        assertArrayEquals(LAMP, store.read(file));
    }

    @Test
    void oldTemporaryFilesAreRemoved() throws IOException {
        store();
        Path torn = Files.writeString(directory().resolve("1.tmp"), "la");
        Path writing = Files.writeString(directory().resolve("2.tmp"), "la");
        Files.setLastModifiedTime(torn, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

        store();

        assertEquals(List.of(writing), files());
    }

    @Test
    void contentWhoseRemovalWasInterruptedIsRestored() throws IOException {
        Content.File file = store().put("image/png", "lamp.png", LAMP);
        Files.setLastModifiedTime(file(), FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Files.move(file(), directory().resolve(HASH + ".tmp"));

        ContentStore restarted = store();

        assertEquals(List.of(file()), files());
        assertArrayEquals(LAMP, restarted.read(file));
    }

    @Test
    void tooLargeContentIsRejected() {
        ContentStore small = FileContentStore.in(directory(), 3);

        assertEquals(
                "The content has 4 bytes; the store accepts at most 3. Reduce the content, or set a higher limit with"
                        + " FileContentStore.in(directory, maxSize).",
                assertThrows(ContentException.class, () -> small.put("image/png", "lamp.png", LAMP))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> FileContentStore.in(directory(), 0));
    }

    @Test
    void fileInPlaceOfTheDirectoryIsReported() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "text");

        assertThrows(ContentException.class, () -> FileContentStore.in(file));
    }

    @Test
    void interruptedWriterStoresTheContent() {
        ContentStore store = store();
        byte[] bytes = "interrupted".getBytes(StandardCharsets.UTF_8);
        Thread.currentThread().interrupt();
        Content.File file;
        try {
            file = store.put("text/plain", "", bytes);
        } finally {
            assertTrue(Thread.interrupted());
        }

        assertArrayEquals(bytes, store.read(file));
    }

    private static void link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
        } catch (UnsupportedOperationException | SecurityException e) {
            assumeTrue(false, "The file system does not have symbolic links.");
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

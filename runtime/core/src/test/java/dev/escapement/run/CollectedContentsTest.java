package dev.escapement.run;

import static dev.escapement.run.StoreSamples.STARTED;
import static dev.escapement.run.StoreSamples.said;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the contents in the directory of a store, and of their collection. */
class CollectedContentsTest {

    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path directory;

    private FileThreadStore store;
    private ContentStore contents;

    @BeforeEach
    void openStore() {
        store = FileThreadStore.in(directory);
        contents = store.contents();
    }

    private Content.File put(String text) {
        return contents.put("text/plain", "", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a content, and makes it two days old. */
    private Content.File old(String text) throws IOException {
        Content.File file = put(text);
        Files.setLastModifiedTime(path(file), FileTime.from(Instant.now().minus(DAY.multipliedBy(2))));
        return file;
    }

    private Path path(Content.File file) {
        return directory
                .resolve("contents")
                .resolve(file.sha256().substring(0, 2))
                .resolve(file.sha256().substring(2));
    }

    @Test
    void contentsAreInASubdirectory() {
        Content.File file = put("a");

        assertTrue(Files.exists(path(file)));
        assertArrayEquals(
                "a".getBytes(StandardCharsets.UTF_8),
                FileThreadStore.in(directory).contents().read(file));
    }

    @Test
    void unusedOldContentsAreRemoved() throws IOException {
        Content.File used = old("used");
        Content.File inText = old("in text");
        Content.File unused = old("unused");
        Content.File young = put("young");
        store.append(Append.of("t1", 0, STARTED, said("x", used)));
        store.append(Append.of("t2", 0, STARTED, said("{\"file\":\"" + inText.sha256() + "\"}")));

        assertEquals(1, store.collectContents(DAY));

        assertTrue(contents.contains(used));
        assertTrue(contents.contains(inText));
        assertTrue(contents.contains(young));
        assertFalse(contents.contains(unused));
        assertEquals(0, store.collectContents(DAY));
    }

    @Test
    void contentThatIsPutAgainIsYoung() throws IOException {
        Content.File file = old("a");
        put("a");

        assertEquals(0, store.collectContents(DAY));

        assertTrue(contents.contains(file));
    }

    @Test
    void contentThatIsFoundForAnotherEventIsYoung() throws IOException {
        Content.File file = old("a");
        assertTrue(contents.contains(file));

        assertEquals(0, store.collectContents(DAY));

        store.append(Append.of("t1", 0, STARTED, said("x", file)));
        assertArrayEquals("a".getBytes(StandardCharsets.UTF_8), contents.read(file));
    }

    @Test
    void contentsOfErasedAndDeletedThreadsAreRemoved() throws IOException {
        Content.File erased = old("erased");
        Content.File deleted = old("deleted");
        Content.File shared = old("shared");
        store.append(Append.of("t1", 0, STARTED, said("x", erased, shared)));
        store.append(Append.of("t2", 0, STARTED, said("x", deleted)));
        store.append(Append.of("t3", 0, STARTED, said("x", shared)));
        assertEquals(0, store.collectContents(DAY));
        store.erase("t1");
        store.delete("t2");

        assertEquals(2, store.collectContents(DAY));

        assertTrue(contents.contains(shared));
        assertFalse(contents.contains(erased) || contents.contains(deleted));
    }

    @Test
    void contentsOfEncryptedThreadsAreUsed() throws IOException {
        Content.File used = old("used");
        FileThreadStore encrypted = store.withCipher(new Base64Cipher());
        encrypted.append(Append.of("t1", 0, STARTED, said("x", used)));

        assertEquals(0, encrypted.collectContents(DAY));
        assertThrows(CorruptThreadException.class, () -> store.collectContents(DAY));

        assertTrue(contents.contains(used));
    }

    @Test
    void damagedThreadPreventsTheCollection() throws IOException {
        Content.File unused = old("unused");
        store.append(Append.of("t1", 0, STARTED));
        Files.writeString(directory.resolve("thread-t2.jsonl"), "no header\nno event\n");

        assertThrows(CorruptThreadException.class, () -> store.collectContents(DAY));

        assertTrue(contents.contains(unused));
    }

    private record Base64Cipher() implements PayloadCipher {

        @Override
        public String encrypt(String threadId, String json) {
            return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String decrypt(String threadId, String text) {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        }
    }
}

package dev.escapement.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.content.Content;
import dev.escapement.content.ContentException;
import dev.escapement.content.ContentStore;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The contract of {@link ContentStore}. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class ContentStoreContract {

    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

    private static final String SHA256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    private static final int LARGE = 5_000_001;

    /** Creates the tests. */
    protected ContentStoreContract() {}

    /**
     * Opens the store. Further calls in one test return another instance on the same storage, as in another process, or
     * the same object if the contents belong to it.
     *
     * @return the store, empty at the first call of a test
     * @throws Exception if the store cannot be opened
     */
    protected abstract ContentStore contents() throws Exception;

    /**
     * Changes a byte of a stored content in the storage, past the store. Default: not supported, and the test of damaged
     * content is skipped.
     *
     * @param file the file
     * @return whether the content was changed
     * @throws Exception if the storage fails
     */
    protected boolean damage(Content.File file) throws Exception {
        return false;
    }

    @Test
    void referenceDescribesContent() throws Exception {
        Content.File file = contents().put("image/png", "lamp.png", HELLO);

        assertEquals(
                new Content.File("image/png", "lamp.png", SHA256, HELLO.length),
                file,
                "put must return the media type, the name, the SHA-256 and the size");
    }

    @Test
    void storedContentIsReturned() throws Exception {
        Content.File file = contents().put("image/png", "lamp.png", HELLO);

        assertTrue(contents().contains(file), "contains must return true for a stored content");
        assertArrayEquals(HELLO, contents().read(file), "read must return the stored bytes in another instance");
    }

    @Test
    void allBytesSurvive() throws Exception {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }

        assertArrayEquals(
                bytes, contents().read(contents().put("image/png", "", bytes)), "read must not change a byte");
    }

    @Test
    void largeContentSurvives() throws Exception {
        byte[] bytes = new byte[LARGE];
        new Random(1).nextBytes(bytes);
        Content.File file = contents().put("application/pdf", "book.pdf", bytes);

        assertEquals(LARGE, file.size(), "the size of the reference");
        assertArrayEquals(bytes, contents().read(file), "read must return all pieces of a large content in order");
    }

    @Test
    void equalContentsShareHash() throws Exception {
        Content.File first = contents().put("image/png", "a.png", HELLO);
        Content.File second = contents().put("text/plain", "b.txt", HELLO);

        assertEquals(first.sha256(), second.sha256(), "the hash must depend on the bytes only");
        assertEquals("b.txt", second.name(), "put must return the name of its own request");
        assertArrayEquals(HELLO, contents().read(first), "a second put must not affect the first reference");
        assertArrayEquals(HELLO, contents().read(second), "read must return equal contents for both references");
    }

    @Test
    void contentDoesNotFollowArrays() throws Exception {
        byte[] given = HELLO.clone();
        Content.File file = contents().put("text/plain", "", given);
        given[0] = 'x';
        contents().read(file)[1] = 'x';

        assertArrayEquals(HELLO, contents().read(file), "changes of the arrays of put and read must have no effect");
    }

    @Test
    void unknownContentIsRefused() throws Exception {
        Content.File unknown = new Content.File("text/plain", "", SHA256, HELLO.length);

        assertFalse(contents().contains(unknown), "contains must return false for a content that is not stored");
        assertThrows(
                ContentException.class,
                () -> contents().read(unknown),
                "read must throw ContentException for a content that is not stored");
    }

    @Test
    void referenceOfOtherSizeIsRefused() throws Exception {
        contents().put("text/plain", "", HELLO);
        Content.File other = new Content.File("text/plain", "", SHA256, HELLO.length + 1);

        assertFalse(contents().contains(other), "contains must return false for a reference with another size");
        assertThrows(
                ContentException.class,
                () -> contents().read(other),
                "read must throw ContentException for a reference with another size");
    }

    @Test
    void damagedContentIsNotReturned() throws Exception {
        Content.File file = contents().put("text/plain", "", HELLO);
        Assumptions.assumeTrue(damage(file), "the author does not supply damage(file)");

        assertThrows(
                ContentException.class,
                () -> contents().read(file),
                "read must throw ContentException if the stored bytes do not have the hash of the reference");
    }

    @Test
    void emptyContentIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> contents().put("text/plain", "", new byte[0]),
                "put must refuse an empty content");
    }

    @Test
    void invalidMediaTypeIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> contents().put("image", "", HELLO),
                "put must refuse an invalid media type");
    }

    @Test
    void concurrentPutsOfEqualContentSucceed() throws Exception {
        List<ContentStore> instances = List.of(contents(), contents());
        byte[] bytes = new byte[1_000_000];
        new Random(2).nextBytes(bytes);

        List<Content.File> files =
                ConcurrentCalls.of(8, index -> instances.get(index % 2).put("image/png", "", bytes));

        assertEquals(1, new HashSet<>(files).size(), "concurrent puts of equal content must return equal references");
        assertArrayEquals(bytes, contents().read(files.get(0)), "read must return the content of concurrent puts");
    }
}

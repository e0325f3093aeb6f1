package dev.escapement.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.internal.hash.Sha256;
import dev.escapement.testing.Race;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Tests that every content store passes. */
abstract class ContentStoreContract {

    static final byte[] LAMP = "lamp".getBytes(StandardCharsets.UTF_8);

    abstract ContentStore store();

    @Test
    void contentIsReadAsItWasStored() {
        ContentStore store = store();

        Content.File file = store.put("image/png", "lamp.png", LAMP);

        assertEquals(new Content.File("image/png", "lamp.png", Sha256.hex(LAMP), 4), file);
        assertTrue(store.contains(file));
        assertArrayEquals(LAMP, store.read(file));
    }

    @Test
    void emptyContentIsRejected() {
        ContentStore store = store();

        IllegalArgumentException rejected =
                assertThrows(IllegalArgumentException.class, () -> store.put("text/plain", "empty.txt", new byte[0]));

        assertEquals(
                "The file empty.txt is empty, and providers reject empty files. Store a file of 1 byte or more, or"
                        + " send text.",
                rejected.getMessage());
    }

    @Test
    void laterChangesOfArraysHaveNoEffect() {
        ContentStore store = store();
        byte[] bytes = LAMP.clone();
        Content.File file = store.put("image/png", "lamp.png", bytes);

        bytes[0] = 'd';
        store.read(file)[1] = 'o';

        assertArrayEquals(LAMP, store.read(file));
    }

    @Test
    void equalContentIsStoredOnceUnderEachName() {
        ContentStore store = store();

        Content.File first = store.put("image/png", "lamp.png", LAMP);
        Content.File second = store.put("application/pdf", "lamp.pdf", LAMP);

        assertEquals(first.sha256(), second.sha256());
        assertArrayEquals(store.read(first), store.read(second));
    }

    @Test
    void unknownContentIsReported() {
        Content.File unknown = new Content.File("image/png", "lamp.png", Sha256.hex("other"), 5);

        assertFalse(store().contains(unknown));
        String message = assertThrows(ContentException.class, () -> store().read(unknown))
                .getMessage();
        assertEquals(
                "The content store does not contain the file lamp.png with the hash " + Sha256.hex("other")
                        + ". Store the file before it is used.",
                message);
    }

    @Test
    void referenceWithAnotherSizeIsReported() {
        ContentStore store = store();
        store.put("image/png", "lamp.png", LAMP);
        Content.File invented = new Content.File("image/png", "lamp.png", Sha256.hex(LAMP), 5);

        assertFalse(store.contains(invented));
        assertEquals(
                "The stored content of the file lamp.png with the hash " + Sha256.hex(LAMP)
                        + " has 4 bytes instead of 5. Use the reference that ContentStore.put returned.",
                assertThrows(ContentException.class, () -> store.read(invented)).getMessage());
    }

    @Test
    void invalidMediaTypeIsRejected() {
        assertThrows(IllegalArgumentException.class, () -> store().put("png", "lamp.png", LAMP));
    }

    @Test
    void concurrentWritersOfOneContentSucceed() throws Exception {
        ContentStore store = store();
        byte[] bytes = new byte[100_000];

        for (Content.File file : Race.of(8, racer -> store.put("image/png", "", bytes))) {
            assertArrayEquals(bytes, store.read(file));
        }
    }
}

package dev.escapement.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.internal.hash.Sha256;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The messages of every content store. The test kit contains the tests of the contract. */
abstract class ContentMessageContract {

    static final byte[] LAMP = "lamp".getBytes(StandardCharsets.UTF_8);

    abstract ContentStore store();

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
}

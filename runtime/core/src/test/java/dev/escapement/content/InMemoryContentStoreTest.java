package dev.escapement.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.internal.hash.Sha256;
import org.junit.jupiter.api.Test;

/** Tests of the store in memory, and of the absent store. */
class InMemoryContentStoreTest extends ContentMessageContract {

    private final ContentStore store = ContentStore.inMemory();

    @Override
    ContentStore store() {
        return store;
    }

    @Test
    void absentStoreRejectsEachUse() {
        Content.File file = new Content.File("image/png", "", Sha256.hex(LAMP), 4);

        assertFalse(ContentStore.none().contains(file));
        assertEquals(
                "ContentStore.none() does not accept files. Use FileContentStore.in(directory) or"
                        + " ContentStore.inMemory(), and pass the same store to Runner.Builder.contents(store).",
                assertThrows(ContentException.class, () -> ContentStore.none().put("image/png", "", LAMP))
                        .getMessage());
        assertEquals(
                "No content store is configured, so the file with the hash " + Sha256.hex(LAMP)
                        + " cannot be read. Set it with Runner.Builder.contents(store).",
                assertThrows(ContentException.class, () -> ContentStore.none().read(file))
                        .getMessage());
    }
}

package dev.escapement.jdbc;

import static dev.escapement.jdbc.StoreExamples.AT;
import static dev.escapement.jdbc.StoreExamples.start;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.content.Content;
import dev.escapement.model.Usage;
import dev.escapement.run.Append;
import dev.escapement.run.PayloadCipher;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the collection of unused contents, on SQLite, whose clock the test moves. */
class ContentCollectionTest {

    private static final Duration DAY = Duration.ofHours(24);

    private SqliteFixture fixture;
    private JdbcThreadStore store;
    private JdbcContentStore contents;

    @BeforeEach
    void openStore() throws Exception {
        fixture = new SqliteFixture();
        store = fixture.open();
        contents = store.contents();
    }

    @AfterEach
    void removeStore() throws Exception {
        fixture.close();
    }

    private Content.File put(String text) {
        return contents.put("text/plain", "", text.getBytes(StandardCharsets.UTF_8));
    }

    private void use(String id, Content.File... files) {
        start(store, id);
        store.append(Append.of(id, 1, new Event.MessageReceived(AT, "see files", List.of(files))));
    }

    private String count(String table) throws Exception {
        return fixture.query("select count(*) from " + table);
    }

    @Test
    void unusedContentIsCollectedAfterADay() throws Exception {
        Content.File file = put("a");
        fixture.advance(DAY.minusMinutes(1));
        assertEquals(0, store.collectContents(DAY));
        assertTrue(contents.contains(file));
        fixture.advance(Duration.ofMinutes(2));

        assertEquals(1, store.collectContents(DAY));

        assertFalse(contents.contains(file));
        assertEquals("0", count("esc_chunk"));
    }

    @Test
    void usedContentIsKept() {
        Content.File file = put("a");
        use("t1", file);
        fixture.advance(DAY.multipliedBy(2));

        assertEquals(0, store.collectContents(DAY));
        assertTrue(contents.contains(file));
    }

    @Test
    void contentInArgumentsOfCallIsKept() throws Exception {
        Content.File file = put("a");
        JdbcThreadStore encrypted =
                fixture.opened(fixture.builder().cipher(new ReversingCipher()).build());
        start(encrypted, "t1");
        Call call = new Call("c", "print", "{\"file\":\"" + file.sha256() + "\"}");
        encrypted.append(Append.of("t1", 1, new Event.ModelReplied(AT, "", List.of(call), Usage.NONE)));
        fixture.advance(DAY.multipliedBy(2));

        assertEquals(0, store.collectContents(DAY));
        assertTrue(contents.contains(file));
    }

    /** A cipher whose texts do not contain the hashes of contents. */
    private static final class ReversingCipher implements PayloadCipher {

        @Override
        public String encrypt(String threadId, String json) {
            return new StringBuilder(json).reverse().toString();
        }

        @Override
        public String decrypt(String threadId, String text) {
            return new StringBuilder(text).reverse().toString();
        }
    }

    @Test
    void appendRenewsAgeOfContent() {
        Content.File file = put("a");
        fixture.advance(DAY.multipliedBy(2));
        use("t1", file);
        store.delete("t1");

        assertEquals(0, store.collectContents(DAY), "another append can be about to use the content");
        fixture.advance(DAY.multipliedBy(2));
        assertEquals(1, store.collectContents(DAY));
    }

    @Test
    void useIsPartOfTheAppend() throws Exception {
        Content.File file = put("a");
        start(store, "t1");
        try {
            store.append(Append.of("t1", 7, new Event.MessageReceived(AT, "see files", List.of(file))));
        } catch (dev.escapement.run.ConcurrentRunException expected) {
            assertEquals("0", count("esc_use"));
        }
        store.append(Append.of("t1", 1, new Event.MessageReceived(AT, "see files", List.of(file, file))));

        assertEquals("1", count("esc_use"));
    }

    @Test
    void deletionAndErasureReleaseContents() {
        Content.File first = put("a");
        Content.File second = put("b");
        Content.File shared = put("c");
        use("t1", first, shared);
        use("t2", second, shared);
        use("t3", shared);
        fixture.advance(DAY.multipliedBy(2));

        store.delete("t1");
        store.erase("t2");

        assertEquals(2, store.collectContents(DAY));
        assertTrue(contents.contains(shared));
        assertFalse(contents.contains(first));
        assertFalse(contents.contains(second));
    }

    @Test
    void contentStoredAgainIsNew() {
        Content.File file = put("a");
        fixture.advance(DAY.multipliedBy(2));
        put("a");

        assertEquals(0, store.collectContents(DAY));
        assertTrue(contents.contains(file));
    }

    @Test
    void interruptedPutIsCompletedByTheNext() throws Exception {
        byte[] bytes = new byte[3_000_000];
        Content.File file = contents.put("text/plain", "", bytes);
        fixture.execute("update esc_content set complete = 0");
        fixture.execute("delete from esc_chunk where n > 0");
        assertFalse(contents.contains(file));

        contents.put("text/plain", "", bytes);

        assertArrayEquals(bytes, contents.read(file));
        assertEquals("3", count("esc_chunk"));
    }

    @Test
    void manyContentsAreCollectedInParts() throws Exception {
        for (int i = 0; i < 250; i++) {
            put("content " + i);
        }
        fixture.advance(DAY.multipliedBy(2));

        assertEquals(250, store.collectContents(DAY));
        assertEquals("0", count("esc_content"));
    }
}

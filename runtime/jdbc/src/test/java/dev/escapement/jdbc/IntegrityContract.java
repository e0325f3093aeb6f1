package dev.escapement.jdbc;

import static dev.escapement.jdbc.StoreExamples.message;
import static dev.escapement.jdbc.StoreExamples.messages;
import static dev.escapement.jdbc.StoreExamples.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.CorruptThreadException;
import dev.escapement.run.CorruptThreadException.Fault;
import dev.escapement.run.ErasedThreadException;
import dev.escapement.run.NewerThreadException;
import dev.escapement.run.PayloadCipher;
import dev.escapement.run.UnknownThreadException;
import dev.escapement.testkit.TransactionalFixture;
import dev.escapement.thread.Event;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of checksums, tombstones and ciphers, on each database. */
abstract class IntegrityContract {

    private JdbcThreadStore store;
    private TransactionalFixture fixture;

    abstract TransactionalFixture newFixture() throws Exception;

    abstract JdbcStoreBuilder builder();

    /** Executes a statement, in which names of tables begin with {@code esc_}. */
    abstract void execute(String sql) throws Exception;

    abstract String query(String sql) throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        fixture = newFixture();
        store = builder().build();
        start(store, "t1");
        store.append(Append.of("t1", 1, message("first"), message("second")));
    }

    @AfterEach
    void removeStore() throws Exception {
        store.close();
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update esc_event set event = replace(event, 'first', 'First') where thread_id = 't1'",
                "update esc_event set sum = '0123456789abcdef' where thread_id = 't1' and position = 1",
                "delete from esc_event where thread_id = 't1' and position = 1",
                "delete from esc_event where thread_id = 't1' and position = 2",
                "delete from esc_event where thread_id = 't1'",
                "insert into esc_event select thread_id, 3, event, sum from esc_event where position = 2",
                "update esc_event set position = 1 - position where thread_id = 't1' and position < 0",
                "update esc_thread set size = 2 where id = 't1'",
                "update esc_thread set sum = '0123456789abcdef' where id = 't1'",
                "update esc_event set thread_id = 't2' where thread_id = 't1'"
            })
    void changedThreadIsCorrupt(String change) throws Exception {
        if (change.contains("position < 0")) {
            swapEvents();
        }
        execute(change);

        CorruptThreadException corrupt = assertThrows(
                CorruptThreadException.class, () -> builder().build().load("t1"));

        assertEquals(Fault.CHECKSUM, corrupt.fault());
        assertEquals("t1", corrupt.threadId());
        assertThrows(CorruptThreadException.class, () -> store.verify("t1"));
    }

    private void swapEvents() throws Exception {
        execute("update esc_event set position = -position where thread_id = 't1' and position > 0");
        execute("update esc_event set position = 3 where thread_id = 't1' and position = -1");
        execute("update esc_event set position = 1 where thread_id = 't1' and position = -2");
        execute("update esc_event set position = 2 where thread_id = 't1' and position = 3");
    }

    @Test
    void changeByOtherStoreIsAppendedTo() {
        JdbcThreadStore other = builder().build();
        other.append(Append.of("t1", 3, message("other")));

        store.append(Append.of("t1", 4, message("mine")));
        other.delete("t1");
        start(other, "t1");
        other.append(Append.of("t1", 1, message("a"), message("b"), message("c"), message("d")));
        store.append(Append.of("t1", 5, message("e")));

        store.verify("t1");
        assertEquals(List.of("a", "b", "c", "d", "e"), messages(store, "t1"));
    }

    @Test
    void partOfThreadIsVerified() throws Exception {
        execute("update esc_event set event = replace(event, 'second', 'Second') where thread_id = 't1'");

        assertEquals(
                CorruptThreadException.class,
                assertThrows(RuntimeException.class, () -> store.load("t1", 2)).getClass());
    }

    @Test
    void erasedThreadCanBeVerified() throws Exception {
        assertTrue(store.erase("t1"));

        store.verify("t1");
        assertThrows(ErasedThreadException.class, () -> store.load("t1"));
        String tombstones = query("select string_agg(event, '\n') from esc_event");
        assertFalse(tombstones.contains("first"), tombstones);
        assertTrue(tombstones.contains("{\"erased\":\"message_received\",\"at\":\"2026-03-01T12:00:00Z\""), tombstones);
    }

    @Test
    void longThreadIsErasedCompletely() {
        start(store, "t2");
        Event[] events = Collections.nCopies(1_100, message("secret")).toArray(Event[]::new);
        store.append(Append.of("t2", 1, events));

        assertTrue(store.erase("t2"));

        store.verify("t2");
    }

    @Test
    void changedTombstoneIsCorrupt() throws Exception {
        store.erase("t1");
        execute("update esc_event set event = replace(event, '\"sha256\":\"', '\"sha256\":\"0') where position = 1");

        assertThrows(CorruptThreadException.class, () -> store.verify("t1"));
    }

    @Test
    void unknownThreadCannotBeVerified() {
        assertThrows(UnknownThreadException.class, () -> store.verify("t2"));
    }

    @Test
    void eventsOfLaterReleaseAreReported() throws Exception {
        execute("delete from esc_event where position > 1");
        String text = "{\"event\":\"teleported\",\"at\":\"2026-03-01T12:00:00Z\"}";
        String previous = query("select sum from esc_event where position = 0");
        String sum = EventSums.next(previous, EventSums.hash(text));
        execute("update esc_event set event = '" + text + "', sum = '" + sum + "' where position = 1");
        execute("update esc_thread set size = 2, sum = '" + sum + "'");

        NewerThreadException newer = assertThrows(NewerThreadException.class, () -> store.load("t1"));

        assertEquals("teleported", newer.found());
    }

    /** A cipher that returns another text each time. */
    private static final class Base64Cipher implements PayloadCipher {

        private final String key;
        private int count;

        Base64Cipher(String key) {
            this.key = key;
        }

        @Override
        public synchronized String encrypt(String threadId, String json) {
            String text = key + ":" + count++ + ":" + threadId + ":" + json;
            return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String decrypt(String threadId, String text) {
            String[] parts = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8).split(":", 4);
            if (!parts[0].equals(key) || !parts[2].equals(threadId)) {
                throw new IllegalArgumentException("the key is wrong");
            }
            return parts[3];
        }
    }

    @Test
    void encryptedEventsAreNotInClear() throws Exception {
        JdbcThreadStore encrypted = builder().cipher(new Base64Cipher("k1")).build();
        start(encrypted, "t2");
        encrypted.append(Append.of("t2", 1, message("secret")));

        assertEquals(List.of("secret"), messages(encrypted, "t2"));
        assertEquals(List.of("first", "second"), messages(encrypted, "t1"), "events in clear remain readable");
        assertEquals("0", query("select count(*) from esc_event where event like '%secret%'"));
        encrypted.verify("t2");
        encrypted.erase("t2");
        encrypted.verify("t2");
    }

    @Test
    void missingOrWrongKeyIsReported() {
        JdbcThreadStore encrypted = builder().cipher(new Base64Cipher("k1")).build();
        start(encrypted, "t2");

        for (JdbcThreadStore reader :
                List.of(store, builder().cipher(new Base64Cipher("k2")).build())) {
            CorruptThreadException unreadable = assertThrows(CorruptThreadException.class, () -> reader.load("t2"));
            assertEquals(Fault.CIPHER, unreadable.fault());
        }
        assertTrue(store.erase("t2"), "a thread can be erased without its key");
        store.verify("t2");
    }
}

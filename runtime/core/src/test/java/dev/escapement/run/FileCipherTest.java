package dev.escapement.run;

import static dev.escapement.run.StoreSamples.STARTED;
import static dev.escapement.run.StoreSamples.said;
import static dev.escapement.run.StoreSamples.thread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.CorruptThreadException.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of files whose events are encrypted. */
class FileCipherTest {

    @TempDir
    Path directory;

    private Path file;
    private FileThreadStore store;

    @BeforeEach
    void storeAThread() {
        file = directory.resolve("thread-t1.jsonl");
        store = open(7);
        store.append(Append.of("t1", 0, STARTED, said("secret a")));
        store.append(Append.of("t1", 2, said("secret b")).with(Standing.of(Standing.Phase.WAITING)));
    }

    private FileThreadStore open(int key) {
        return FileThreadStore.in(directory).withCipher(new Shifted(key));
    }

    @Test
    void fileShowsAgentLabelsAndStandingOnly() throws IOException {
        String text = Files.readString(file);

        assertFalse(text.contains("secret") || text.contains("message_received"), text);
        assertTrue(text.contains("\"agent\":\"Desk\",\"labels\":{\"tenant\":\"acme\"}"), text);
        assertTrue(
                text.lines()
                        .skip(1)
                        .allMatch(line -> line.matches(
                                "\\{\"sum\":\"[0-9a-f]{16}\",(\"standing\":\\{[^{}]*},)?\"cipher\":\"[0-9a-f]+\"}")),
                text);
    }

    @Test
    void otherStoreWithTheKeyReadsTheThread() {
        assertEquals(thread(STARTED, said("secret a"), said("secret b")), open(7).load("t1"));
        assertEquals(List.of(said("secret b")), open(7).load("t1", 2));
    }

    @Test
    void wrongKeyIsReportedWithItsCause() {
        CorruptThreadException corrupt = assertThrows(CorruptThreadException.class, () -> open(8).load("t1"));

        assertEquals(Fault.CIPHER, corrupt.fault());
        assertEquals(2, corrupt.line());
        assertSame(IllegalStateException.class, corrupt.getCause().getClass());
        assertTrue(corrupt.getMessage().contains(FileStoreMessages.WRONG_CIPHER), corrupt::getMessage);
    }

    @Test
    void storeWithoutACipherReportsEncryptedEvents() {
        CorruptThreadException corrupt = assertThrows(
                CorruptThreadException.class,
                () -> FileThreadStore.in(directory).load("t1"));

        assertEquals(Fault.CIPHER, corrupt.fault());
        assertTrue(corrupt.getMessage().contains(FileStoreMessages.NO_CIPHER), corrupt::getMessage);
    }

    @Test
    void indexNeedsNoKey() {
        ThreadIndex.ThreadEntry entry =
                FileThreadStore.in(directory).entry("t1").orElseThrow();

        assertEquals("Desk", entry.agent());
        assertEquals(3, entry.size());
        assertEquals(Standing.Phase.WAITING, entry.standing().phase());
        assertEquals(Map.of("tenant", "acme"), entry.labels());
    }

    @Test
    void eventsInClearAreReadWithAKey() {
        FileThreadStore.in(directory).append(Append.of("t2", 0, STARTED));
        store.append(Append.of("t2", 1, said("secret b")));

        assertEquals(List.of(STARTED, said("secret b")), store.load("t2", 0));
    }

    @Test
    void failedEncryptionStoresNothing() throws IOException {
        String before = Files.readString(file);

        assertThrows(
                IllegalArgumentException.class, () -> store.append(Append.of("t1", 3, said("c"), said("refused"))));

        assertEquals(before, Files.readString(file));
        store.append(Append.of("t1", 3, said("c")));
    }

    @Test
    void wrongKeyErasesNothing() throws IOException {
        String before = Files.readString(file);

        assertThrows(CorruptThreadException.class, () -> open(8).erase("t1"));

        assertEquals(before, Files.readString(file));
        assertTrue(open(7).erase("t1"));
        assertTrue(Files.readString(file).contains("\"erased\":{\"event\":\"message_received\""));
    }

    /** A cipher that adds a number to each byte, and refuses one text. */
    private record Shifted(int key) implements PayloadCipher {

        @Override
        public String encrypt(String threadId, String json) {
            if (json.contains("refused")) {
                throw new IllegalArgumentException("refused");
            }
            byte[] bytes = (threadId + json).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(shifted(bytes, key));
        }

        @Override
        public String decrypt(String threadId, String text) {
            String plain = new String(shifted(HexFormat.of().parseHex(text), -key), StandardCharsets.UTF_8);
            if (!plain.startsWith(threadId)) {
                throw new IllegalStateException("wrong key");
            }
            return plain.substring(threadId.length());
        }

        private static byte[] shifted(byte[] bytes, int by) {
            byte[] shifted = bytes.clone();
            for (int i = 0; i < shifted.length; i++) {
                shifted[i] = (byte) (shifted[i] + by);
            }
            return shifted;
        }
    }
}

package dev.escapement.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionKeyTest {
    @TempDir
    private Path directory;

    @Test
    void signatureIsVerified() {
        SessionKey key = SessionKey.random();

        assertTrue(key.verifies("session", "text", key.sign("session", "text")));
    }

    @Test
    void otherPurposeHasAnotherSignature() {
        SessionKey key = SessionKey.random();

        assertFalse(key.verifies("session", "text", key.sign("token", "text")));
    }

    @Test
    void randomKeysDiffer() {
        assertNotEquals(SessionKey.random().sign("a", "b"), SessionKey.random().sign("a", "b"));
    }

    @Test
    void fileKeepsTheKey() {
        Path file = directory.resolve("key");

        assertEquals(SessionKey.of(file).sign("a", "b"), SessionKey.of(file).sign("a", "b"));
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws IOException {
        Path file = directory.resolve("key");
        SessionKey.of(file);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void fileOfOthersIsRefused() throws IOException {
        Path file = directory.resolve("key");
        SessionKey.of(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThrows(IllegalArgumentException.class, () -> SessionKey.of(file));
    }

    @Test
    void otherContentIsRefused() throws IOException {
        for (String content : new String[] {"", "00", "s3cr3t", "\u00ff"}) {
            Path file = Files.createTempFile(directory, "key", "");
            Files.writeString(file, content);

            IllegalArgumentException refusal =
                    assertThrows(IllegalArgumentException.class, () -> SessionKey.of(file), content);
            assertFalse(refusal.getMessage().contains("s3cr3t"));
        }
    }

    @Test
    void missingDirectoryIsReported() {
        assertThrows(
                UncheckedIOException.class,
                () -> SessionKey.of(directory.resolve("missing").resolve("key")));
    }

    @Test
    void textDoesNotContainTheKey() {
        assertEquals("SessionKey", SessionKey.random().toString());
    }
}

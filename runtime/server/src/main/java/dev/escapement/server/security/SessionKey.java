package dev.escapement.server.security;

import dev.escapement.server.http.HmacKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/** The secret key that signs sessions and anti-forgery tokens. Immutable. */
public final class SessionKey {
    private static final int LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final HmacKey key;

    private SessionKey(byte[] key) {
        this.key = new HmacKey(key);
    }

    /** {@return a key that exists as long as this process} */
    public static SessionKey random() {
        return new SessionKey(randomBytes());
    }

    /**
     * Returns the key in a file, which is created with a new key if it does not exist. Sessions then survive a restart.
     *
     * @param file the file, which only its owner may read
     * @return the key
     * @throws IllegalArgumentException if other accounts may read the file, or its content is not a key
     * @throws UncheckedIOException if the file cannot be read or created
     */
    public static SessionKey of(Path file) {
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The key file " + file + " cannot be read or created. Use a file in an existing directory.", e);
        }
    }

    private static void create(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes =
                posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)} : new FileAttribute<?>[0];
        try (var channel = Files.newByteChannel(
                file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            channel.write(StandardCharsets.US_ASCII.encode(HexFormat.of().formatHex(randomBytes())));
        } catch (FileAlreadyExistsException e) {
            // another process created the file
        }
    }

    private static SessionKey read(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IllegalArgumentException(
                    "Other accounts may read the key file " + file + ". Run chmod 600 on it, or delete it.");
        }
        try {
            byte[] key = HexFormat.of()
                    .parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (key.length == LENGTH) {
                return new SessionKey(key);
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            // reported below, without the content
        }
        throw new IllegalArgumentException("The file " + file + " is not a key file. Delete it to create a new key.");
    }

    /** Returns the signature of a text in URL-safe Base64. The purpose separates signatures of equal texts. */
    String sign(String purpose, String text) {
        return base64(key.sign(purpose + '\0' + text, ByteBuffer.allocate(0)));
    }

    /** Returns whether a signature is right, in a time that does not depend on its characters. */
    boolean verifies(String purpose, String text, String signature) {
        return isEqual(sign(purpose, text), signature);
    }

    /** Returns whether two secrets are equal, in a time that does not depend on their characters. */
    static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns 256 random bits in URL-safe Base64. */
    static String randomText() {
        return base64(randomBytes());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Returns a text without the key. */
    @Override
    public String toString() {
        return "SessionKey";
    }
}

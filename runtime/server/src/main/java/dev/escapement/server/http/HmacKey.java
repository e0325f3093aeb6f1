package dev.escapement.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key for HMAC-SHA256. Immutable. */
public final class HmacKey {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * Creates a key.
     *
     * @param bytes the bytes, not empty
     */
    public HmacKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /**
     * Returns the code of a text and the bytes that follow it.
     *
     * @param text the text, in UTF-8
     * @param bytes the bytes after the text, whose position does not change
     * @return 32 bytes
     */
    public byte[] sign(String text, ByteBuffer bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(text.getBytes(StandardCharsets.UTF_8));
            mac.update(bytes.duplicate());
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is required of every Java platform.", e);
        }
    }

    /** Returns a text without the key. */
    @Override
    public String toString() {
        return "HmacKey";
    }
}

package dev.escapement.server.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One or more secrets for HMAC-SHA256, of which several are valid while a provider rotates them. Immutable. */
public final class HmacSecrets {
    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> keys;

    /**
     * Creates secrets.
     *
     * @param secrets the bytes of each secret, none of them empty
     */
    public HmacSecrets(List<byte[]> secrets) {
        this.keys = secrets.stream()
                .map(secret -> new SecretKeySpec(secret, ALGORITHM))
                .toList();
    }

    /**
     * Returns whether one of the given signatures results from one of the secrets. The duration depends on the numbers of
     * secrets and signatures and on their lengths only.
     *
     * @param prefix the text before the body in the signed content
     * @param body the body
     * @param text the function from the bytes of a signature to its text
     * @param signatures the signatures of the request
     * @return whether one matches
     */
    public boolean matches(String prefix, ByteBuffer body, Function<byte[], String> text, List<String> signatures) {
        boolean matches = false;
        for (SecretKeySpec key : keys) {
            byte[] expected = text.apply(sign(key, prefix, body)).getBytes(StandardCharsets.UTF_8);
            for (String signature : signatures) {
                matches |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
            }
        }
        return matches;
    }

    private static byte[] sign(SecretKeySpec key, String prefix, ByteBuffer body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(prefix.getBytes(StandardCharsets.UTF_8));
            mac.update(body.duplicate());
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is required of every Java platform.", e);
        }
    }

    /** Returns a text without the secrets. */
    @Override
    public String toString() {
        return keys.size() == 1 ? "1 secret" : keys.size() + " secrets";
    }
}

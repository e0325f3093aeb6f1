package dev.escapement.server.webhook;

import dev.escapement.server.http.HmacKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One or more secrets for HMAC-SHA256, of which several are valid while a provider rotates them. Immutable. */
public final class HmacSecrets {
    private final List<HmacKey> keys;

    private HmacSecrets(List<HmacKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Returns secrets.
     *
     * @param first the text of a secret
     * @param more the texts of further secrets
     * @param bytes the function from a text to the bytes of the secret, which rejects texts of another form
     * @return the secrets
     * @throws IllegalArgumentException if a text is null, such as that of an environment variable that is not set
     */
    public static HmacSecrets of(String first, String[] more, Function<String, byte[]> bytes) {
        return new HmacSecrets(Stream.concat(Stream.of(first), Stream.of(more))
                .map(HmacSecrets::present)
                .map(bytes)
                .map(HmacKey::new)
                .toList());
    }

    private static String present(@Nullable String secret) {
        if (secret == null) {
            throw new IllegalArgumentException(
                    "The secret is null. Set the environment variable or the setting that contains it.");
        }
        return secret;
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
        for (HmacKey key : keys) {
            byte[] expected = text.apply(key.sign(prefix, body)).getBytes(StandardCharsets.UTF_8);
            for (String signature : signatures) {
                matches |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
            }
        }
        return matches;
    }

    /** Returns a text without the secrets. */
    @Override
    public String toString() {
        return keys.size() == 1 ? "1 secret" : keys.size() + " secrets";
    }
}

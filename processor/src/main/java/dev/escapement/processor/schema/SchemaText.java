package dev.escapement.processor.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A JSON Schema as text.
 *
 * @param lines the lines of the text, broken for readability; joined without separators, they are compact JSON
 */
public record SchemaText(List<String> lines) {
    public SchemaText {
        lines = List.copyOf(lines);
    }

    /** Returns compact JSON. */
    public String compact() {
        return String.join("", lines);
    }

    /** Returns the SHA-256 of the compact text in UTF-8, as lower-case hexadecimal digits. */
    public String fingerprint() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(compact().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package dev.escapement.processor.schema;

import dev.escapement.internal.hash.Sha256;
import dev.escapement.internal.lock.LockSchema;
import java.util.List;

/**
 * The text of a JSON Schema.
 *
 * @param lines the lines of the text, broken for readability; joined without separators, they are compact JSON
 */
public record SchemaText(List<String> lines) {

    /** The maximum length of a usable schema. The largest context windows have about a million tokens. */
    public static final int MAX_LENGTH = 1_000_000;

    public SchemaText {
        lines = List.copyOf(lines);
    }

    /** Returns the schema as compact JSON. */
    public String compact() {
        return String.join("", lines);
    }

    /** Returns the SHA-256 hash of the compact text in UTF-8, as lower-case hexadecimal digits. */
    public String fingerprint() {
        return Sha256.hex(compact());
    }

    /** Returns the fingerprint of a canonical schema without its descriptions, as in a lock file. */
    public String structureFingerprint() {
        return LockSchema.of(compact()).fingerprint();
    }
}

package dev.escapement.server.http;

import dev.escapement.model.spi.ContentHash;
import java.util.List;

/** Hashes of several texts. */
public final class PartsHash {

    private PartsHash() {}

    /**
     * Returns the hash of texts. Each is preceded by its length, so that other parts with the same concatenation have
     * another hash.
     *
     * @param parts the texts
     * @return the SHA-256 as 64 hexadecimal digits
     */
    public static String hex(List<String> parts) {
        StringBuilder all = new StringBuilder();
        parts.forEach(part -> all.append(part.length()).append(':').append(part));
        return ContentHash.hex(all.toString());
    }
}

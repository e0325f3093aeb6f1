package dev.escapement.wire;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of bytes that come in pieces. */
final class Sha256 {

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(byte[] bytes) {
        Sha256 hash = new Sha256();
        hash.add(ByteBuffer.wrap(bytes));
        return hash.hex();
    }

    /** Adds a piece, which is left as it is. */
    void add(ByteBuffer piece) {
        digest.update(piece.duplicate());
    }

    /** The hash of all pieces, to be asked for once. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

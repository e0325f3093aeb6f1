package dev.escapement.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {

    /** Of the standard, FIPS 180-4. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void theHashIsThatOfTheStandard() {
        assertEquals(OF_ABC, Sha256.of("abc".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void piecesAreHashedAsOneAndLeftAsTheyAre() {
        Sha256 hash = new Sha256();
        ByteBuffer ab = ByteBuffer.wrap(new byte[] {'a', 'b'});
        hash.add(ab);
        hash.add(ByteBuffer.wrap(new byte[] {'c'}));

        assertEquals(OF_ABC, hash.hex());
        assertEquals(2, ab.remaining());
    }
}
